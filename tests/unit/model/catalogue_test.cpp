// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/catalogue.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

constexpr auto lamps = R"([[instrument]]
id = "lamp-7"
kind = "treaty"
titles.en = "Convention on Lighthouse Logs"
titles.nl = ["Verdrag inzake vuurtorenlogboeken", "Vuurtorenverdrag van Urk"]
names.en = ["Urk Convention", "LTS 7"]
series = "LTS 7"
address = "https://example.org/lamp-7"
address_verified = true
adopted = 1999-05-04
in_force = 2001-01-01
articles = 12
facts = [{date = 2002-02-03, text = "signed by two keepers"}]
[[instrument.text]]
language = "en"
address = "https://example.org/lamp-7.pdf"
format = "pdf"
[[instrument.text]]
language = "nl"
address = "https://example.org/lamp-7.nl"
format = "html"
edition = "translation"
verified = true
)";

}  // namespace

TEST_CASE("an instrument is read with all its keys") {
  Catalogue catalogue;
  REQUIRE(catalogue.add_toml(lamps, "lamps.toml"));
  const Instrument* lamp = catalogue.find("lamp-7");
  REQUIRE(lamp != nullptr);
  CHECK(lamp->kind == Kind::treaty);
  CHECK(lamp->titles.at("nl") == "Verdrag inzake vuurtorenlogboeken");
  CHECK(lamp->names.at("en").size() == 2);
  CHECK(lamp->address_verified);
  CHECK(lamp->adopted == "1999-05-04");
  CHECK(lamp->articles == 12);
  CHECK(lamp->facts ==
        std::vector<std::pair<std::string, std::string>>{{"2002-02-03", "signed by two keepers"}});
  REQUIRE(lamp->texts.size() == 2);
  CHECK(lamp->texts[0].language == "en");
  CHECK(lamp->texts[0].address == "https://example.org/lamp-7.pdf");
  CHECK(lamp->texts[0].edition == Edition::official);
  CHECK_FALSE(lamp->texts[0].verified);
  CHECK(lamp->texts[1].format == "html");
  CHECK(lamp->texts[1].edition == Edition::translation);
  CHECK(lamp->texts[1].verified);
  CHECK(catalogue.find("lamp-8") == nullptr);
}

TEST_CASE("a title is found without regard to case, marks and space; a short name is none") {
  Catalogue catalogue;
  REQUIRE(catalogue.add_toml(lamps, "lamps.toml"));
  const auto match = catalogue.find_title("CONVENTION  on Lighthouse-Logs.");
  REQUIRE(match.instrument != nullptr);
  CHECK(match.language == "en");
  CHECK(catalogue.find_title("Vuurtorenverdrag van Urk").language == "nl");
  CHECK(catalogue.find_title("Urk Convention").instrument == nullptr);
  CHECK(catalogue.find_title("").instrument == nullptr);
}

TEST_CASE("a later entry replaces an earlier one of the same id") {
  Catalogue catalogue;
  REQUIRE(catalogue.add_toml(lamps, "lamps.toml"));
  REQUIRE(
      catalogue.add_toml("[[instrument]]\nid = \"lamp-7\"\ntitles.en = \"Other\"\n", "my.toml"));
  CHECK(catalogue.find("lamp-7")->title("en") == "Other");
  CHECK(catalogue.instruments().size() == 1);
}

TEST_CASE("a fault in a catalogue is named with file, line and what was expected") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"[[instrument]]\nid = \"a\"\ntitel = \"x\"\n", "c.toml:3:9: unknown key 'titel'"},
      {"[[instrument]]\nid = \"a\"\nkind = \"traety\"\n", "kind 'traety' is not one of treaty"},
      {"[[instrument]]\nid = 7\n", "c.toml:2:6: key 'id' must be a string"},
      {"[[instrument]]\nid = \"A b\"\n", "made of a-z"},
      {"[[instrument]]\nid = \"a\"\n", "must have a title"},
      {"[[instrument]]\ntitles.en = \"x\"\n", "must have the key 'id'"},
      {"[[instrument]]\nid = \"a\"\ntitles = \"x\"\n", "key 'titles' must be a table"},
      {"[[instrument]]\nid = \"a\"\nadopted = \"1999\"\n", "must be a date"},
      {"[[instrument]]\nid = \"a\"\narticles = -1\n", "must be a number"},
      {"[[instrument]]\nid = \"a\"\nfacts = [{text = \"x\"}]\n", "the keys 'date' and 'text'"},
      {"[[instrument]]\nid = \"a\"\naddress_verified = 1\n", "true or false"},
      {"[instrument]\nid = \"a\"\n", "two brackets"},
      {"[[instrument]]\nid = \"a\"\ntext = \"x\"\n", "[[instrument.text]] with two brackets"},
      {"[[instrument]]\nid = \"a\"\ntext = [{language = \"en\"}]\n", "'address' and 'format'"},
      {"[[instrument]]\nid = \"a\"\ntext = [{url = \"x\"}]\n",
       "unknown key 'url'; expected language"},
      {"[[instrument]]\nid = \"a\"\ntext = [{edition = \"x\"}]\n", "edition 'x' is not one of"},
      {"[[instrument]]\nid = \"a\"\ntext = [{verified = 0}]\n", "'verified' must be true or false"},
      {"[[instruments]]\nid = \"a\"\n", "expected [[instrument]]"},
      {"[[instrument]]\nid = \"a\n", "c.toml:2:"},
      {"\xFF\xFE", "c.toml:1:"},
  };
  for (const auto& [toml, expected] : cases) {
    CAPTURE(toml);
    Catalogue catalogue;
    const auto result = catalogue.add_toml(lamps + toml, "c.toml");
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Code::usage);
    CHECK_FALSE(result.error().hint.empty());
    CHECK(catalogue.instruments().empty());
    const auto alone = Catalogue().add_toml(toml, "c.toml");
    REQUIRE_FALSE(alone);
    CHECK_THAT(alone.error().message, Catch::Contains(expected));
  }
}
