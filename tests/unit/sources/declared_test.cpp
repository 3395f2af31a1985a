// SPDX-License-Identifier: GPL-2.0-or-later
#include "outline.hpp"

#include <pinlex/sources/reader.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

/// Writes a document and the text it stands in, block by block.
struct Writer {
  std::string bytes;
  Document document;

  Writer() { document.declared = true; }

  MappedText put(std::string_view words) {
    MappedText text;
    text.append(words, static_cast<std::uint32_t>(bytes.size()));
    bytes += std::string(words) + "\n";
    return text;
  }

  Block& block(std::uint16_t depth) {
    document.blocks.emplace_back().depth = depth;
    return document.blocks.back();
  }

  DeclaredUnit& unit(std::uint16_t depth, Level level, std::string name, std::string_view number) {
    DeclaredUnit unit;
    unit.level = level;
    unit.name = std::move(name);
    if (!number.empty()) unit.number = put(number);
    return *(block(depth).unit = std::move(unit));
  }

  Block& words(std::string_view text, std::uint16_t depth = 0) {
    Block& added = block(depth);
    added.lines.push_back(put(text));
    return added;
  }

  Read read() && {
    Read out;
    out.bytes = std::move(bytes);
    out.document = std::move(document);
    auto found = find_structure(out.document, {}, "lamp", out.bytes);
    REQUIRE(found);
    out.structured = std::move(*found);
    CHECK(faults(out) == "");
    return out;
  }
};

}  // namespace

TEST_CASE("what a format declares is the tree, and words go to the unit of their depth") {
  Writer writer;
  writer.words("The keepers,");
  writer.unit(1, Level::paragraph, "rec", "(12)");
  writer.words("Whereas lamps burn,");
  writer.unit(1, Level::chapter, "chp", "CHAPTER II").heading = writer.put("Lamps");
  writer.unit(2, Level::article, "art", "Article 5");
  writer.unit(3, Level::paragraph, "para", "2.");
  writer.words("A keeper shall:");
  writer.unit(4, Level::point, "point", "(b)");
  writer.words("trim the wick;");
  writer.words("1. and more of it;");
  writer.unit(4, Level::point, "point", "—");
  writer.words("light it;");
  writer.words("at dusk.", 3);
  writer.unit(1, Level::annex, "annex", "ANNEX");
  writer.unit(2, Level::article, "art", "Article 5");
  writer.words("The same number elsewhere.");
  const Read text = std::move(writer).read();
  const Version& version = text.version();
  CHECK(eids(version) == std::vector<std::string>{"preamble", "rec_12", "chp_2", "art_5",
                                                  "art_5__para_2", "art_5__para_2__point_b",
                                                  "art_5__para_2__point_1", "annex",
                                                  "annex__art_5"});
  CHECK(words(version, "preamble") == "The keepers,");
  CHECK(words(version, "art_5__para_2") == "A keeper shall: | at dusk.");
  CHECK(words(version, "art_5__para_2__point_b") == "trim the wick; | 1. and more of it;");
  CHECK(version.doubts.empty());
}

TEST_CASE("an id that the file carries is kept, and told apart where it repeats") {
  Writer writer;
  for (int i = 0; i < 2; ++i) {
    writer.unit(1, Level::article, "sec", "4").eid = "sec_4__x";
    writer.words("Lamps.");
  }
  const Read text = std::move(writer).read();
  CHECK(eids(text.version()) == std::vector<std::string>{"sec_4__x", "sec_4__x~2"});
  REQUIRE(text.version().doubts.size() == 1);
  CHECK(text.version().doubts[0].message == "sec_4__x is there already");
}

TEST_CASE("a unit whose inside is not declared is read for numbers, but not what it quotes") {
  Writer writer;
  writer.unit(1, Level::article, "sec", "§ 3a").numbered = true;
  writer.words("(1) A lamp is lit.");
  writer.words("(2) In the other act insert:");
  writer.words("(3) A lamp is red.").quoted = true;
  const Read text = std::move(writer).read();
  CHECK(eids(text.version()) ==
        std::vector<std::string>{"sec_3a", "sec_3a__para_1", "sec_3a__para_2"});
  CHECK(words(text.version(), "sec_3a__para_2") == "In the other act insert: | (3) A lamp is red.");
}

TEST_CASE("footnotes stand apart, under the article they belong to") {
  for (const bool declared : {true, false}) {
    CAPTURE(declared);
    Writer writer;
    writer.document.declared = declared;
    if (declared) {
      writer.unit(1, Level::article, "art", "Article 1");
    } else {
      writer.words("Article 1").kind = BlockKind::heading;
    }
    writer.words("Lamps are lit.");
    writer.words("3 See the log.").kind = BlockKind::note;
    writer.words("An unnumbered remark.").kind = BlockKind::note;
    const Read text = std::move(writer).read();
    CHECK(eids(text.version()) == std::vector<std::string>{"art_1", "art_1__fn_3", "art_1__fn_1"});
    CHECK(words(text.version(), "art_1") == "Lamps are lit.");
    CHECK(words(text.version(), "art_1__fn_3") == "See the log.");
    CHECK(words(text.version(), "art_1__fn_1") == "An unnumbered remark.");
  }
}

TEST_CASE("a quoted line that looks like a heading opens nothing") {
  Writer writer;
  writer.document.declared = false;
  writer.words("Article 1").kind = BlockKind::heading;
  writer.words("Insert:");
  writer.words("Article 2").quoted = true;
  const Read text = std::move(writer).read();
  CHECK(words(text.version(), "art_1__para_2") == "Article 2");
}

TEST_CASE("ranges of a transcoded text are those of the file") {
  // "é lamp" with é in one byte of the file, the rest in two bytes a letter.
  Writer writer;
  writer.unit(1, Level::article, "art", "1");
  writer.words("\xC3\xA9 lamp lit");
  const auto at = static_cast<std::uint32_t>(writer.bytes.find('\xC3'));
  ExtractedText extracted;
  extracted.text = writer.bytes;
  extracted.origin = {{0, at, 0, at}, {at, 2, at, 1}};
  for (std::uint32_t i = at + 2; i < writer.bytes.size(); ++i) {
    extracted.origin.push_back({i, 1, at + 1 + 2 * (i - at - 2), 2});
  }
  writer.document.extracted = extracted;
  const auto found = find_structure(writer.document, {}, "lamp", "the file's own bytes");
  REQUIRE(found);
  CHECK(found->account.unexplained == 0);
  const MappedText& words = found->versions[0].pieces[0].text;
  CHECK(words.text == "\xC3\xA9 lamp lit");
  CHECK(words.source_of(0, 2) == SourceRange{at, at + 1});
  CHECK(words.source_of(3, 7) == SourceRange{at + 3, at + 11});
}

TEST_CASE("the formats are told apart by their first bytes") {
  CHECK(format_of("%PDF-1.7\n", "lamp.txt").name == "pdf");
  CHECK(format_of("PK\x03\x04", "lamp.md").name == "zip");
  CHECK(format_of("words", "lamp.md").name == "markdown");
  CHECK(format_of("words", "lamp").name == "text");
  CHECK(formats().back().name == "text");
}
