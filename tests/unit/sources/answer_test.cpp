// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace pinlex;

namespace {

constexpr std::size_t source_bytes = 100;

Document harbour() {
  Document document;
  document.format = "word";
  document.metadata.title = "Harbour Act";
  document.metadata.about = {"lake-1#art_2", "lake-1#art_3"};
  Block heading;
  heading.kind = BlockKind::heading;
  heading.level = 2;
  heading.lines.resize(1);
  heading.lines[0].append("Boats ", 3);
  heading.lines[0].append_decoded("&", {9, 14});
  heading.lines[0].append(" swans", 14);
  document.blocks.push_back(heading);
  document.removed.push_back({{20, 30}, Removed::navigation});
  return document;
}

std::string message(const std::string& bytes) {
  const auto answer = decode_answer(bytes, source_bytes);
  return answer ? "an answer" : answer.error().message;
}

const std::string nonsense = "1: its reader gave an answer that makes no sense";

std::string with(void (*spoil)(Document&)) {
  Document document = harbour();
  spoil(document);
  return message(encode_answer(document));
}

}  // namespace

TEST_CASE("a document goes through an answer and stays the same") {
  const Document there = harbour();
  const auto back = decode_answer(encode_answer(there), source_bytes);
  REQUIRE(back);
  CHECK(back->format == "word");
  CHECK(back->metadata.title == "Harbour Act");
  CHECK(back->metadata.about == there.metadata.about);
  REQUIRE(back->blocks.size() == 1);
  CHECK(back->blocks[0].kind == BlockKind::heading);
  CHECK(back->blocks[0].level == 2);
  CHECK(back->blocks[0].lines == there.blocks[0].lines);
  REQUIRE(back->removed.size() == 1);
  CHECK(back->removed[0].range == SourceRange{20, 30});
  CHECK(back->removed[0].reason == Removed::navigation);
}

TEST_CASE("declared units and extracted text go through an answer") {
  Document there;
  there.declared = true;
  there.extracted = ExtractedText{"Article 4 Boats moor.", {{0, "page 1"}, {10, "page 2"}}, {}};
  Block block;
  block.depth = 300;
  block.quoted = true;
  block.unit = DeclaredUnit{Level::paragraph, "para", "art_4__para_1", {}, {}, true};
  block.unit->number.append("Article 4", 0);
  there.blocks.push_back(block);
  const auto back = decode_answer(encode_answer(there), 5);
  REQUIRE(back);
  CHECK(back->declared);
  REQUIRE(back->extracted);
  CHECK(back->extracted->text == there.extracted->text);
  REQUIRE(back->extracted->places.size() == 2);
  CHECK(back->extracted->places[1].offset == 10);
  CHECK(back->extracted->places[1].place == "page 2");
  REQUIRE(back->blocks.size() == 1);
  CHECK(back->blocks[0].depth == 300);
  CHECK(back->blocks[0].quoted);
  REQUIRE(back->blocks[0].unit);
  CHECK(back->blocks[0].unit->level == Level::paragraph);
  CHECK(back->blocks[0].unit->eid == "art_4__para_1");
  CHECK(back->blocks[0].unit->number == block.unit->number);
  CHECK(back->blocks[0].unit->numbered);
  there.blocks[0].unit->number.segments[0].source = 15;
  CHECK(message(encode_answer(there)) == nonsense);
}

TEST_CASE("a refusal goes through an answer") {
  const Error error{Code::inputs_refused, "1: it is encrypted", "open it"};
  const auto back = decode_answer(encode_answer(Unexpected{error}), source_bytes);
  REQUIRE_FALSE(back);
  CHECK(back.error() == error);
}

TEST_CASE("an answer that breaks a promise of a document is none") {
  CHECK(with([](Document&) {}) == "an answer");
  CHECK(with([](Document& d) { d.format = "\xFF"; }) == nonsense);
  CHECK(with([](Document& d) { d.metadata.about[1] = "\xC3"; }) == nonsense);
  CHECK(with([](Document& d) { d.blocks[0].lines.clear(); }) == nonsense);
  CHECK(with([](Document& d) {
          d.blocks[0].lines.clear();
          d.blocks[0].unit.emplace();
        }) == nonsense);
  CHECK(with([](Document& d) { d.blocks[0].lines.resize(2); }) == nonsense);
  CHECK(with([](Document& d) { d.blocks[0].lines[0].segments.pop_back(); }) == nonsense);
  CHECK(with([](Document& d) { d.blocks[0].lines[0].segments[1].source = 5; }) == nonsense);
  CHECK(with([](Document& d) { d.blocks[0].lines[0].segments[1].text = 5; }) == nonsense);
  CHECK(with([](Document& d) { d.blocks[0].lines[0].segments[2].source = 95; }) == nonsense);
  CHECK(with([](Document& d) { d.blocks[0].lines[0].segments[2].source = 4294967295u; }) ==
        nonsense);
  CHECK(with([](Document& d) { d.removed[0].range = {30, 20}; }) == nonsense);
  CHECK(with([](Document& d) { d.removed[0].range = {90, 101}; }) == nonsense);
  CHECK(with([](Document& d) { d.extracted = ExtractedText{"Boats", {}, {}}; }) == nonsense);
  CHECK(with([](Document& d) {
          d.extracted = ExtractedText{std::string(100, 'x'), {{9, "b"}, {2, "a"}}, {}};
        }) == nonsense);
  CHECK(with([](Document& d) {
          d.extracted = ExtractedText{std::string(100, 'x'), {}, {{0, 99, 0, 99}}};
        }) == nonsense);
}

TEST_CASE("no part of an answer is an answer") {
  const std::string whole = encode_answer(harbour());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    INFO(length);
    CHECK(message(whole.substr(0, length)) == nonsense);
  }
  CHECK(message(whole + "x") == nonsense);
  const std::string refusal = encode_answer(fail(Code::inputs_refused, "1: no"));
  CHECK(message(refusal.substr(0, refusal.size() - 1)) == nonsense);
  CHECK(message(encode_answer(fail(Code::inputs_refused, ""))) == nonsense);
}

TEST_CASE("any byte of an answer may be wrong") {
  const std::string whole = encode_answer(harbour());
  std::size_t refused = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char value : {'\0', '\x01', '\x7F', '\x80', '\xFF'}) {
      std::string bytes = whole;
      bytes[at] = value;
      refused += decode_answer(bytes, source_bytes) ? 0 : 1;
    }
  }
  CHECK(refused > whole.size());
}
