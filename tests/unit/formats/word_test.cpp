// SPDX-License-Identifier: GPL-2.0-or-later
#include "word.hpp"

#include "make_zip.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

const std::string relations =
    R"(<Relationships><Relationship Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>)";

const std::string styles = R"(<w:styles>
<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Head"><w:name w:val="Head"/><w:basedOn w:val="Base"/></w:style>
<w:style w:type="paragraph" w:styleId="Line"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>
<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>)";

const std::string numbering = R"(<w:numbering><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>)";

const std::string notes = R"(<w:footnotes><w:footnote w:id="5"><w:p><w:r><w:t>Of the </w:t></w:r>
<w:r><w:t>harbour.</w:t></w:r></w:p></w:footnote></w:footnotes>)";

std::string docx(const std::string& body) {
  return make_zip({{"_rels/.rels", relations},
                   {"word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>"},
                   {"word/styles.xml", styles},
                   {"word/numbering.xml", numbering},
                   {"word/footnotes.xml", notes}});
}

std::string run(const std::string& words) { return "<w:r><w:t>" + words + "</w:t></w:r>"; }

std::string paragraph(const std::string& inner, const std::string& style = "") {
  const std::string properties =
      style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
  return "<w:p>" + properties + inner + "</w:p>";
}

/// Blocks as "heading 2: …", "note: …"; lines parted by " / "; what was removed in brackets.
std::vector<std::string> outline(const std::string& body) {
  const auto document = read_word(docx(body));
  REQUIRE(document);
  REQUIRE(document->extracted);
  std::vector<std::string> out;
  for (const Block& block : document->blocks) {
    std::string line;
    if (block.kind == BlockKind::heading) line = "heading " + std::to_string(block.level) + ": ";
    if (block.kind == BlockKind::note) line = "note: ";
    for (const MappedText& text : block.lines) {
      line += (&text == &block.lines.front() ? "" : " / ") + text.text;
      const SourceRange range = text.source();
      CHECK(document->extracted->text.substr(range.begin, range.size()) == text.text);
    }
    out.push_back(line);
  }
  for (const RemovedRange& removed : document->removed) {
    out.push_back("[" + std::string(name(removed.reason)) + ": " +
                  document->extracted->text.substr(removed.range.begin, removed.range.size()) +
                  "]");
  }
  return out;
}

std::string message(const std::string& bytes) {
  const auto document = read_word(bytes);
  return document ? "read" : document.error().message;
}

using Outline = std::vector<std::string>;

}  // namespace

TEST_CASE("paragraphs of a Word file are blocks, headings by style or words") {
  CHECK(outline(paragraph(run("Harbours"), "Head") + paragraph(run("Boats ") + run("moor.")) +
                paragraph(run("Article 3")) + paragraph(run("HARBOUR ACT")) + paragraph("") +
                paragraph(run("Swans"), "Ring")) == Outline{"heading 2: Harbours", "Boats moor.",
                                                            "heading 3: Article 3",
                                                            "heading 3: HARBOUR ACT", "Swans"});
}

TEST_CASE("numbers that Word computes are in the text") {
  CHECK(outline(paragraph(run("Boats"), "Item") + paragraph(run(""), "Item") +
                paragraph(run("Swans"), "Item")) == Outline{"Article 1 Boats", "Article 2 Swans"});
  CHECK(outline("<w:p><w:pPr><w:pStyle w:val=\"Item\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"
                "</w:pPr>" +
                run("Boats") + "</w:p>") == Outline{"Boats"});
}

TEST_CASE("a break of the line parts lines, and headings from words") {
  CHECK(outline(paragraph(run("Boats") + "<w:r><w:br/></w:r>" + run("moor."))) ==
        Outline{"Boats / moor."});
  CHECK(outline(paragraph(run("Of boats") + "<w:r><w:br/></w:r>" + run("Article 12"))) ==
        Outline{"Of boats", "heading 3: Article 12"});
}

TEST_CASE("tracked changes are taken as accepted, and deletions named") {
  CHECK(outline(paragraph(run("Boats ") + "<w:ins>" + run("shall ") + "</w:ins>" +
                          "<w:del><w:r><w:delText>may</w:delText></w:r></w:del>" + run("moor."))) ==
        Outline{"Boats shall moor.", "[deletion: may]"});
  CHECK(outline(paragraph("<w:moveFrom>" + run("Swans") + "</w:moveFrom>") +
                paragraph("<w:moveTo>" + run("Swans") + "</w:moveTo>")) ==
        Outline{"Swans", "[deletion: Swans]"});
  CHECK(outline("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("Boats ") + "</w:p>" +
                paragraph(run("moor."))) == Outline{"Boats moor."});
}

TEST_CASE("a footnote stands behind the paragraph that refers to it") {
  CHECK(outline(paragraph(run("Boats") + "<w:r><w:footnoteReference w:id=\"5\"/></w:r>" +
                          run(" moor.")) +
                paragraph(run("Swans go."))) ==
        Outline{"Boats moor.", "note: 1 Of the harbour.", "Swans go."});
  CHECK(outline(paragraph(run("Boats") + "<w:r><w:footnoteReference w:id=\"6\"/></w:r>")) ==
        Outline{"Boats"});
}

TEST_CASE("a table is a line each row, a frame its paragraphs") {
  const auto cell = [](const std::string& inner) { return "<w:tc>" + inner + "</w:tc>"; };
  CHECK(outline("<w:tbl><w:tr>" + cell(paragraph(run("Boat"))) + cell(paragraph(run("Berth"))) +
                "</w:tr><w:tr>" + cell(paragraph(run("Swan")) + paragraph(run("Oar"))) +
                cell(paragraph(run("4"))) + "</w:tr></w:tbl>") ==
        Outline{"Boat | Berth / Swan Oar | 4"});
  CHECK(outline("<w:tbl><w:tr>" + cell(paragraph(run("Article 1")) + paragraph(run("Boats."))) +
                "</w:tr></w:tbl>") == Outline{"heading 3: Article 1", "Boats."});
}

TEST_CASE("contents, fields and hidden words are not the text") {
  CHECK(outline(paragraph(run("Harbours 4"), "Line") +
                paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("Boats") +
                          "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ghost</w:t></w:r>")) ==
        Outline{"Boats", "[contents: Harbours 4]", "[deletion: ghost]"});
}

TEST_CASE("text boxes and marks are read once") {
  CHECK(outline(paragraph(run("Boats") + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" +
                          paragraph(run("In a box")) +
                          "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" +
                          paragraph(run("In a box")) +
                          "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>")) ==
        Outline{"Boats", "In a box"});
  CHECK(outline(paragraph(run("A") + "<w:r><w:sym w:char=\"00A7\"/><w:sym w:char=\"F0B7\"/></w:r>" +
                          "<w:r><w:noBreakHyphen/></w:r>" + run("B"))) == Outline{"A§-B"});
}

TEST_CASE("what is no Word file is refused with the reason") {
  CHECK(message(make_zip({{"a.xml", "<a/>"}})) == "1: a zip archive, and no Word file");
  CHECK(message(make_zip({{"word/document.xml", "<w:document>"}})) ==
        "1: no Word file, or a damaged one");
  CHECK(message(make_zip({{"word/document.xml", "<html><body/></html>"}})) ==
        "1: no Word file, or a damaged one");
}

TEST_CASE("a Word file that nests too deep is refused") {
  std::string deep = run("x");
  for (int i = 0; i < 5000; ++i) deep = "<w:smartTag>" + deep + "</w:smartTag>";
  CHECK(message(docx(paragraph(deep))) == "1: the file nests too deep");
  std::string boxes = paragraph(run("x"));
  for (int i = 0; i < 2000; ++i) boxes = "<w:sdt>" + boxes + "</w:sdt>";
  CHECK(message(docx(boxes)) == "1: the file nests too deep");
}
