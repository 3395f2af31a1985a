// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// Where a table's tree begins, as the file `iamglass` says it.
struct GlassRoot {
  std::uint32_t root = 0;
  std::uint32_t level = 0;
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;
};

inline constexpr std::uint32_t glass_block = 8192;
inline constexpr std::uint32_t glass_revision = 1;

/// Writes one table of a Xapian glass database from entries in order: leaves one after the other,
/// then the branches above them. Xapian itself makes tables by inserting, and joins posting lists
/// by putting their chunks side by side; what that costs is in docs/indexing.md. Throws
/// std::system_error where the disk refuses. Not thread-safe.
class GlassTable {
 public:
  using Entry = std::pair<std::string, std::string>;

  explicit GlassTable(const std::filesystem::path& file);

  /// Keys ascend, take at most 255 bytes and are not empty.
  void add(std::string_view key, std::string_view tag);

  /// Writes the rest. `head` comes before everything added, ascending: for what is only known at
  /// the end. It fits a block.
  GlassRoot finish(const std::vector<Entry>& head);

 private:
  /// The block that leads to a key and those behind it.
  struct Separator {
    std::string key;
    std::uint16_t component = 0;
    std::uint32_t block = 0;
  };

  /// A block as it is filled: a directory grows from its front, items from its back.
  struct Block {
    std::string bytes;
    std::uint32_t directory_end = 0;
    std::uint32_t items_begin = 0;

    void begin(std::uint8_t level);
    std::uint32_t room() const { return items_begin - directory_end; }
    void put(std::string_view item);
    const std::string& finish();
  };

  void put_item(std::string_view key, std::uint32_t component, std::string_view part, bool last);
  void begin_leaf(std::string_view key, std::uint32_t component);
  void end_leaf();
  std::uint32_t write_block(Block& block);
  std::vector<Separator> write_branches(const std::vector<Separator>& below, std::uint8_t level);

  std::ofstream out_;
  Block leaf_;
  bool leaf_open_ = false;
  std::uint32_t next_block_ = 1;  ///< Block 0 is written last.
  std::uint64_t entries_ = 0;
  std::string last_key_;
  std::string item_;
  std::vector<Separator> leaves_;
};

}  // namespace pinlex
