// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass_table.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <stdexcept>
#include <system_error>

namespace pinlex {
namespace {

/// A block begins with its revision (4 bytes), level (1), the largest free run, all free bytes and
/// the end of its directory (2 each).
constexpr std::uint32_t block_head = 11;
constexpr std::uint32_t directory_entry = 2;
/// Xapian wants four items of any size to fit a block.
constexpr std::uint32_t largest_item = (glass_block - block_head - 4 * directory_entry) / 4;
/// An item that is split to fill a block leaves at least this much of its tag there.
constexpr std::uint32_t least_part = 64;

/// Flags of a leaf's item, above its size less three.
constexpr std::uint32_t last_part = 0x4000;
constexpr std::uint32_t first_part = 0x2000;

void put_number(std::string& out, std::uint32_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i));
}

void set_number(std::string& block, std::size_t at, std::uint32_t value) {
  block[at] = static_cast<char>(value >> 8);
  block[at + 1] = static_cast<char>(value);
}

[[noreturn]] void fail_to_write() {
  throw std::system_error(errno != 0 ? errno : EIO, std::generic_category(), "cannot write");
}

/// As much of `key` as tells it from what comes before.
std::string shortest(std::string_view before, std::string_view key) {
  const auto differs = std::mismatch(before.begin(), before.end(), key.begin(), key.end());
  const auto same = static_cast<std::size_t>(differs.second - key.begin());
  return std::string(key.substr(0, same + 1));
}

/// In a branch: where it leads, the key, and which part of its tag comes first there.
std::string branch_item(std::string_view key, std::uint16_t component, std::uint32_t block) {
  std::string item;
  put_number(item, block, 4);
  put_number(item, static_cast<std::uint32_t>(key.size()), 1);
  item += key;
  put_number(item, component, 2);
  return item;
}

}  // namespace

void GlassTable::Block::begin(std::uint8_t level) {
  bytes.assign(glass_block, '\0');
  bytes[3] = static_cast<char>(glass_revision);
  bytes[4] = static_cast<char>(level);
  directory_end = block_head;
  items_begin = glass_block;
}

void GlassTable::Block::put(std::string_view item) {
  items_begin -= static_cast<std::uint32_t>(item.size());
  std::copy(item.begin(), item.end(), bytes.begin() + items_begin);
  set_number(bytes, directory_end, items_begin);
  directory_end += directory_entry;
}

const std::string& GlassTable::Block::finish() {
  set_number(bytes, 5, room());
  set_number(bytes, 7, room());
  set_number(bytes, 9, directory_end);
  return bytes;
}

GlassTable::GlassTable(const std::filesystem::path& file)
    : out_(file, std::ios::binary | std::ios::trunc) {
  if (!out_ || !out_.seekp(glass_block)) fail_to_write();
}

void GlassTable::begin_leaf(std::string_view key, std::uint32_t component) {
  leaf_.begin(0);
  leaf_open_ = true;
  // Before the first leaf stands the head, whose keys are not known yet.
  leaves_.push_back({leaves_.empty() ? std::string(key) : shortest(last_key_, key),
                     static_cast<std::uint16_t>(component), 0});
}

void GlassTable::end_leaf() {
  if (!leaf_open_) return;
  leaves_.back().block = write_block(leaf_);
  leaf_open_ = false;
}

std::uint32_t GlassTable::write_block(Block& block) {
  const std::string& bytes = block.finish();
  if (!out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()))) fail_to_write();
  return next_block_++;
}

void GlassTable::put_item(std::string_view key, std::uint32_t component, std::string_view part,
                          bool last) {
  const std::size_t size = 3 + key.size() + (component > 1 ? 2 : 0) + part.size();
  item_.clear();
  put_number(item_,
             static_cast<std::uint32_t>(size - 3) | (component == 1 ? first_part : 0) |
                 (last ? last_part : 0),
             2);
  put_number(item_, static_cast<std::uint32_t>(key.size()), 1);
  item_ += key;
  if (component > 1) put_number(item_, component, 2);
  item_ += part;
  leaf_.put(item_);
}

void GlassTable::add(std::string_view key, std::string_view tag) {
  if (key.empty() || key.size() > 255) throw std::length_error("a key of an index is too long");
  ++entries_;
  for (std::uint32_t component = 1;; ++component) {
    if (component > 0xFFFF) throw std::length_error("an entry of an index is too long");
    const auto around = static_cast<std::uint32_t>(3 + key.size() + (component > 1 ? 2 : 0));
    const std::size_t wanted = std::min<std::size_t>(tag.size(), largest_item - around);
    if (!leaf_open_) begin_leaf(key, component);
    std::uint32_t room = leaf_.room();
    if (room < directory_entry + around + std::min<std::size_t>(wanted, least_part)) {
      end_leaf();
      begin_leaf(key, component);
      room = leaf_.room();
    }
    const std::size_t part = std::min<std::size_t>(wanted, room - directory_entry - around);
    put_item(key, component, tag.substr(0, part), part == tag.size());
    last_key_ = key;
    tag.remove_prefix(part);
    if (tag.empty()) return;
  }
}

/// Puts the blocks below into branches. The first item of a branch needs no key: nothing comes
/// before it that this branch leads to.
std::vector<GlassTable::Separator> GlassTable::write_branches(const std::vector<Separator>& below,
                                                              std::uint8_t level) {
  std::vector<Separator> out;
  Block branch;
  for (const Separator& next : below) {
    const std::string item = branch_item(next.key, next.component, next.block);
    if (out.empty() || branch.room() < item.size() + directory_entry) {
      if (!out.empty()) out.back().block = write_block(branch);
      branch.begin(level);
      branch.put(branch_item({}, 0, next.block));
      out.push_back({next.key, next.component, 0});
    } else {
      branch.put(item);
    }
  }
  out.back().block = write_block(branch);
  return out;
}

GlassRoot GlassTable::finish(const std::vector<Entry>& head) {
  end_leaf();
  std::vector<Separator> level{{std::string(), 0, 0}};
  level.insert(level.end(), leaves_.begin(), leaves_.end());
  GlassRoot root;
  while (level.size() > 1) {
    ++root.level;
    level = write_branches(level, static_cast<std::uint8_t>(root.level));
  }
  root.root = level.front().block;
  root.blocks = next_block_;
  // Every table begins with an entry without key or tag.
  leaf_.begin(0);
  put_item({}, 1, {}, true);
  for (const auto& [key, tag] : head) {
    if (leaf_.room() < directory_entry + 3 + key.size() + tag.size()) {
      throw std::length_error("the head of an index is too long");
    }
    put_item(key, 1, tag, true);
    ++entries_;
  }
  root.entries = entries_;
  if (!out_.seekp(0)) fail_to_write();
  write_block(leaf_);
  out_.close();
  if (!out_) fail_to_write();
  return root;
}

}  // namespace pinlex
