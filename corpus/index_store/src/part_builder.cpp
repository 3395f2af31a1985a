// SPDX-License-Identifier: GPL-2.0-or-later
#include "part_builder.hpp"

#include "scratch_folder.hpp"
#include "translate.hpp"

#include <pinlex/schema/fields.hpp>

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

/// Bytes of records in a part. Every part has an entry for each of its terms, so that larger parts
/// make a smaller index; but past 1 MB it takes longer to make.
constexpr std::size_t part_bytes = 2 << 20;
/// Parts merged at a time: each takes a few open files, of which a process may have 1,024.
constexpr std::size_t parts_at_once = 64;

void remove_quietly(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
}

Xapian::Document to_xapian(const IndexDocument& document) {
  Xapian::Document out;
  for (const auto& [term, frequency] : document.terms) out.add_term(term, frequency);
  for (const auto& [slot, value] : document.values) out.add_value(slot, value);
  // Not as data: Xapian would try to compress it again, at twice the price of indexing.
  out.add_value(static_cast<Xapian::valueno>(info(Field::stored).slot), document.data);
  return out;
}

void compact(const std::vector<fs::path>& parts, const fs::path& into) {
  Xapian::Database all;
  for (const fs::path& part : parts) all.add_database(Xapian::Database(part.string()));
  all.compact(into.string());
}

}  // namespace

struct PartBuilder::Impl {
  fs::path fallback;
  std::optional<ScratchFolder> scratch;
  std::optional<Xapian::WritableDatabase> open;
  std::size_t weight = 0;  ///< Of the open part.
  /// Finished parts. Those of level n + 1 are merged from all of level n and come before them.
  std::vector<std::vector<fs::path>> levels;
  fs::path open_path;
  std::uint64_t named = 0;

  fs::path next_path();
  void start_part();
  void finish_part();
  void put(std::size_t level, fs::path part);
  std::vector<fs::path> in_order() const;
};

/// A place for the next part: in memory while there is room.
fs::path PartBuilder::Impl::next_path() {
  const std::string name = "part-" + std::to_string(named++);
  if (room_in_memory()) {
    if (!scratch) scratch.emplace();
    if (!scratch->path().empty()) return scratch->path() / name;
  }
  fs::create_directories(fallback);
  return fallback / name;
}

void PartBuilder::Impl::start_part() {
  if (open) return;
  open_path = next_path();
  // Nobody reads a part before it is whole, and none outlives the run: no care is needed.
  open.emplace(open_path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                       Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC |
                                       Xapian::DB_DANGEROUS);
}

void PartBuilder::Impl::finish_part() {
  if (!open) return;
  open->commit();
  open.reset();
  weight = 0;
  put(0, open_path);
}

/// Adds a finished part to its level, and merges the level once it is full.
void PartBuilder::Impl::put(std::size_t level, fs::path part) {
  if (levels.size() <= level) levels.resize(level + 1);
  levels[level].push_back(std::move(part));
  if (levels[level].size() < parts_at_once) return;
  const fs::path merged = next_path();
  compact(levels[level], merged);
  for (const fs::path& old : levels[level]) remove_quietly(old);
  levels[level].clear();
  put(level + 1, merged);
}

std::vector<fs::path> PartBuilder::Impl::in_order() const {
  std::vector<fs::path> parts;
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    parts.insert(parts.end(), level->begin(), level->end());
  }
  return parts;
}

PartBuilder::PartBuilder(fs::path fallback) : impl_(std::make_unique<Impl>()) {
  impl_->fallback = std::move(fallback);
}

PartBuilder::PartBuilder(PartBuilder&&) noexcept = default;
PartBuilder& PartBuilder::operator=(PartBuilder&&) noexcept = default;

PartBuilder::~PartBuilder() {
  if (!impl_) return;
  impl_->open.reset();
  remove_quietly(impl_->fallback);
}

Result<void> PartBuilder::add(const IndexDocument& document, std::size_t weight) {
  return guarded(impl_->fallback, [&]() -> Result<void> {
    impl_->start_part();
    impl_->open->add_document(to_xapian(document));
    impl_->weight += weight;
    if (impl_->weight >= part_bytes) impl_->finish_part();
    return {};
  });
}

Result<void> PartBuilder::merge_into(const fs::path& shard) {
  return guarded(shard, [&]() -> Result<void> {
    // A shard without documents is made from an empty part.
    if (impl_->levels.empty()) impl_->start_part();
    impl_->finish_part();
    const auto parts = impl_->in_order();
    compact(parts, shard);
    for (const fs::path& part : parts) remove_quietly(part);
    impl_->levels.clear();
    return {};
  });
}

}  // namespace pinlex
