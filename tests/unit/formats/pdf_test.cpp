// SPDX-License-Identifier: GPL-2.0-or-later
#include "pdf.hpp"

#include "make_pdf.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

using Page = std::vector<Typeset>;
using Outline = std::vector<std::string>;

/// Blocks as "heading: …", "note: …"; what was removed in brackets behind them.
Outline outline(const std::vector<Page>& pages) {
  const auto document = read_pdf(make_pdf(pages));
  REQUIRE(document);
  REQUIRE(document->extracted);
  Outline out;
  for (const Block& block : document->blocks) {
    std::string line;
    if (block.kind == BlockKind::heading) line = "heading: ";
    if (block.kind == BlockKind::note) line = "note: ";
    const SourceRange range = block.lines.front().source();
    CHECK(document->extracted->text.substr(range.begin, range.size()) == block.text());
    out.push_back(line + block.text());
  }
  for (const RemovedRange& removed : document->removed) {
    out.push_back("[" + std::string(name(removed.reason)) + ": " +
                  document->extracted->text.substr(removed.range.begin, removed.range.size()) +
                  "]");
  }
  return out;
}

/// Lines one below the other.
Page set(const std::vector<std::string>& lines, double left = 72, double top = 200) {
  Page page;
  for (const std::string& line : lines) {
    page.push_back({left, top, line});
    top += 13;
  }
  return page;
}

std::string message(const std::string& bytes) {
  const auto document = read_pdf(bytes);
  return document ? "read" : document.error().message;
}

const std::string long_line = "Boats that lie in the harbour of the lake shall keep a lamp lit all";

}  // namespace

TEST_CASE("lines of a PDF are joined into paragraphs") {
  CHECK(outline({set({long_line, "night, and two in fog.", "(a) swans go first;", "(b) oars."})}) ==
        Outline{long_line + " night, and two in fog.", "(a) swans go first;", "(b) oars."});
}

TEST_CASE("a line goes on in lower case, and ends where the next had room") {
  CHECK(outline({set({long_line, "night by", "section 34.", "Swans go first."})}) ==
        Outline{long_line + " night by section 34.", "Swans go first."});
  // A label in the margin and the words beside it.
  CHECK(outline({{{72, 200, "Note:"}, {130, 200, "Lamps are lit."}}}) ==
        Outline{"Note: Lamps are lit."});
}

TEST_CASE("a word that the end of a line parts is whole again") {
  CHECK(
      outline({set({"Boats that lie in the harbour of the lake shall keep the regu-",
                    "lations on lamps that the co-operation of the harbour mas-",
                    "ters made; co-operation is a duty of theirs and of co-",
                    "operation they speak."})}) ==
      Outline{"Boats that lie in the harbour of the lake shall keep the regulations on lamps that "
              "the co-operation of the harbour masters made; co-operation is a duty of theirs and "
              "of co-operation they speak."});
}

TEST_CASE("what is set large or bold is a heading") {
  CHECK(outline({{{72, 200, "Harbour Act", 20, true},
                  {72, 240, "Lamps", 11, true},
                  {72, 256, "Boats keep a lamp lit.", 11},
                  {72, 290, "Article 2", 11},
                  {72, 306, "Swans go first, as they always did on this lake.", 11}}}) ==
        Outline{"heading: Harbour Act", "heading: Lamps", "Boats keep a lamp lit.",
                "heading: Article 2", "Swans go first, as they always did on this lake."});
  // A heading that wraps is one.
  CHECK(outline({{{72, 200, "Part 4 - Lamps of boats and", 20, true},
                  {72, 224, "swans", 20, true},
                  {72, 256, "Boats keep a lamp lit.", 11}}}) ==
        Outline{"heading: Part 4 - Lamps of boats and swans", "Boats keep a lamp lit."});
}

TEST_CASE("columns are read one after the other") {
  Page page = set({"Boats that lie in the", "harbour keep a lamp lit", "all night, and two lamps",
                   "in fog or in snow, as"},
                  72);
  const Page right = set({"the harbour master says", "when the horn was blown",
                          "and nobody has gone", "home before it was."},
                         330);
  page.insert(page.end(), right.begin(), right.end());
  CHECK(
      outline({page}) ==
      Outline{"Boats that lie in the harbour keep a lamp lit all night, and two lamps in fog or in "
              "snow, as the harbour master says when the horn was blown and nobody has gone home "
              "before it was."});
}

TEST_CASE("running heads and page numbers are taken out, and words go over the page") {
  std::vector<Page> pages;
  for (int i = 1; i <= 4; ++i) {
    Page page = set({long_line + " " + std::string(static_cast<std::size_t>(i), 'x') + "."});
    page.push_back({72, 40, i % 2 == 0 ? "Lamps Harbour Act" : "Harbour Act Lamps", 9});
    page.push_back({290, 790, std::to_string(i), 9});
    pages.push_back(page);
  }
  const Outline found = outline(pages);
  REQUIRE(found.size() == 12);
  CHECK(found[0] == long_line + " x.");
  CHECK(std::count(found.begin(), found.end(), "[page head: Harbour Act Lamps]") == 2);
  CHECK(std::count(found.begin(), found.end(), "[page head: 3]") == 1);
  const auto joined =
      read_pdf(make_pdf({set({long_line}), set({"of the night, and two in fog."})}));
  REQUIRE(joined);
  REQUIRE(joined->blocks.size() == 1);
  REQUIRE(joined->extracted->places.size() == 2);
  CHECK(joined->extracted->places[1].place == "page 2");
  CHECK(joined->extracted->text.substr(joined->extracted->places[1].offset).starts_with("of the "));
}

TEST_CASE("words of the text that recur are kept") {
  std::vector<Page> pages;
  for (int i = 0; i < 10; ++i)
    pages.push_back(set({"Swans " + std::string(i + 1, 'x') + "."}, 72, 60));
  pages[2] = pages[5] = set({"Limits on lamps."}, 72, 60);
  const Outline found = outline(pages);
  CHECK(std::count(found.begin(), found.end(), "Limits on lamps.") == 2);
}

TEST_CASE("footnotes stand behind the paragraph that refers to them") {
  CHECK(outline({{{72, 200, long_line, 11},
                  {72 + 0.6 * 11 * static_cast<double>(long_line.size()), 201, "1", 6},
                  {72, 213, "night.", 11},
                  {72, 700, "1 Of the lake", 8},
                  {72, 710, "and its shores.", 8}}}) ==
        Outline{long_line + "¹ night.", "note: 1 Of the lake and its shores."});
}

TEST_CASE("a table of contents is taken out") {
  CHECK(outline({set({"Contents", "1 Lamps..........3", "2 Swans..........4", "3 Oars..........5"}),
                 set({"Boats moor."})}) ==
        Outline{"Boats moor.", "[contents: Contents]", "[contents: 1 Lamps..........3]",
                "[contents: 2 Swans..........4]", "[contents: 3 Oars..........5]"});
  // The numbers of some pages in a column of their own.
  Page page = set({"1 Lamps..........3", "2 Swans..........4", "3 Oars..........5", "Part 2 Fish"});
  page.push_back({400, 600, "9"});
  CHECK(outline({page, set({"Boats moor."})}).front() == "Boats moor.");
}

TEST_CASE("a PDF that cannot be read is refused with the reason") {
  CHECK(message("%PDF-1.4\nnothing") == "1: a damaged PDF");
  CHECK(message(make_pdf({{}, {}})) == "1: the PDF holds no text: its 2 pages are pictures");
  CHECK(message(make_pdf({{}})) == "1: the PDF holds no text: its 1 page is a picture");
}
