// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher_index.hpp"

#include <pinlex/searcher/render.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;
using Names = std::vector<std::string>;

namespace {

std::string treaty(const std::string& id, const std::string& kind, const std::string& language,
                   const std::string& title, const std::string& articles) {
  return "---\ninstrument: " + id + "\nkind: " + kind + "\nlanguage: " + language +
         "\ntitle: " + title + "\n---\n\n" + articles;
}

const std::string foghorns = treaty(
    "foghorns", "treaty", "en", "Convention on Foghorns",
    "### Article 1\n#### Definitions\n\nA foghorn means a horn that is blown in fog.\n\n"
    "### Article 7\n#### Interception of light signals\n\n"
    "1. Each Party may empower a harbour master to write down light signals that pass within sight "
    "of the tower, where a judge has so ordered in respect of a serious offence.\n\n"
    "2. The order shall name the ships whose signals may be written down.\n\n"
    "3. The harbour master shall keep confidential that an order was given, and what was learnt by "
    "it.\n\n"
    "### Article 8\n#### Fog\n\nIn fog the horn replaces the lamp.\n");

const std::string opinion = treaty(
    "opinion", "commentary", "en", "On light signals",
    "## Interception of light signals\n\nEach Party may empower a lighthouse keeper to write down "
    "light signals that pass within sight of the tower, where a judge has so ordered.\n");

const std::string misthoorns = treaty(
    "misthoorns", "treaty", "nl", "Verdrag inzake misthoorns",
    "### Artikel 3\n#### Onderscheppen van lichtseinen\n\nElke Partij kan een vuurtorenwachter "
    "machtigen lichtseinen op te schrijven die binnen het zicht van de toren voorbijgaan.\n");

constexpr const char* concordance =
    "# lamps and horns\n"
    "lighthouses#art_3\tfoghorns#art_7\tbroader\n"
    "lighthouses#art_3__para_3\tdrums#art_2\tsame\n"
    "lighthouses#art_5\tdrums#art_9\tsame\n";

class HornIndex {
 public:
  HornIndex() {
    folder_.write("texts/foghorns.md", foghorns);
    folder_.write("texts/misthoorns.md", misthoorns);
    folder_.write("texts/opinion.md", opinion);
    folder_.write("catalogue/drums.toml",
                  "[[instrument]]\nid = \"drums\"\nkind = \"treaty\"\n"
                  "titles.en = \"Convention on Drums\"\n");
    folder_.write("catalogue/parallels.tsv", concordance);
    make_index(folder_ / "index", {fixtures() / "treaties", folder_ / "texts"});
  }
  Searcher open() const { return must(Searcher::open({folder_ / "index"}, folder_ / "catalogue")); }
  const TemporaryFolder& folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
};

ParallelsRequest beside(const std::string& citation) {
  ParallelsRequest request;
  request.citation = citation;
  return request;
}

Names names(const std::vector<ParallelProvision>& list) {
  Names out;
  for (const ParallelProvision& one : list) {
    std::string line = one.provision.pinpoint + (one.exists ? "" : "?");
    if (one.relation) line += " " + std::string(name(*one.relation));
    if (!one.of.empty()) line += " of " + one.of;
    out.push_back(line);
  }
  return out;
}

std::string shown(const std::vector<DiffRun>& diff) {
  std::string out;
  for (const DiffRun& run : diff) {
    out += out.empty() ? "" : " ";
    if (run.kind == DiffKind::same) out += run.text;
    if (run.kind == DiffKind::source) out += "[" + run.text + "]";
    if (run.kind == DiffKind::quotation) out += "{" + run.text + "}";
  }
  return out;
}

}  // namespace

TEST_CASE("the concordance comes first, then what is alike") {
  const HornIndex index;
  const Searcher searcher = index.open();
  const ParallelsAnswer answer = must(searcher.parallels(beside("lighthouses#art_3")));
  CHECK(answer.read_as == "lighthouses#art_3");
  CHECK(answer.asked.id == "lighthouses#art_3@en");
  CHECK(names(answer.curated) ==
        Names{"foghorns#art_7@en narrower", "drums#art_2? same of lighthouses#art_3__para_3"});
  REQUIRE(answer.curated.size() == 2);
  CHECK(answer.curated[0].provision.score > 0.5);
  CHECK(answer.curated[0].provision.score < 1);
  REQUIRE_FALSE(answer.curated[0].words.empty());
  CHECK(answer.curated[0].words.front() == "Interception");
  CHECK(answer.curated[0].provision.texts.size() == 3);
  CHECK(answer.curated[0].diff.empty());
  CHECK(answer.curated[1].provision.citation == "Convention on Drums, art. 2");
  REQUIRE_FALSE(answer.similar.empty());
  // The Dutch text stands beside the Dutch version; commentary does not bind.
  CHECK(answer.similar[0].provision.pinpoint == "misthoorns#art_3@nl");
  for (const ParallelProvision& one : answer.similar) {
    CHECK(one.provision.instrument != "lighthouses");
    CHECK(one.provision.instrument != "opinion");
    CHECK_FALSE(one.relation);
  }
}

TEST_CASE("relations are read from the other side") {
  const HornIndex index;
  const Searcher searcher = index.open();
  const ParallelsAnswer answer = must(searcher.parallels(beside("foghorns#art_7")));
  CHECK(names(answer.curated) == Names{"lighthouses#art_3@en broader"});
  CHECK(answer.curated.front().provision.also == Names{"lighthouses#art_3@nl"});
}

TEST_CASE("an instrument without a text stands in the concordance all the same") {
  const HornIndex index;
  const Searcher searcher = index.open();
  const ParallelsAnswer answer = must(searcher.parallels(beside("drums#art_9")));
  CHECK(names(answer.curated) == Names{"lighthouses#art_5@en same"});
  CHECK(answer.similar.empty());
  CHECK(answer.asked.id.empty());
  CHECK(answer.notes == Names{"the index has no text of drums; only the concordance is asked"});
  const auto none = searcher.parallels(beside("drums#art_1"));
  REQUIRE_FALSE(none);
  CHECK(none.error().code == Code::nothing_found);
  CHECK(none.error().message ==
        "the index has no text of drums, and no concordance names drums#art_1");
}

TEST_CASE("what stands beside is shown in the language of what was asked for") {
  const TemporaryFolder folder;
  const std::string dutch = misthoorns.substr(misthoorns.find("###"));
  folder.write("texts/horns.nl.md", treaty("horns", "treaty", "nl", "Hoorns", dutch));
  folder.write("texts/horns.en.md",
               treaty("horns", "treaty", "en", "Horns",
                      "### Article 3\n#### Signals\n\nA keeper may note what passes.\n"));
  make_index(folder / "index", {fixtures() / "treaties", folder / "texts"});
  const Searcher searcher = must(Searcher::open({folder / "index"}));
  // The Dutch versions are more alike.
  const ParallelsAnswer answer = must(searcher.parallels(beside("lighthouses#art_3")));
  REQUIRE_FALSE(answer.similar.empty());
  CHECK(answer.asked.id == "lighthouses#art_3@en");
  CHECK(answer.similar[0].provision.pinpoint == "horns#art_3@en");
  CHECK(answer.similar[0].provision.also == Names{"horns#art_3@nl"});
}

TEST_CASE("filters are about what stands beside") {
  const HornIndex index;
  const Searcher searcher = index.open();
  ParallelsRequest request = beside("lighthouses#art_3");
  request.filters.instruments = {"misthoorns"};
  CHECK(must(searcher.parallels(request)).curated.empty());
  CHECK(names(must(searcher.parallels(request)).similar) == Names{"misthoorns#art_3@nl"});
  request.filters.instruments = {};
  request.filters.languages = {"nl"};
  const ParallelsAnswer dutch = must(searcher.parallels(request));
  CHECK(dutch.asked.id == "lighthouses#art_3@nl");
  CHECK(names(dutch.curated) ==
        Names{"drums#art_2? same of lighthouses#art_3__para_3", "foghorns#art_7? narrower"});
  request.filters.languages = {};
  request.filters.kinds = {"commentary"};
  CHECK(must(searcher.parallels(request)).similar.front().provision.instrument == "opinion");
  request.filters.kinds = {};
  request.limit = 1;
  CHECK(must(searcher.parallels(request)).similar.size() == 1);
}

TEST_CASE("two provisions are compared word by word") {
  const HornIndex index;
  const Searcher searcher = index.open();
  ParallelsRequest request = beside("foghorns#art_7");
  request.diff = true;
  const ParallelsAnswer whole = must(searcher.parallels(request));
  REQUIRE(whole.curated.size() == 1);
  CHECK(whole.curated[0].common.value() < 1);
  CHECK(shown(whole.curated[0].diff) ==
        "Each Party may empower a [lighthouse keeper] {harbour master} to write down light signals "
        "that pass within sight of the tower, where a judge has so ordered in respect of a serious "
        "offence [against shipping] The order shall name [the tower and the days for which it "
        "holds; and] the ships whose signals may be written down.\nThe [keeper] {harbour master} "
        "shall keep confidential that an order was given, and what was learnt by it [The powers "
        "and procedures of this article shall be subject to Article 4]");
  request.citation = "lighthouses#art_3__para_2";
  CHECK(must(searcher.parallels(request)).curated[0].common.value() > 0.5);
}

TEST_CASE("what cannot be asked is refused with its place") {
  const HornIndex index;
  const Searcher searcher = index.open();
  struct Case {
    const char* citation;
    Code code;
    const char* message;
  };
  const std::vector<Case> cases{
      {"lighthouses", Code::query,
       "parallels are those of one article or a part of it\n  lighthouses\n  ^^^^^^^^^^^"},
      {"lighthouses arts. 3-4", Code::query,
       "parallels are those of one article or a part of it\n  lighthouses arts. 3-4\n"
       "  ^^^^^^^^^^^^^^^^^^^^^"},
      {"article 5", Code::query, "the citation names no instrument\n  article 5\n  ^^^^^^^^^"},
      {"lighthouses#art_99", Code::nothing_found,
       "Convention on Lighthouses and the Interception of Light Signals has no art. 99"},
      {"lighthouses#chp_2", Code::usage, "chapter 2 is no article or part of one"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.citation);
    const auto answer = searcher.parallels(beside(one.citation));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == one.code);
    CHECK(answer.error().message == one.message);
  }
  ParallelsRequest none = beside("lighthouses#art_3");
  none.limit = 0;
  CHECK(searcher.parallels(none).error().message == "the limit is from 1 to 1000");
}

TEST_CASE("a broken concordance is named with its line") {
  const HornIndex index;
  index.folder().write("catalogue/parallels.tsv", "lighthouses#art_3\tdrums#art_1\tlike\n");
  const auto answer = index.open().parallels(beside("lighthouses#art_3"));
  REQUIRE_FALSE(answer);
  CHECK(answer.error().message == (index.folder() / "catalogue/parallels.tsv").string() +
                                      ":1: the relation is same, narrower or broader, not 'like'");
}
