// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pinlex {

/// Appends numbers and strings in the form that ByteReader reads: stored records, and what two
/// programs tell each other. For one thread at a time, as ByteReader is.
class ByteWriter {
 public:
  /// Seven bits a byte, lowest first; the top bit says that more follow.
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }

  /// Small numbers of either sign stay short: 0, -1, 1, -2 … become 0, 1, 2, 3 …
  void difference(std::int64_t value) {
    const auto shifted = static_cast<std::uint64_t>(value) << 1;
    number(value < 0 ? ~shifted : shifted);
  }

  void string(std::string_view bytes) {
    number(bytes.size());
    out_ += bytes;
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// Reads what ByteWriter wrote from bytes that may be anything. The first thing that is wrong makes
/// every later read give zero or nothing, so that callers check once, at the end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }
  std::size_t left() const { return rest_.size(); }

  void expect(bool condition) {
    if (condition) return;
    ok_ = false;
    rest_ = {};
  }

  /// A number of at most `limit`, in its shortest form.
  std::uint64_t number(std::uint64_t limit) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      const std::uint64_t bits = byte & 0x7Fu;
      if ((bits << shift) >> shift != bits) break;
      value |= bits << shift;
      if ((byte & 0x80u) != 0) continue;
      if ((byte == 0 && shift > 0) || value > limit) break;
      return value;
    }
    expect(false);
    return 0;
  }

  std::uint32_t number32() { return static_cast<std::uint32_t>(number(UINT32_MAX)); }

  std::int64_t difference() {
    const std::uint64_t value = number(UINT64_MAX);
    const auto half = static_cast<std::int64_t>(value >> 1);
    return (value & 1) != 0 ? ~half : half;
  }

  std::string_view string() {
    const auto length = static_cast<std::size_t>(number(UINT32_MAX));
    expect(length <= rest_.size());
    if (!ok_) return {};
    const std::string_view bytes = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return bytes;
  }

  /// How many entries follow. Each takes at least `least_bytes`, so that no count can ask for more
  /// memory than the bytes at hand explain.
  std::size_t count(std::size_t least_bytes) {
    const auto entries = static_cast<std::size_t>(number(UINT32_MAX));
    expect(entries <= rest_.size() / least_bytes);
    return ok_ ? entries : 0;
  }

  /// A value of a closed set, given by its last member.
  template <typename Enum>
  Enum choice(Enum last) {
    return static_cast<Enum>(number(static_cast<std::uint64_t>(last)));
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace pinlex
