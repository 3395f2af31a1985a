// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "image.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pinlex {

// The filter of a language says of nearly every word of a text that no phrase begins there, at the
// cost of a few instructions: one bit for each phrase of one word, for each pair of first and
// second word, and for each first word behind which there is a gap. What it lets pass is looked up
// in earnest. Part of the format.

/// A number for a stem from its length and five of its bytes, without a branch.
inline std::uint32_t quick_hash(std::string_view stem) {
  const std::size_t size = stem.size();
  if (size == 0) return 0;
  const auto byte = [&](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(stem[i])};
  };
  std::uint64_t key = byte(size > 1 ? 1 : 0) | byte(size / 4) << 8 | byte(size / 2) << 16;
  key |= byte(size / 2 + size / 4) << 24 | byte(size - 1) << 32 | std::uint64_t{size} << 40;
  return static_cast<std::uint32_t>(key * 0x9E3779B97F4A7C15 >> 32);
}

/// The bit of a phrase of that one word.
inline std::uint32_t alone_key(std::uint32_t first) { return first * 0x85EBCA6B + 1; }

/// The bit of a first word that is a phrase or has a gap behind it.
inline std::uint32_t loose_key(std::uint32_t first) { return first; }

/// The bit of a phrase's first two words, adjacent or with a gap between.
inline std::uint32_t pair_key(std::uint32_t first, std::uint32_t second, bool gap) {
  return (first * 0xC2B2AE35 ^ second) * (gap ? 0x27D4EB2F : 0x165667B1);
}

/// The bits, read in place.
class StemFilter {
 public:
  StemFilter() = default;
  /// `words` 32-bit words, a power of two.
  StemFilter(const char* bytes, std::uint32_t words) : bytes_(bytes), mask_(32 * words - 1) {}

  bool is_empty() const { return bytes_ == nullptr; }

  static std::uint32_t bit_of(std::uint32_t key, std::uint32_t mask) {
    return (key ^ key >> 15) & mask;
  }

  /// 1 or 0: the caller joins several without a branch.
  std::uint32_t passes(std::uint32_t key) const {
    const std::uint32_t bit = bit_of(key, mask_);
    return load32(bytes_ + std::size_t{4} * (bit / 32)) >> bit % 32 & 1;
  }

 private:
  const char* bytes_ = nullptr;
  std::uint32_t mask_ = 0;
};

}  // namespace pinlex
