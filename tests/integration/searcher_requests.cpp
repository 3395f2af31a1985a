// SPDX-License-Identifier: GPL-2.0-or-later
#include "run_program.hpp"
#include "searcher_index.hpp"

#include <pinlex/searcher/requests.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace {

std::filesystem::path built_in() {
  return std::filesystem::path(PINLEX_BINARY_DIR) / "share/pinlex";
}

/// The index with the catalogue that the program finds.
pinlex::Searcher open_as_the_program(const FixtureIndex& index) {
  return must(pinlex::Searcher::open({index.path()}, built_in() / "catalogue"));
}

std::string printed_by_the_program(const FixtureIndex& index, std::vector<std::string> words) {
  words.insert(words.begin(), {"env", "PINLEX_INDEX=" + index.path().string(),
                               "PINLEX_DATA=" + built_in().string(), PINLEX_PROGRAM});
  words.insert(words.end(), {"--format", "json"});
  return run_in(index.folder().path(), words).out;
}

}  // namespace

TEST_CASE("a request is answered with what the command line prints") {
  struct Case {
    std::string request;
    std::vector<std::string> words;
  };
  const std::vector<Case> cases = {
      {R"({"method":"search","params":{"query":"lamp"}})", {"search", "lamp"}},
      {R"({"method":"search","params":{"query":"lamp","limit":2,"offset":1,"lang":["en"],
          "kind":["treaty"],"edition":["!digest"],"instrument":["lighthouses"],"count":true,
          "no_expand":true}})",
       {"search", "--limit", "2", "--offset", "1", "--lang", "en", "--kind", "treaty", "--edition",
        "!digest", "--instrument", "lighthouses", "--count", "--no-expand", "lamp"}},
      {R"({"method":"search","params":{"query":"submarine"}})", {"search", "submarine"}},
      {R"({"method":"explain","params":{"query":"lamp /5 keeper"}})",
       {"search", "--explain-query", "lamp /5 keeper"}},
      {R"({"method":"show","params":{"citation":"lighthouses#art_3","context":1,"lang":["en","nl"]}})",
       {"show", "--context", "1", "--lang", "en,nl", "lighthouses#art_3"}},
      {R"({"method":"show","params":{"citation":"lighthouses#art_3","outline":true}})",
       {"show", "--outline", "lighthouses#art_3"}},
      {R"({"method":"outline","params":{"citation":"lighthouses#art_3","edition":["digest"]}})",
       {"show", "--outline", "--edition", "digest", "lighthouses#art_3"}},
      {R"({"method":"refs","params":{"citation":"lighthouses#art_3"}})",
       {"refs", "lighthouses#art_3"}},
      {R"({"method":"refs","params":{"citation":"lighthouses#art_3","from":true,"limit":1}})",
       {"refs", "--from", "--limit", "1", "lighthouses#art_3"}},
      {R"({"method":"refs","params":{"citation":"lighthouses#art_3","to":true}})",
       {"refs", "--to", "lighthouses#art_3"}},
      {R"({"method":"parallels","params":{"citation":"lighthouses#art_3","diff":true,"limit":2}})",
       {"parallels", "--diff", "--limit", "2", "lighthouses#art_3"}},
      {R"({"method":"info"})", {"info"}},
      {R"({"method":"info","params":{"instrument":"pigeons"}})", {"info", "pigeons"}},
      {R"({"method":"fields"})", {"fields"}},
      {R"({"method":"values","params":{"field":"kind"}})", {"fields", "kind"}},
  };
  const FixtureIndex index;
  const auto searcher = open_as_the_program(index);
  for (const Case& one : cases) {
    CAPTURE(one.request);
    const auto answer = pinlex::answer_json(searcher, one.request);
    REQUIRE(answer);
    CHECK(*answer == printed_by_the_program(index, one.words));
  }
  const auto draft = fixtures() / "drafts" / "signals.md";
  const nlohmann::json check{{"method", "check"},
                             {"params", {{"text", content_of(draft)}, {"as", "quotes"}}}};
  CHECK(must(pinlex::answer_json(searcher, check.dump())) ==
        printed_by_the_program(index, {"check", "--as", "quotes", draft.string()}));
}

TEST_CASE("what fails on the command line fails as a request") {
  struct Case {
    std::string request;
    pinlex::Code code;
    std::string message;
  };
  const std::vector<Case> cases = {
      {R"({"method":"search","params":{"query":"lamp AND"}})", pinlex::Code::query, ""},
      {R"({"method":"search","params":{"query":""}})", pinlex::Code::query, ""},
      {R"({"method":"search","params":{"query":"lamp\u0000"}})", pinlex::Code::query, ""},
      {R"({"method":"search","params":{"query":"lamp","kind":["song"]}})", pinlex::Code::usage, ""},
      {R"({"method":"show","params":{"citation":"nothing at all"}})", pinlex::Code::query, ""},
      {R"({"method":"info","params":{"instrument":"gulls"}})", pinlex::Code::nothing_found,
       "the index has no text of gulls"},
      {R"({"method":"values","params":{"field":"song"}})", pinlex::Code::usage, ""},
      {R"({"method":"check","params":{"text":"\u0000"}})", pinlex::Code::inputs_refused, ""},
  };
  const FixtureIndex index;
  const auto searcher = open_as_the_program(index);
  for (const Case& one : cases) {
    CAPTURE(one.request);
    const auto answer = pinlex::answer_json(searcher, one.request);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == one.code);
    if (!one.message.empty()) CHECK(answer.error().message == one.message);
  }
}

TEST_CASE("a line is answered with a line") {
  const FixtureIndex index;
  const auto searcher = open_as_the_program(index);
  const std::string search = R"("method":"search","params":{"query":"lamp"}})";
  const auto result = nlohmann::json::parse(must(pinlex::answer_json(searcher, "{" + search)));
  for (const std::string id : {"7", "-7", "\"a\"", "18446744073709551615", "\"\""}) {
    CAPTURE(id);
    const std::string line = pinlex::answer_line(searcher, "{\"id\":" + id + "," + search);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.rfind("{\"id\":" + id + ",\"result\":{", 0) == 0);
    CHECK(nlohmann::json::parse(line)["result"] == result);
  }
  CHECK(pinlex::answer_line(searcher, "{" + search).rfind("{\"result\":{", 0) == 0);
  const std::string refusal = "{\"error\":{\"code\":2,\"name\":\"usage\",\"message\":";
  for (const std::string id : {"null", "1.5", "[]", "true"}) {
    CAPTURE(id);
    CHECK(pinlex::answer_line(searcher, "{\"id\":" + id + "," + search) ==
          refusal + "\"id is a text of at most 256 bytes, or a whole number\"}}");
  }
  CHECK(pinlex::answer_line(searcher, R"({"id":3,"method":"show","params":{}})")
            .rfind("{\"id\":3," + refusal.substr(1) + "\"params.citation is missing\"", 0) == 0);
  CHECK(pinlex::answer_line(searcher, "lamp")
            .rfind(refusal + "\"the request is not JSON: byte 1\"", 0) == 0);
}
