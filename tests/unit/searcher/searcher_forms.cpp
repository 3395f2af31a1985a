// SPDX-License-Identifier: GPL-2.0-or-later
// The forms beside text and JSON: columns, Markdown, HTML, rows.
#include "hit.hpp"
#include "neighbours.hpp"
#include "render/escape.hpp"
#include "searcher_records.hpp"

#include <pinlex/searcher/render.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

Hit lantern_hit(const std::string& language = "en", Edition edition = Edition::official) {
  const VersionRecord version = lantern_version(language, edition);
  Hit hit = provision_of(version, {lantern_record(version)}, "art_7__para_1");
  hit.rank = 1;
  hit.score = 4.25;
  return hit;
}

SearchAnswer answer_with(Hit hit) {
  SearchAnswer answer;
  answer.query = answer.read_as = "lantern";
  answer.total = {1, true};
  answer.hits = {std::move(hit)};
  return answer;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what a document says is no markup") {
  struct Case {
    std::string text, html, markdown, csv;
  };
  const std::vector<Case> cases{
      {"plain words", "plain words", "plain words", "plain words"},
      {"a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;", "a\\<b\\>\\&\"'", "\"a<b>&\"\"'\""},
      {"a\n\n b", "a b", "a b", "a b"},
      {"1. # *x* [y](z) _u_ `v` |", "1. # *x* [y](z) _u_ `v` |",
       "1\\. \\# \\*x\\* \\[y\\](z) \\_u\\_ \\`v\\` \\|", "1. # *x* [y](z) _u_ `v` |"},
      {"- a", "- a", "\\- a", "'- a"},
      {"=SUM(A1,A2)", "=SUM(A1,A2)", "\\=SUM(A1,A2)", "\"'=SUM(A1,A2)\""},
      {"a\x1b[1m\xFF", "a\xEF\xBF\xBD[1m\xEF\xBF\xBD", "a\xEF\xBF\xBD\\[1m\xEF\xBF\xBD",
       "a\xEF\xBF\xBD[1m\xEF\xBF\xBD"},
      {"", "", "", ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(html_escaped(c.text) == c.html);
    CHECK(markdown_escaped(c.text) == c.markdown);
    CHECK(csv_field(c.text) == c.csv);
  }
  CHECK(marked_up("a<b c", {{2, 3}, {4, 5}}, html_escaped, "<mark>", "</mark>") ==
        "a&lt;<mark>b c</mark>");
}

TEST_CASE("a hit as Markdown and as HTML") {
  SearchAnswer answer = answer_with(lantern_hit("en", Edition::digest));
  answer.hits[0].texts[1].text = "watch <script>alert(1)</script>";
  answer.hits[0].texts[1].highlights = {{0, 5}};
  const std::string markdown = to_markdown(answer);
  CHECK(has(markdown, "## 1\\. Convention on Lanterns (LTS 12), art. 7(1)\n"));
  CHECK(has(markdown, "\n> > **(a)** **watch** \\<script\\>alert(1)\\</script\\>\n"));
  CHECK(has(markdown, "**digest, not the official text: https://example.org/lanterns**\n"));
  CHECK(has(markdown, "\n1 passage matches.\n"));
  const std::string html = to_html(answer);
  CHECK(has(html, "<h2>1. Convention on Lanterns (LTS 12), art. 7(1)</h2>"));
  CHECK(has(html, "<mark>watch</mark> &lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK(has(html, "digest, not the official text: https://example.org/lanterns"));
  CHECK(has(html, "default-src 'none'"));
  CHECK_FALSE(has(html, "<script"));
}

TEST_CASE("hits as rows") {
  const SearchAnswer answer = answer_with(lantern_hit());
  const std::string csv = to_csv(answer);
  CHECK(csv.rfind("rank,score,id,pinpoint,citation,", 0) == 0);
  CHECK(has(csv,
            "\n1,4.250000,lanterns#art_7@en,lanterns#art_7__para_1@en,\"Convention on "
            "Lanterns (LTS 12), art. 7(1)\",lanterns,treaty,en,official,Article 7,"));
  const std::string lines = to_jsonl(answer);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
  const auto row = nlohmann::json::parse(lines);
  CHECK(row["schema"] == "pinlex.hit/1");
  CHECK(row["pinpoint"] == "lanterns#art_7__para_1@en");
  CHECK(to_trec(answer, "T1") == "T1 Q0 lanterns#art_7 1 4.250000 pinlex\n");
}

TEST_CASE("versions stand side by side where lines are wide enough") {
  ShowAnswer answer;
  for (const char* language : {"en", "nl"}) {
    answer.provisions.emplace_back();
    answer.provisions.back().provision = lantern_hit(language);
  }
  auto& dutch = answer.provisions[1].provision.texts;
  dutch[1].text = "de seinen van een lantaarn lezen; en";
  dutch.erase(dutch.begin() + 3);  // (b)(i) is missing there.
  const std::string text = to_text(answer, {false, 80});
  CHECK(has(text,
            "       (a) watch the signals of a      │        (a) de seinen van een lantaarn\n"
            "           lantern; and                │            lezen; en\n"));
  CHECK(has(text, "           (i) to watch; or            │\n"));
  CHECK(has(text, "           (ii) to help the keeper     │            (ii) to help the keeper\n"));
  CHECK(has(text, "\n   lanterns#art_7__para_1@en\n"));
  CHECK(has(text, "\n   lanterns#art_7__para_1@nl\n"));
  CHECK_FALSE(has(to_text(answer, {false, 60}), "│"));
  CHECK_FALSE(has(to_text(answer, {false, 0}), "│"));
}

TEST_CASE("the outline within an article") {
  const VersionRecord version = lantern_version();
  const auto lines = outline_within(provision_of(version, {lantern_record(version)}, "art_7"));
  std::vector<std::string> shown;
  for (const auto& [entry, opening] : lines) {
    shown.push_back(std::to_string(entry.parent) + " " + std::string(name(entry.level)) + " " +
                    entry.number + " " + opening);
  }
  CHECK(shown == std::vector<std::string>{
                     "-1 paragraph 1. A keeper may, for grave wrongs:",
                     "0 point (a) watch the signals of a lantern; and",
                     "0 point (b) oblige an owner:",
                     "2 point (i) to watch; or",
                     "2 point (ii) to help the keeper",
                     "-1 paragraph 2. An owner keeps secret that a keeper watches.",
                     "-1 paragraph 3. Judges review what keepers do.",
                 });
}
