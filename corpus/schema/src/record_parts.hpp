// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/codec.hpp>
#include <pinlex/base/result.hpp>
#include <pinlex/schema/record.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace pinlex {

/// What the records of versions and of passages have in common. Which of them one is stands first.
inline constexpr char passage_mark = 'P';
inline constexpr char version_mark = 'V';
inline constexpr std::uint64_t all_ones = std::numeric_limits<std::uint32_t>::max();

inline Unexpected damaged_record(const std::string& what) {
  return fail(Code::damaged, "a stored " + what + " is not what was written",
              "index the texts again");
}

inline std::size_t same_at_front(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(
      std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

/// Writes a record: what words there are goes behind everything else.
class RecordWriter : public ByteWriter {
 public:
  void words(std::string_view text) {
    number(text.size());
    words_ += text;
  }

  /// How much of the eId before it begins an eId too, and the rest of it. None is passed over.
  void eid(std::string_view eid) {
    const std::size_t same = same_at_front(eid, last_eid_);
    number(same);
    string(eid.substr(same));
    if (!eid.empty()) last_eid_ = eid;
  }

  void parent(std::int32_t parent) {
    number(static_cast<std::uint64_t>(std::int64_t{parent} + 1));
  }

  std::string take() {
    const std::string places = ByteWriter::take();
    ByteWriter record;
    record.number(places.size());
    return record.take() + places + words_;
  }

 private:
  std::string words_, last_eid_;
};

/// Reads what RecordWriter wrote.
class RecordReader : public ByteReader {
 public:
  explicit RecordReader(std::string_view record)
      : RecordReader(record, record.substr(words_begin(record))) {}

  std::string_view words() {
    const auto length = static_cast<std::size_t>(number(all_ones));
    expect(length <= words_.size());
    if (!ok()) return {};
    const std::string_view text = words_.substr(0, length);
    words_.remove_prefix(length);
    return text;
  }

  std::string eid() {
    const auto same = static_cast<std::size_t>(number(last_eid_.size()));
    const std::string_view rest = string();
    // As much as there is has been left out.
    expect(rest.empty() || same == last_eid_.size() || rest.front() != last_eid_[same]);
    if (!ok() || (same == 0 && rest.empty())) return {};
    last_eid_.resize(same);
    last_eid_ += rest;
    return last_eid_;
  }

  /// A parent is an earlier entry or none.
  std::int32_t parent(std::size_t index) { return static_cast<std::int32_t>(number(index)) - 1; }

  /// All was there, and all was read.
  bool done() const { return ok() && at_end() && words_.empty(); }

 private:
  RecordReader(std::string_view record, std::string_view words)
      : ByteReader(record.substr(0, record.size() - words.size())), words_(words) {
    const auto places = number(all_ones);
    expect(places == left());
  }

  std::string_view words_;
  std::string last_eid_;
};

}  // namespace pinlex
