// SPDX-License-Identifier: GPL-2.0-or-later
// What the shared treaties are classified as, against provisions picked by reading them.
#include "searcher_index.hpp"

#include <pinlex/base/files.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

using namespace pinlex;

namespace {

namespace fs = std::filesystem;
const fs::path top = PINLEX_SOURCE_DIR;
const fs::path treaties = top / "../shared/corpus/treaties";

const Searcher& searcher() {
  static const TemporaryFolder folder;
  static const Searcher opened = [] {
    Catalogue catalogue;
    for (const auto& entry : fs::directory_iterator(top / "corpus/data/catalogue")) {
      if (entry.path().extension() != ".toml") continue;
      const auto text = must(read_file(entry.path(), 1 << 20));
      if (!catalogue.add_toml(text, entry.path().filename().string()))
        throw std::runtime_error(entry.path());
    }
    const auto files = must(read_thesaurus_files({top / "corpus/data/powers"}));
    IndexRequest request;
    request.index = folder / "index";
    request.roots = {treaties};
    must(index(request, catalogue, CompiledThesaurus(must(Thesaurus::from_toml(files)))));
    return must(Searcher::open({request.index}));
  }();
  return opened;
}

bool absent() {
  std::error_code error;
  if (fs::exists(treaties, error)) return false;
  WARN("the shared treaties are not here");
  return true;
}

std::set<std::string> given_by(const std::string& language) {
  PowersRequest request;
  request.languages = {language};
  std::set<std::string> out;
  for (const InstrumentPowers& instrument : must(searcher().powers(request)).instruments) {
    for (const PowerProvision& one : instrument.provisions) {
      out.insert(one.id + " " + one.element + " " + one.power.id);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("powers, duties and secrecy of shared treaties are found, in two languages") {
  if (absent()) return;
  const std::vector<std::string> wanted{"coe-185#art_16__para_1 power data-preservation",
                                        "coe-185#art_16__para_2 duty data-preservation",
                                        "coe-185#art_16__para_3 secrecy secrecy-order",
                                        "coe-185#art_18__para_1 power production-order",
                                        "coe-185#art_19__para_1 power computer-search",
                                        "coe-185#art_19__para_2 power extended-search",
                                        "coe-185#art_19__para_3 power data-seizure",
                                        "coe-185#art_19__para_4 power compelled-assistance",
                                        "coe-185#art_20__para_1 power traffic-data-real-time",
                                        "coe-185#art_20__para_3 secrecy secrecy-order",
                                        "coe-185#art_21__para_1 power content-interception",
                                        "coe-185#art_21__para_2 power content-interception",
                                        "coe-185#art_21__para_3 secrecy secrecy-order",
                                        "coe-198#art_4 power confiscation",
                                        "uncac#art_31__para_2 power freezing-of-assets",
                                        "uncac#art_50__para_1 power controlled-delivery",
                                        "untoc#art_20__para_1 power undercover-operations"};
  for (const char* language : {"en", "nl"}) {
    const auto found = given_by(language);
    for (const std::string& one : wanted) {
      const auto space = one.find(' ');
      const std::string id = one.substr(0, space) + "@" + language + one.substr(space);
      INFO(id);
      CHECK(found.contains(id));
    }
  }
  CHECK(given_by("nl").contains("eu-mla-2000#art_18__para_1@nl power content-interception"));
}

TEST_CASE("offences, definitions and the preamble give no powers") {
  if (absent()) return;
  for (const std::string& one : given_by("en")) {
    INFO(one);
    for (const char* article :
         {"coe-185#art_1__", "coe-185#art_2@", "coe-185#art_3@", "coe-185#art_14_",
          "coe-185#art_15_", "coe-185#art_22_", "coe-185#preamble", "udhr#"}) {
      CHECK_FALSE(one.starts_with(article));
    }
  }
}

TEST_CASE("interception is subject to the conditions that its article names") {
  if (absent()) return;
  PowersRequest request;
  request.instruments = {"coe-185"};
  request.powers = {"content-interception"};
  const PowersAnswer answer = must(searcher().powers(request));
  REQUIRE(answer.instruments.size() == 1);
  const auto& provisions = answer.instruments[0].provisions;
  const auto found = std::find_if(provisions.begin(), provisions.end(), [](const auto& one) {
    return one.pinpoint == "art. 21(1)" && one.power.id == "content-interception";
  });
  REQUIRE(found != provisions.end());
  const PowerProvision& one = *found;
  std::map<std::string, std::set<std::string>> limits;
  for (const SafeguardLink& link : one.safeguards) {
    for (const PowerConcept& stated : link.safeguards) limits[link.pinpoint].insert(stated.id);
    limits[link.pinpoint].insert(std::string(name(link.basis)) + " " + link.via);
  }
  CHECK(limits["art. 21(1)"].contains("serious-offence-threshold"));
  CHECK(limits["art. 14"].contains("reference art. 21(4)"));
  for (const char* stated : {"reference art. 21(4)", "proportionality", "judicial-supervision",
                             "human-rights-clause", "third-party-interests"}) {
    INFO(stated);
    CHECK(limits["art. 15"].contains(stated));
  }
}
