// SPDX-License-Identifier: GPL-2.0-or-later
// Powers and what limits them, over an invented treaty and the words that ship.
#include "searcher_index.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/searcher/render.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

using namespace pinlex;
using Names = std::vector<std::string>;

namespace {

class FerriesIndex {
 public:
  FerriesIndex() {
    const auto files =
        read_thesaurus_files({std::filesystem::path(PINLEX_SOURCE_DIR) / "corpus/data/powers"});
    const CompiledThesaurus thesaurus(must(Thesaurus::from_toml(must(files))));
    make_index(folder_ / "index", {fixtures() / "powers", fixtures() / "commentary"}, thesaurus);
  }
  Searcher open() const { return must(Searcher::open({folder_ / "index"})); }

 private:
  TemporaryFolder folder_;
};

/// "art. 4(1) power content-interception" of each.
Names listed(const PowersAnswer& answer) {
  Names out;
  for (const InstrumentPowers& instrument : answer.instruments) {
    for (const PowerProvision& one : instrument.provisions) {
      out.push_back(one.pinpoint + " " + one.element + " " + one.power.id);
    }
  }
  return out;
}

const PowerProvision& provision(const PowersAnswer& answer, const std::string& pinpoint,
                                const std::string& power) {
  for (const PowerProvision& one : answer.instruments.at(0).provisions) {
    if (one.pinpoint == pinpoint && one.power.id == power) return one;
  }
  throw std::runtime_error(pinpoint + " does not give " + power);
}

Names limits(const PowerProvision& provision) {
  Names out;
  for (const SafeguardLink& link : provision.safeguards) {
    std::string line = std::string(name(link.basis)) + " " + link.pinpoint;
    if (!link.via.empty()) line += " by " + link.via;
    line += ":";
    for (const PowerConcept& one : link.safeguards) line += " " + one.id;
    out.push_back(line);
  }
  return out;
}

}  // namespace

TEST_CASE("the powers of a treaty, in the order of its text") {
  const FerriesIndex index;
  const Searcher searcher = index.open();
  const PowersAnswer answer = must(searcher.powers({}));
  CHECK(listed(answer) ==
        Names{"art. 3(1) power data-preservation", "art. 3(2) duty data-preservation",
              "art. 3(3) secrecy secrecy-order", "art. 4(1) power content-interception",
              "art. 4(2) secrecy secrecy-order", "art. 5 power production-order",
              "art. 6 power computer-search"});
  CHECK(answer.without == 1);
  const InstrumentPowers& ferries = answer.instruments.at(0);
  CHECK(ferries.id == "ferries@en");
  Names defined;
  for (const DefinedTerm& one : ferries.definitions) defined.push_back(one.id + " " + one.term.id);
  CHECK(defined == Names{"ferries#art_1__point_a@en traffic-data",
                         "ferries#art_1__point_b@en service-provider"});
}

TEST_CASE("a power says to whom, of what, and by which words of the file") {
  const FerriesIndex index;
  const PowersAnswer answer = must(index.open().powers({}));
  const PowerProvision& one = provision(answer, "art. 4(1)", "content-interception");
  CHECK(one.id == "ferries#art_4__para_1@en");
  CHECK(one.addressees == Names{"authority", "provider"});
  CHECK(one.data == Names{"content"});
  CHECK(one.provenance.address == "https://example.org/ferries?a=1&b=2");
  const auto file = read_file(fixtures() / "powers" / "ferries.md", 1 << 20);
  REQUIRE(file);
  REQUIRE_FALSE(one.evidence.empty());
  for (const FoundEvidence& words : one.evidence) {
    INFO(words.what << " " << words.words);
    const std::string source = file->substr(words.source.begin, words.source.size());
    const bool stands =
        words.in_heading ? source.find(words.words) != std::string::npos : source == words.words;
    CHECK(stands);
  }
}

TEST_CASE("what each power is subject to") {
  const FerriesIndex index;
  const PowersAnswer answer = must(index.open().powers({}));
  CHECK(limits(provision(answer, "art. 3(1)", "data-preservation")) ==
        Names{"provision art. 3(1): grounds-justifying-application",
              "covering art. 2(1): human-rights-clause proportionality",
              "covering art. 2(2): judicial-supervision"});
  CHECK(limits(provision(answer, "art. 4(1)", "content-interception")) ==
        Names{"provision art. 4(1): serious-offence-threshold",
              "reference art. 2 by art. 4(3): conditions-and-safeguards human-rights-clause "
              "proportionality judicial-supervision"});
  CHECK(limits(provision(answer, "art. 5", "production-order")) ==
        Names{"covering art. 2(1): human-rights-clause proportionality",
              "covering art. 2(2): judicial-supervision"});
  CHECK(limits(provision(answer, "art. 6", "computer-search")).empty());
}

TEST_CASE("powers are narrowed by instrument and by any word for them") {
  const FerriesIndex index;
  const Searcher searcher = index.open();
  PowersRequest request;
  for (const char* power : {"content-interception", "wiretapping", "interception",
                            "electronic-surveillance", "interceptación de datos de contenido"}) {
    INFO(power);
    request.powers = {power};
    CHECK(listed(must(searcher.powers(request))) == Names{"art. 4(1) power content-interception"});
  }
  request.powers = {"singing"};
  const auto unknown = searcher.powers(request);
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == Code::usage);
  CHECK(unknown.error().message == "no text here is power:singing");
  request.powers = {};
  request.instruments = {"ferry"};
  const auto nowhere = searcher.powers(request);
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().message == "no text here is instrument:ferry");
  request.instruments = {"watching-the-watchers"};
  CHECK(must(searcher.powers(request)).instruments.empty());
}

TEST_CASE("power: and safeguard: filter passages") {
  const FerriesIndex index;
  const Searcher searcher = index.open();
  struct Row {
    const char *query, *read_as;
    Names found;
  };
  for (const Row& row : std::vector<Row>{
           {"power:interception", "power:content-interception", {"ferries#art_4@en"}},
           {"power:wiretapping", "power:content-interception", {"ferries#art_4@en"}},
           {"power:electronic-surveillance", "power:electronic-surveillance", {"ferries#art_4@en"}},
           {"safeguard:judicial-supervision",
            "safeguard:judicial-supervision",
            {"ferries#art_2@en", "ferries#art_3@en", "ferries#art_4@en", "ferries#art_5@en"}},
           {"power:interception safeguard:judicial",
            "power:content-interception AND safeguard:judicial-supervision",
            {"ferries#art_4@en"}},
           {"power:content-interception AND NOT safeguard:judicial-supervision",
            "power:content-interception AND NOT safeguard:judicial-supervision",
            {}},
           {"power:search", "power:computer-search", {"ferries#art_6@en"}}}) {
    INFO(row.query);
    const SearchAnswer answer = search(searcher, row.query);
    CHECK(answer.read_as == row.read_as);
    Names ids;
    for (const Hit& hit : answer.hits) ids.push_back(hit.id);
    CHECK(ids == row.found);
  }
  const Error error = refused(searcher, "power:interseption");
  CHECK(error.code == Code::query);
  CHECK(error.message.find("no text here is power:interseption") != std::string::npos);
}

TEST_CASE("commentary gives no powers, and an offence is none") {
  const FerriesIndex index;
  const PowersAnswer answer = must(index.open().powers({}));
  REQUIRE(answer.instruments.size() == 1);
  for (const std::string& line : listed(answer)) CHECK_FALSE(line.starts_with("art. 7"));
}

TEST_CASE("what documents say is escaped in the page") {
  const FerriesIndex index;
  const std::string page = to_html(must(index.open().powers({})));
  CHECK(page.find("<b>\"for a moon\"</b>") == std::string::npos);
  CHECK(page.find("href=\"https://example.org/ferries?a=1&amp;b=2\"") != std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("id=\"p-ferries-art_4__para_1-en--content-interception--power\"") !=
        std::string::npos);
}
