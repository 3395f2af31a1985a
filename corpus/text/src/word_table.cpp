// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_table.hpp"

#include <algorithm>
#include <cstring>

namespace pinlex {
namespace {

constexpr std::size_t first_slots = 1 << 8;  // A power of two, as every later size.
constexpr std::size_t block_size = 1 << 14;

template <typename Number>
Number read(const char* from) {
  Number value = 0;
  std::memcpy(&value, from, sizeof value);
  return value;
}

std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 32;
  value *= 0xD6E8FEB86659FD93;
  return value ^ value >> 32;
}

}  // namespace

WordTable::WordTable() : slots_(first_slots) {}

// Reads of a fixed size, which overlap where the length is no multiple of it: most words are short.
std::uint64_t WordTable::hash_of(std::string_view bytes) {
  const char* const at = bytes.data();
  const std::size_t size = bytes.size();
  std::uint64_t hash = size * 0x9E3779B97F4A7C15;
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) hash = mixed(hash ^ read<std::uint64_t>(at + i));
    return mixed(hash ^ read<std::uint64_t>(at + size - 8));
  }
  if (size >= 4) {
    const std::uint64_t low = read<std::uint32_t>(at);
    return mixed(hash ^ low ^ std::uint64_t{read<std::uint32_t>(at + size - 4)} << 32);
  }
  if (size == 0) return mixed(hash);
  const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
  return mixed(hash ^ byte(0) ^ byte(size / 2) << 8 ^ byte(size - 1) << 16);
}

const WordForms* WordTable::find(std::string_view surface) const {
  const std::uint64_t hash = hash_of(surface);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.surface.data() == nullptr) return nullptr;
    if (slot.hash == hash && slot.surface == surface) return &slot.forms;
  }
}

WordForms WordTable::add(std::string_view surface, const WordForms& forms) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  Slot added;
  added.hash = hash_of(surface);
  added.surface = intern(surface);
  // Most words are their own folded form, and many their own stem: one copy does for all.
  const auto share = [&](std::string_view bytes, std::string_view other) {
    return bytes == other ? other : intern(bytes);
  };
  if (!forms.folded.empty()) {
    added.forms.folded = share(forms.folded, added.surface);
    added.forms.stem = share(forms.stem, added.forms.folded);
  }
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = added.hash & mask;
  while (slots_[i].surface.data() != nullptr) i = (i + 1) & mask;
  slots_[i] = added;
  ++used_;
  return added.forms;
}

std::string_view WordTable::intern(std::string_view bytes) {
  const std::size_t needed = std::max<std::size_t>(bytes.size(), 1);
  interned_ += needed;
  if (needed > block_left_) {
    block_left_ = std::max(block_size, needed);
    blocks_.push_back(std::make_unique<char[]>(block_left_));
    block_next_ = blocks_.back().get();
  }
  char* copy = block_next_;
  std::memcpy(copy, bytes.data(), bytes.size());
  block_next_ += needed;
  block_left_ -= needed;
  return {copy, bytes.size()};
}

void WordTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.surface.data() == nullptr) continue;
    std::size_t i = slot.hash & mask;
    while (slots_[i].surface.data() != nullptr) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

std::size_t WordTable::size_in_bytes() const { return interned_ + slots_.size() * sizeof(Slot); }

void WordTable::clear() { *this = WordTable(); }

}  // namespace pinlex
