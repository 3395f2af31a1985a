// SPDX-License-Identifier: GPL-2.0-or-later
#include "verdict.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace pinlex;
using namespace pinlex::fetching;

namespace {

FoundText found(const std::string& instrument, const std::string& language,
                const std::string& title, std::uint32_t articles) {
  return {instrument + "@" + language, instrument, language, title, articles, articles + 1};
}

Wanted lamps() {
  Wanted wanted;
  wanted.instrument = "lamp-7";
  wanted.language = "en";
  wanted.title = "Convention on Lighthouse Logs";
  wanted.articles = 12;
  return wanted;
}

constexpr auto title = "Convention on Lighthouse Logs";

}  // namespace

TEST_CASE("a text is right by instrument, language and number of articles") {
  const Verdict verdict = judge({"pdf", {}, {found("lamp-7", "en", title, 12)}}, lamps());
  CHECK(verdict.right);
  CHECK(verdict.says == "the English text of lamp-7, 12 of 12 articles");
  CHECK(judge({"html", {}, {found("x", "fr", "", 0), found("lamp-7", "en", title, 12)}}, lamps())
            .right);
}

TEST_CASE("what came instead is said in plain words") {
  const auto says = [](Reading reading) {
    const Verdict verdict = judge(reading, lamps());
    CHECK_FALSE(verdict.right);
    return verdict.says;
  };
  CHECK(says({"html", {}, {found("text", "en", "Page not found", 0)}}) ==
        "an HTML page \"Page not found\" in English where the English text of lamp-7 was "
        "expected; 0 of 12 articles");
  CHECK(says({"pdf", {}, {found("lamp-7", "en", title, 11)}}) ==
        "a PDF file \"Convention on Lighthouse Logs\" in English where the English text of lamp-7 "
        "was expected; 11 of 12 articles");
  CHECK(says({"docx", {}, {found("lamp-7", "fr", "Convention sur les journaux", 12)}}) ==
        "a Word file \"Convention sur les journaux\" in French where the English text of lamp-7 "
        "was expected; 12 of 12 articles");
  CHECK(says({"text", {}, {found("text", "xx", "text", 3)}}) ==
        "plain text in 'xx' where the English text of lamp-7 was expected; 3 of 12 articles");
  CHECK(
      says({"text", {}, {found("text", "en", "text", 12)}}) ==
      "plain text in English where the English text of lamp-7 was expected; 12 of 12 articles, but "
      "not the title \"Convention on Lighthouse Logs\"");
  CHECK(says({"markdown", {}, {}}) ==
        "a Markdown file without a text where the English text of lamp-7 was expected; 0 of 12 "
        "articles");
  CHECK(says({"pdf", "a scan without a text layer", {}}) ==
        "a PDF file that cannot be read: a scan without a text layer");
  CHECK(says({"zip", "not a Word file", {}}) ==
        "a file of the format zip that cannot be read: not a Word file");
}

TEST_CASE("where nobody counted articles a text is more than a page that names it") {
  Wanted report = lamps();
  report.articles = 0;
  CHECK_FALSE(judge({"html", {}, {found("lamp-7", "en", title, 0)}}, report).right);
  CHECK(judge({"pdf", {}, {found("lamp-7", "en", title, 40)}}, report).says ==
        "the English text of lamp-7, 41 passages");
}

TEST_CASE("a title that stands in the words but was not seen as one is found") {
  const Reading unseen{"pdf", {}, {found("text", "en", "LTS 7", 12)}};
  CHECK(may_be(unseen, lamps()));
  CHECK_FALSE(may_be({"pdf", {}, {found("text", "en", "LTS 7", 11)}}, lamps()));
  CHECK_FALSE(may_be({"pdf", {}, {found("text", "nl", "LTS 7", 12)}}, lamps()));
  CHECK_FALSE(may_be({"pdf", {}, {found("lamp-7", "en", title, 12)}}, lamps()));
  CHECK_FALSE(may_be({"pdf", "a scan", {found("text", "en", "", 12)}}, lamps()));
  Wanted uncounted = lamps();
  uncounted.articles = 0;
  CHECK_FALSE(may_be({"pdf", {}, {found("text", "en", "", 0)}}, uncounted));
  CHECK(names_title("LTS 7 - CONVENTION  ON LIGHTHOUSE\nLOGS Urk, 4.V.1999", lamps()));
  CHECK_FALSE(names_title("Convention on Lighthouses and Logs", lamps()));
  CHECK_FALSE(names_title("", lamps()));
  Wanted untitled = lamps();
  untitled.title.clear();
  CHECK(names_title("anything", untitled));
}

TEST_CASE("a title is found in spellings that extraction makes of it") {
  Wanted wanted = lamps();
  wanted.language = "ar";
  wanted.title = "البروتوكول الإضافي لاتفاقية المنارات";
  CHECK(names_title("البروتوكول اإلضافي التفاقية المنارات", wanted));
  CHECK_FALSE(names_title("البروتوكول الثاني لاتفاقية المنارات", wanted));
  wanted.language = "en";
  wanted.title = "Protocol on enhanced co-operation of keepers";
  CHECK(
      names_title("PROTOCOL on enhanced cooper\xC2\xAD"
                  "ation of\nkeepers, Urk",
                  wanted));
}

TEST_CASE("a file that nobody named is recognised by what it holds") {
  Catalogue catalogue;
  REQUIRE(
      catalogue.add_toml("[[instrument]]\nid = \"lamp-7\"\narticles = 12\n"
                         "titles.en = \"Convention on Lighthouse Logs\"\n"
                         "titles.nl = \"Verdrag inzake vuurtorenlogboeken\"\n",
                         "lamps.toml"));
  const Reading both{
      "markdown", {}, {found("lamp-7", "en", title, 11), found("lamp-7", "nl", "Verdrag", 12)}};
  const auto dutch = recognise(both, "", catalogue);
  REQUIRE(dutch.text);
  CHECK(dutch.text->stem() == "lamp-7.nl");
  CHECK(dutch.verdict.right);
  const auto partial = recognise({"pdf", {}, {found("lamp-7", "en", title, 11)}}, "", catalogue);
  REQUIRE(partial.text);
  CHECK_FALSE(partial.verdict.right);
  const Reading unseen{"pdf", {}, {found("text", "nl", "LTS 7", 12)}};
  const auto titled = recognise(unseen, "LTS 7 Verdrag inzake vuurtorenlogboeken", catalogue);
  REQUIRE(titled.text);
  CHECK(titled.text->stem() == "lamp-7.nl");
  CHECK_FALSE(recognise(unseen, "Verdrag inzake vuurtorens", catalogue).text);
  const auto unknown = recognise({"html", {}, {found("text", "en", "Home", 0)}}, "", catalogue);
  CHECK_FALSE(unknown.text);
  CHECK(unknown.verdict.says ==
        "an HTML page \"Home\" in English that is no text of the catalogue; 0 articles");
  CHECK(recognise({"pdf", "a scan", {}}, "", catalogue).verdict.says ==
        "a PDF file that cannot be read: a scan");
}

TEST_CASE("files end as their format does") {
  CHECK(ending_of("pdf") == ".pdf");
  CHECK(ending_of("markdown") == ".md");
  CHECK(ending_of("text") == ".txt");
  CHECK(ending_of("akoma-ntoso") == ".xml");
  CHECK(ending_of("zip") == ".zip");
}
