// SPDX-License-Identifier: GPL-2.0-or-later
#include "structure_corpus.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/model/passage.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace pinlex;

namespace {

/// White space of one byte may stand for other white space (a line break joins two lines).
bool stands_for(char text, char source) {
  return text == source || ((text == '\n' || text == ' ') &&
                            std::string_view(" \t\r\n").find(source) != std::string_view::npos);
}

/// What is wrong with the way back from a text to the bytes of its file, or "".
std::string way_back_fault(const MappedText& text, std::string_view bytes) {
  std::uint32_t covered = 0;
  std::uint32_t behind = 0;
  for (const Segment& segment : text.segments) {
    if (segment.text != covered || segment.source < behind) return "segments do not ascend";
    covered += segment.text_length;
    behind = segment.source + segment.source_length;
    if (behind > bytes.size()) return "a segment leaves the file";
    const auto said = std::string_view(text.text).substr(segment.text, segment.text_length);
    const auto there = bytes.substr(segment.source, segment.source_length);
    if (segment.bytewise() &&
        !std::equal(said.begin(), said.end(), there.begin(), there.end(), stands_for)) {
      return "'" + std::string(said) + "' stands for '" + std::string(there) + "'";
    }
    // A run that was decoded is short: a line break, an entity, a digit of a note.
    if (!segment.bytewise() && segment.text_length > 4)
      return "'" + std::string(said) + "' was decoded";
  }
  return covered == text.text.size() ? "" : "segments do not cover the text";
}

void check_version(const Version& version, const CorpusText& text) {
  std::set<std::string> seen;
  std::string fault;
  std::uint32_t behind = 0;
  for (const Provision& provision : version.provisions) {
    if (!seen.insert(provision.eid).second) fault = provision.eid + " is there twice";
    for (const MappedText* part : {&provision.number, &provision.heading}) {
      if (const auto found = way_back_fault(*part, text.bytes); !found.empty()) fault = found;
    }
  }
  for (const Piece& piece : version.pieces) {
    if (const auto found = way_back_fault(piece.text, text.bytes); !found.empty()) fault = found;
    if (ill_formed_utf8(piece.text.text) != std::string::npos)
      fault = "a piece is cut inside a character";
    // A footnote stands in the middle of what it belongs to.
    if (version.provisions[piece.provision].eid.find("__fn_") != std::string::npos) continue;
    if (piece.text.source().begin < behind) fault = "pieces do not ascend";
    behind = piece.text.source().end;
  }
  CHECK(fault == "");
  std::size_t texts = 0;
  for (const Passage& passage : passages_of(version)) texts += passage.texts.size();
  CHECK(texts == version.pieces.size());
}

void check_folder(const std::string& folder, std::size_t at_least) {
  const auto files = corpus_files(folder, {".md", ".txt", ".xml", ".html"});
  CHECK(files.size() >= at_least);
  for (const auto& file : files) {
    CAPTURE(file);
    const CorpusText text = read_corpus_text(file);
    const ByteAccount& account = text.structured.account;
    CHECK(account.unexplained == 0);
    std::uint64_t sum = account.in_provisions;
    for (const auto& [reason, bytes] : account.removed) {
      CHECK(bytes > 0);
      sum += bytes;
    }
    CHECK(sum == text.bytes.size());
    // Links and front matter may outweigh the words of a page; a treaty is nearly all words.
    if (folder == "treaties") CHECK(account.in_provisions * 10 > text.bytes.size() * 7);
    CHECK(account.in_provisions > 0);
    REQUIRE_FALSE(text.structured.versions.empty());
    for (const Version& version : text.structured.versions) check_version(version, text);
  }
}

}  // namespace

TEST_CASE("every byte of the treaties is accounted for, and every word leads back to its bytes") {
  if (corpus_is_there()) check_folder("treaties", 29);
}

TEST_CASE("every byte of the commentary is accounted for, and every word leads back to its bytes") {
  if (corpus_is_there()) check_folder("commentary", 200);
}

TEST_CASE(
    "every byte of the national laws is accounted for, and every word leads back to its bytes") {
  if (corpus_is_there()) check_folder("national", 60);
}

TEST_CASE(
    "every byte of the other languages is accounted for, and every word leads back to its bytes") {
  if (corpus_is_there()) check_folder("languages", 3);
}

TEST_CASE(
    "every byte of legal XML and of pages is accounted for, and every word leads back to its "
    "bytes") {
  if (corpus_is_there()) check_folder("formats", 7);
}
