// SPDX-License-Identifier: GPL-2.0-or-later
#include "plan.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;
using namespace pinlex::fetching;

namespace {

Catalogue lamps() {
  Catalogue catalogue;
  REQUIRE(catalogue.add_toml(R"([[instrument]]
id = "lamp-7"
kind = "treaty"
articles = 12
titles.en = "Convention on Lighthouse Logs"
titles.nl = "Verdrag inzake vuurtorenlogboeken"
text = [
  {language = "nl", address = "https://example.org/nl", format = "html"},
  {language = "en", address = "https://example.org/en", format = "pdf", verified = true},
  {language = "en", address = "https://example.net/en", format = "html"},
  {language = "ru", address = "https://example.org/ru", format = "pdf"},
]
[[instrument]]
id = "lamp-8"
titles.en = "Agreement on Wicks"
[[instrument]]
id = "lamp-9"
titles.en = "Agreement on Oil"
text = [{language = "en", address = "https://example.org/oil", format = "pdf"}]
)",
                             "lamps.toml"));
  return catalogue;
}

std::vector<std::string> stems(const Plan& plan) {
  std::vector<std::string> out;
  for (const Wanted& text : plan.texts) out.push_back(text.stem());
  return out;
}

}  // namespace

TEST_CASE("a plan has a text for each language, with its places in their order") {
  const auto plan = make_plan(lamps(), {});
  REQUIRE(plan);
  CHECK(stems(*plan) ==
        std::vector<std::string>{"lamp-7.en", "lamp-7.nl", "lamp-7.ru", "lamp-9.en"});
  CHECK(plan->without.empty());
  const Wanted& english = plan->texts[0];
  CHECK(english.title == "Convention on Lighthouse Logs");
  CHECK(english.articles == 12);
  CHECK(english.kind == Kind::treaty);
  REQUIRE(english.places.size() == 2);
  CHECK(english.places[0].address == "https://example.org/en");
  CHECK(english.places[1].address == "https://example.net/en");
  CHECK(plan->texts[2].title.empty());
}

TEST_CASE("texts are selected by id and language") {
  const auto some = make_plan(lamps(), {{"lamp-9", "lamp-7", "lamp-8"}, {"en", "ru"}});
  REQUIRE(some);
  CHECK(stems(*some) == std::vector<std::string>{"lamp-7.en", "lamp-7.ru", "lamp-9.en"});
  CHECK(some->without ==
        std::vector<std::string>{
            "lamp-8: the catalogue has no address of its text in English or Russian"});
  const auto dutch = make_plan(lamps(), {{}, {"nl"}});
  REQUIRE(dutch);
  CHECK(stems(*dutch) == std::vector<std::string>{"lamp-7.nl"});
  CHECK(dutch->without.empty());
}

TEST_CASE("what cannot be planned is said") {
  const auto unknown = make_plan(lamps(), {{"lamp-7", "lamp-6"}, {}});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == Code::usage);
  CHECK(unknown.error().message == "the catalogue has no instrument lamp-6");
  const auto none = make_plan(lamps(), {{"lamp-8"}, {}});
  REQUIRE_FALSE(none);
  CHECK(none.error().code == Code::nothing_found);
  CHECK(none.error().message == "lamp-8: the catalogue has no address of its text");
  const auto tongue = make_plan(lamps(), {{}, {"xx"}});
  REQUIRE_FALSE(tongue);
  CHECK(tongue.error().code == Code::nothing_found);
}
