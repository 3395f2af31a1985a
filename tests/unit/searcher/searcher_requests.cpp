// SPDX-License-Identifier: GPL-2.0-or-later
#include "requests/read.hpp"

#include <pinlex/searcher/requests.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

Result<ReadRequest> read(const std::string& text) {
  const auto object = parse_request(text);
  if (!object) return passed_on(object);
  return read_request(*object);
}

std::string repeated(const std::string& what, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += what;
  return out;
}

}  // namespace

TEST_CASE("a request fills what its method takes") {
  const auto request = read(
      R"({"method": "search", "params": {"query": "l\u00e4mp \"a b\"", "limit": 3, "offset": 4e0,
          "lang": ["en", "!nl"], "kind": [], "edition": ["digest"], "instrument": ["coe-185"],
          "count": true, "no_expand": true}})");
  REQUIRE(request);
  CHECK(request->method->name == "search");
  const RequestArguments& got = request->arguments;
  CHECK(got.query == "lämp \"a b\"");
  CHECK(got.limit == 3);
  CHECK(got.offset == 4);
  CHECK(got.languages == std::vector<std::string>{"en", "!nl"});
  CHECK(got.kinds.empty());
  CHECK(got.editions == std::vector<std::string>{"digest"});
  CHECK(got.instruments == std::vector<std::string>{"coe-185"});
  CHECK(got.count);
  CHECK(got.no_expand);
}

TEST_CASE("what a request leaves out is as on the command line") {
  const auto request = read(R"({"params":{"citation":"ETS 185"},"method":"refs"})");
  REQUIRE(request);
  CHECK(request->arguments.limit == RefsRequest{}.limit);
  CHECK(request->arguments.offset == RefsRequest{}.offset);
  CHECK(SearchRequest{}.limit == RequestArguments{}.limit);
  CHECK(read(R"({"method":"info"})"));
}

TEST_CASE("what is no request is refused with its place") {
  struct Case {
    std::string request, message, hint;
  };
  const std::string methods =
      "there are search, explain, show, outline, refs, parallels, powers, check, info, fields, "
      "values, methods";
  const std::string search =
      "search takes query, limit, offset, instrument, kind, edition, lang, count, no_expand";
  const std::string example =
      R"(for example: {"method": "search", "params": {"query": "wiretap"}})";
  const std::string limit = "params.limit is a whole number from 1 to 1000, not ";
  const std::string many = "How many to give.";
  const auto params = [](const std::string& text) {
    return R"({"method":"search","params":{"query":"x",)" + text + "}}";
  };
  const std::vector<Case> cases = {
      {"", "the request is not JSON: byte 1", example},
      {"{\"method\": \"info\"", "the request is not JSON: byte 18", example},
      {"{\"method\": 'info'}", "the request is not JSON: byte 12", example},
      {"{\"method\": \"info\"}}", "the request is not JSON: byte 19", example},
      {"{\"method\": \"in\xff\"}", "the request is not JSON: byte 15", example},
      {R"({"method": "\ud800"})", "the request is not JSON: byte 19", example},
      {"{\"method\":\"info\",\"params\":{\"instrument\":1e999}}",
       "the request holds a number that is out of range", ""},
      {"[]", "the request is not an object", ""},
      {"null", "the request is not an object", ""},
      {"{}", "the request has no \"method\"", methods},
      {R"({"method": 1})", "method is a text, not 1", methods},
      {R"({"method": "serch"})", "method: there is no \"serch\"",
       "did you mean search? " + methods},
      {R"({"method": "dig"})", "method: there is no \"dig\"", methods},
      {R"({"method": ""})", "method: there is no \"\"", methods},
      {R"({"method":"info","parms":{}})", "the request has a member \"parms\"",
       "did you mean params? it takes method, params"},
      {R"({"method":"info","method":"fields"})", "the request has \"method\" twice", ""},
      {R"({"method":"info","params":{"instrument":"a","instrument":"b"}})",
       "the request has \"instrument\" twice", ""},
      {R"({"method":"info","params":null})", "params is an object, not null", ""},
      {R"({"method":"fields","params":{"a":1}})", "params: there is no \"a\"", "fields takes none"},
      {R"({"method":"search"})", "params.query is missing",
       std::string(request_methods().front().parameters.front().description)},
      {params(R"("limt":3)"), "params: there is no \"limt\"", "did you mean limit? " + search},
      {params(R"("language":["en"])"), "params: there is no \"language\"",
       "did you mean lang? " + search},
      {params(R"("\u001b[2J":3)"), R"(params: there is no "\u001b[2J")", search},
      {params(R"("limit":0)"), limit + "0", many},
      {params(R"("limit":1001)"), limit + "1001", many},
      {params(R"("limit":-1)"), limit + "-1", many},
      {params(R"("limit":2.5)"), limit + "2.5", many},
      {params(R"("limit":18446744073709551616)"), limit + "1.8446744073709552e+19", many},
      {params(R"("limit":"3")"), limit + "\"3\"", many},
      {params(R"("limit":null)"), limit + "null", many},
      {params(R"("offset":4294967296)"),
       "params.offset is a whole number from 0 to 4294967295, not 4294967296",
       "How many to leave out first."},
      {params(R"("count":1)"), "params.count is true or false, not 1",
       "Count all matches, however many."},
      {params(R"("lang":"en")"), "params.lang is a list of texts, not \"en\"",
       "Only texts in these languages (ISO 639-1)."},
      {params(R"("lang":["en",1])"), "params.lang is a list of texts, not a list",
       "Only texts in these languages (ISO 639-1)."},
      {R"({"method":"info","params":{"instrument":{}}})",
       "params.instrument is a text, not an object",
       "Only this one, by id, title or series number."},
  };
  for (const Case& one : cases) {
    CAPTURE(one.request);
    const auto request = read(one.request);
    REQUIRE_FALSE(request);
    CHECK(request.error().code == Code::usage);
    CHECK(request.error().message == one.message);
    CHECK(request.error().hint == one.hint);
  }
  const auto as = read(R"({"method":"check","params":{"text":"x","as":"verse"}})");
  REQUIRE_FALSE(as);
  CHECK(as.error().message == "params.as is one of quotes, paragraphs, not \"verse\"");
}

TEST_CASE("a request is bounded") {
  const auto error = [](const std::string& text) {
    const auto request = read(text);
    REQUIRE_FALSE(request);
    return request.error().message;
  };
  CHECK(error(std::string(max_request_bytes + 1, ' ')) == "the request is longer than 8 MiB");
  CHECK(error(repeated("[", 2000000) + repeated("]", 2000000)) ==
        "the request nests deeper than 8 levels");
  CHECK(error(repeated("{\"a\":", 100000) + "1" + repeated("}", 100000)) ==
        "the request nests deeper than 8 levels");
  CHECK(error(R"({"method":"search","params":{"lang":[)" + repeated("1,", 1000000) + "1]}}") ==
        "the request holds more than 10000 values and names");
  const std::string name(100000, 'n');
  CHECK(error(R"({"method":")" + name + "\"}").size() < 100);
  CHECK(error(R"({"method":"info","params":{")" + name + "\":1}}").size() < 100);
  CHECK(error("{\"" + name + "\":1}").size() < 100);
}

TEST_CASE("each method is described as it is read") {
  const Json document = Json::parse(methods_json());
  const auto& methods = request_methods();
  REQUIRE(document["methods"].size() == methods.size());
  for (std::size_t i = 0; i < methods.size(); ++i) {
    const Json& described = document["methods"][i];
    CAPTURE(described["name"]);
    CHECK(described["name"] == methods[i].name);
    CHECK(described["answer"].get<std::string>().rfind("pinlex.", 0) == 0);
    Json params = Json::object();
    for (const auto& [name, schema] : described["params"]["properties"].items()) {
      const std::string type = schema["type"];
      if (type == "string") params[name] = schema.contains("enum") ? schema["enum"][0] : "x";
      if (type == "integer") params[name] = schema["maximum"];
      if (type == "boolean") params[name] = !schema["default"].get<bool>();
      if (type == "array") params[name] = Json::array({"x"});
    }
    CHECK(read_request({{"method", described["name"]}, {"params", params}}));
    for (const auto& name : described["params"]["required"]) {
      Json fewer = params;
      fewer.erase(name.get<std::string>());
      CHECK_FALSE(read_request({{"method", described["name"]}, {"params", fewer}}));
    }
  }
}
