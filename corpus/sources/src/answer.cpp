// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer.hpp"

#include <pinlex/base/codec.hpp>
#include <pinlex/base/utf8.hpp>

#include <concepts>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

namespace pinlex {
namespace {

// What is read is written by the same lines: `pass` takes each member in turn, from a const
// document to a Packer or from an Unpacker to a document.

class Packer {
 public:
  void number(std::uint32_t value) { out_.number(value); }
  template <typename Small>
  void small(Small value) {
    out_.number(value);
  }
  void string(const std::string& value) { out_.string(value); }

  template <typename Enum>
  void choice(Enum value, Enum) {
    out_.number(static_cast<std::uint64_t>(value));
  }

  template <typename T>
  void list(const std::vector<T>& values, std::size_t /*least_bytes*/) {
    out_.number(values.size());
    for (const T& value : values) pass(*this, value);
  }

  template <typename T>
  void maybe(const std::optional<T>& value) {
    small(value.has_value());
    if (value) pass(*this, *value);
  }

  void expect(bool) {}
  std::string take() { return out_.take(); }

 private:
  ByteWriter out_;
};

class Unpacker {
 public:
  Unpacker(std::string_view bytes, std::size_t source_bytes)
      : in_(bytes), source_bytes_(source_bytes) {}

  void number(std::uint32_t& value) { value = in_.number32(); }

  /// A flag, or a number of fewer than 32 bits.
  template <typename Small>
  void small(Small& value) {
    value = static_cast<Small>(in_.number(std::numeric_limits<Small>::max()));
  }

  void string(std::string& value) {
    value = in_.string();
    in_.expect(ill_formed_utf8(value) == std::string_view::npos);
  }

  template <typename Enum>
  void choice(Enum& value, Enum last) {
    value = in_.choice(last);
  }

  template <typename T>
  void list(std::vector<T>& values, std::size_t least_bytes) {
    values.resize(in_.count(least_bytes));
    for (T& value : values) {
      pass(*this, value);
      if (!in_.ok()) return;
    }
  }

  template <typename T>
  void maybe(std::optional<T>& value) {
    bool there = false;
    small(there);
    if (there) pass(*this, value.emplace());
  }

  void expect(bool condition) { in_.expect(condition); }

  /// Ranges lie in the file, or in what was extracted from it.
  std::size_t source_bytes() const { return source_bytes_; }
  void ranges_lie_in(std::size_t source_bytes) { source_bytes_ = source_bytes; }
  bool whole() const { return in_.ok() && in_.at_end(); }

 private:
  ByteReader in_;
  std::size_t source_bytes_;
};

template <typename Passing>
void pass(Passing& passing, const std::string& text) {
  passing.string(text);
}

void pass(Unpacker& in, std::string& text) { in.string(text); }

template <typename Passing, typename Part>
requires std::same_as<std::remove_const_t<Part>, Segment>
void pass(Passing& passing, Part& segment) {
  passing.number(segment.text);
  passing.number(segment.text_length);
  passing.number(segment.source);
  passing.number(segment.source_length);
}

void check(const Packer&, const MappedText&) {}

/// Segments ascend, cover the whole text, and lie in the source.
void check(Unpacker& in, const MappedText& mapped) {
  std::uint64_t text = 0;
  std::uint64_t source = 0;
  for (const Segment& segment : mapped.segments) {
    in.expect(segment.text == text && segment.text_length > 0 && segment.source >= source);
    text += segment.text_length;
    source = std::uint64_t{segment.source} + segment.source_length;
  }
  in.expect(text == mapped.text.size() && source <= in.source_bytes());
}

void check(const Packer&, SourceRange) {}

void check(Unpacker& in, SourceRange range) {
  in.expect(range.begin <= range.end && range.end <= in.source_bytes());
}

template <typename Passing, typename Part>
requires std::same_as<std::remove_const_t<Part>, MappedText>
void pass(Passing& passing, Part& mapped) {
  passing.string(mapped.text);
  passing.list(mapped.segments, 4);
  check(passing, mapped);
}

template <typename Passing, typename Part>
requires std::same_as<std::remove_const_t<Part>, DeclaredUnit>
void pass(Passing& passing, Part& unit) {
  passing.choice(unit.level, Level::conclusions);
  passing.string(unit.name);
  passing.string(unit.eid);
  pass(passing, unit.number);
  pass(passing, unit.heading);
  passing.small(unit.numbered);
}

template <typename Passing, typename Part>
requires std::same_as<std::remove_const_t<Part>, Block>
void pass(Passing& passing, Part& block) {
  passing.choice(block.kind, BlockKind::note);
  passing.small(block.level);
  passing.list(block.lines, 2);
  passing.small(block.quoted);
  passing.small(block.depth);
  passing.maybe(block.unit);
  passing.expect(!block.lines.empty() || block.unit.has_value());
  for (const MappedText& line : block.lines) passing.expect(!line.empty());
}

template <typename Passing, typename Part>
requires std::same_as<std::remove_const_t<Part>, RemovedRange>
void pass(Passing& passing, Part& part) {
  passing.number(part.range.begin);
  passing.number(part.range.end);
  passing.choice(part.reason, Removed::deletion);
  check(passing, part.range);
}

template <typename Passing, typename Part>
requires std::same_as<std::remove_const_t<Part>, Metadata>
void pass(Passing& passing, Part& metadata) {
  for (auto* member : {&metadata.instrument, &metadata.kind, &metadata.language, &metadata.edition,
                       &metadata.title, &metadata.address, &metadata.author, &metadata.published,
                       &metadata.as_of, &metadata.retrieved}) {
    passing.string(*member);
  }
  passing.list(metadata.about, 1);
}

template <typename Passing, typename Part>
requires std::same_as<std::remove_const_t<Part>, PlaceMark>
void pass(Passing& passing, Part& mark) {
  passing.number(mark.offset);
  passing.string(mark.place);
}

void check(const Packer&, const ExtractedText&) {}

/// Marks ascend; the way back, where there is one, covers the text and lies in the file.
void check(Unpacker& in, const ExtractedText& extracted) {
  std::uint64_t offset = 0;
  for (const PlaceMark& mark : extracted.places) {
    in.expect(mark.offset >= offset && mark.offset <= extracted.text.size());
    offset = mark.offset;
  }
  if (!extracted.origin.empty()) check(in, MappedText{extracted.text, extracted.origin});
  in.ranges_lie_in(extracted.text.size());
}

template <typename Passing, typename Part>
requires std::same_as<std::remove_const_t<Part>, ExtractedText>
void pass(Passing& passing, Part& extracted) {
  passing.string(extracted.text);
  passing.list(extracted.places, 2);
  passing.list(extracted.origin, 4);
  check(passing, extracted);
}

template <typename Passing, typename Part>
requires std::same_as<std::remove_const_t<Part>, Document>
void pass(Passing& passing, Part& document) {
  passing.string(document.format);
  pass(passing, document.metadata);
  passing.maybe(document.extracted);
  passing.small(document.declared);
  passing.list(document.blocks, 6);
  passing.list(document.removed, 3);
  // Only a document that declares its parts has some without words.
  for (const Block& block : document.blocks) {
    passing.expect(document.declared || !block.lines.empty());
  }
}

constexpr std::string_view document_mark = "pinlex document 1\n";
constexpr std::string_view refusal_mark = "pinlex refusal 1\n";

Unexpected no_answer() {
  return fail(Code::inputs_refused, "1: its reader gave an answer that makes no sense",
              "the file may be made to attack its reader");
}

}  // namespace

std::string encode_answer(const Result<Document>& answer) {
  Packer out;
  if (answer) {
    pass(out, *answer);
    return std::string(document_mark) + out.take();
  }
  out.string(answer.error().message);
  out.string(answer.error().hint);
  return std::string(refusal_mark) + out.take();
}

Result<Document> decode_answer(std::string_view bytes, std::size_t source_bytes) {
  if (bytes.starts_with(refusal_mark)) {
    Error refusal{Code::inputs_refused, {}, {}};
    Unpacker in(bytes.substr(refusal_mark.size()), source_bytes);
    in.string(refusal.message);
    in.string(refusal.hint);
    in.expect(!refusal.message.empty());
    if (!in.whole()) return no_answer();
    return Unexpected{std::move(refusal)};
  }
  if (!bytes.starts_with(document_mark)) return no_answer();
  Document document;
  Unpacker in(bytes.substr(document_mark.size()), source_bytes);
  pass(in, document);
  if (!in.whole()) return no_answer();
  return document;
}

}  // namespace pinlex
