// SPDX-License-Identifier: GPL-2.0-or-later
#include "foreign_formats.hpp"
#include "outline.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

/// The lines of a page, headings marked by '#', blocks parted by " / ".
std::string lines_of(const std::string& body) {
  const Read text = read("<!doctype html><title>Lamps</title><body>" + body, "lamp.html");
  CHECK(faults(text) == "");
  CHECK(text.structured.account.unexplained == 0);
  std::string out;
  for (const Block& block : text.document.blocks) {
    if (!out.empty()) out += " / ";
    if (block.kind == BlockKind::heading) out += "#" + std::to_string(block.level) + " ";
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      out += (i == 0 ? "" : "\\n") + block.lines[i].text;
    }
  }
  return out;
}

std::uint64_t removed(const Read& text, Removed reason) {
  for (const auto& [why, bytes] : text.structured.account.removed) {
    if (why == reason) return bytes;
  }
  return 0;
}

}  // namespace

TEST_CASE("a page is read as a browser shows it") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"<p>A <b>lamp</b>\n is   lit.<p>So.", "A lamp is lit. / So."},
      {"<h2>Article 1</h2>Words<br>of it<div>more</div>", "#2 Article 1 / Words\\nof it / more"},
      {"<p>wicks &amp; oil&nbsp;&#8211; &#150; &fflig; &nosuch; 1 < 2",
       "wicks & oil\xC2\xA0\xE2\x80\x93 \xE2\x80\x93 \xEF\xAC\x80 &nosuch; 1 < 2"},
      {"<p>&nbsp;</p><p>lit", "lit"},
      {"<p>note<sup>12</sup>", "note\xC2\xB9\xC2\xB2"},
      {"<p><span>lamp\n</span><span>by\n</span><span>lamp</span></p>", "lamp by lamp"},
      {"<ol><li>one<li value=4><p>four</p></ol>", "1. one / 4. four"},
      {"<ol type=a start=2><li>b</ol><ol type=I><li>x<li>y</ol>", "b. b / I. x / II. y"},
      {"<ol><li>(a) own number</ol><ul><li>dot</ul>", "(a) own number / \xE2\x80\xA2 dot"},
      {"<ol style='list-style: none'><li>bare</ol>", "bare"},
      {"<table><tr><th>Year<th>Lamps<tr><td>1901<td>9</table>", "Year | Lamps\\n1901 | 9"},
      {"<table><tr><td><p>laid out</p><p>as a table<td>aside</table>",
       "laid out / as a table / aside"},
      {"<table>stray<tr><td>cell</table>", "stray / cell"},
      {"<pre>one\ntwo</pre><p style='white-space: pre-wrap'>3\n4", "one\\ntwo / 3\\n4"},
      {"<p>a<script>x()</script>b<style>c</style>", "ab"},
  };
  for (const auto& [body, expected] : cases) {
    CAPTURE(body);
    CHECK(lines_of(body) == expected);
  }
}

TEST_CASE("what is no part of the text is left out by name") {
  const std::vector<std::pair<std::string, Removed>> cases{
      {"<nav>gone</nav>", Removed::navigation},
      {"<footer>gone</footer>", Removed::navigation},
      {"<div role=banner>gone</div>", Removed::navigation},
      {"<div class='x breadcrumb'>gone</div>", Removed::navigation},
      {"<button>gone</button>", Removed::navigation},
      {"<p hidden>gone</p>", Removed::hidden},
      {"<p style='DISPLAY : none'>gone</p>", Removed::hidden},
      {"<p aria-hidden=true>gone</p>", Removed::hidden},
      {"<p class='hidden'>gone</p>", Removed::hidden},
      {"<script>gone</script>", Removed::script},
      {"<div id=toc>gone</div>", Removed::contents},
  };
  for (const auto& [body, reason] : cases) {
    CAPTURE(body);
    const Read text = read("<html><body><p>kept</p>" + body, "lamp.html");
    CHECK(faults(text) == "");
    CHECK(text.document.blocks.size() == 1);
    CHECK(removed(text, reason) == 4);
  }
  CHECK(lines_of("<p class='hidden md:block'>kept") == "kept");
}

TEST_CASE("a list of links is a menu, a paragraph with links is none") {
  std::string menu;
  std::string prose;
  for (int i = 0; i < 6; ++i) {
    menu += "<li><a href=x>page</a>";
    prose += "under <a href=x>act</a>, ";
  }
  CHECK(lines_of("<p>kept<ul>" + menu + "</ul>") == "kept");
  CHECK(lines_of("<p>" + prose).starts_with("under act, under act"));
}

TEST_CASE("a page that names its main part is taken at its word, where that holds most of it") {
  CHECK(lines_of("<p>aside</p><main><h1>Lamps</h1><p>They burn.</main><p>after") ==
        "#1 Lamps / They burn.");
  CHECK(lines_of("<main>x</main><p>Lamps burn at night.") == "x / Lamps burn at night.");
}

TEST_CASE("articles of a page are found, with its title and language") {
  const Read text = read(
      "\n<html lang='es-CL'><head><title>Ley de\n l\xC3\xA1mparas</title></head><body><div>"
      "<p><span>Art\xC3\xAD"
      "culo </span><span>1</span></p>La l\xC3\xA1mpara arde.<h3>Art\xC3\xAD"
      "culo 2</h3><ol type=a><li>una;<li>otra.</ol></div>",
      "lamp.html");
  CHECK(eids(text.version()) ==
        std::vector<std::string>{"art_1", "art_2", "art_2__point_a", "art_2__point_b"});
  CHECK(text.version().language == "es");
  CHECK(text.document.metadata.title == "Ley de l\xC3\xA1mparas");
  CHECK(text.document.format == "html");
}

TEST_CASE("a page in the encoding of browsers leads back to its bytes") {
  const std::string bytes = "<html><body><p>Caf\xE9 \x96 lamps</p>";
  const Read text = read(bytes, "lamp.html");
  const MappedText& words = text.version().pieces.at(0).text;
  CHECK(words.text == "Caf\xC3\xA9 \xE2\x80\x93 lamps");
  const auto at = static_cast<std::uint32_t>(words.text.find("lamps"));
  CHECK(words.source_of(at, at + 5).begin == bytes.find("lamps"));
}

TEST_CASE("a page nested too deep is refused with its line") {
  std::string bytes = "<html>\n";
  for (int i = 0; i < 600; ++i) bytes += "<div>";
  const auto document = read_foreign(bytes, "lamp.html");
  REQUIRE_FALSE(document);
  CHECK(document.error().message == "2: nested deeper than 512 elements");
  std::string flat = "<html><body>";
  for (int i = 0; i < 600; ++i) flat += "<p>lamp<br>";
  CHECK(read_foreign(flat, "lamp.html"));
}

TEST_CASE("a page with a zero byte is refused with its line") {
  const auto document = read_foreign(std::string("<html>\n<p>la\0mp", 15), "lamp.html");
  REQUIRE_FALSE(document);
  CHECK(document.error().message == "2: a binary file: there is a zero byte");
}
