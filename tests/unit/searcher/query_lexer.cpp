// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/lexer.hpp"

#include <catch2/catch.hpp>

using namespace pinlex;

namespace {

std::string lexed(std::string_view query, const std::vector<TextRange>& citations = {}) {
  const Result<std::vector<QueryToken>> tokens =
      lex_query(query, citations, {"art", "cites", "date", "in", "kind"});
  return tokens ? dump(*tokens) : tokens.error().message;
}

}  // namespace

TEST_CASE("a query is cut into tokens") {
  CHECK(lexed("intercept* /10 \"content data\"") ==
        "0-10 wildcard \"intercept\"\n"
        "11-14 near \"/10\"\n"
        "15-29 phrase \"content data\"\n");
  CHECK(lexed("(a AND NOT b)OR c +3 d /S e /p f") ==
        "0-1 open \"(\"\n"
        "1-2 word \"a\"\n"
        "3-6 AND \"AND\"\n"
        "7-10 NOT \"NOT\"\n"
        "11-12 word \"b\"\n"
        "12-13 close \")\"\n"
        "13-15 OR \"OR\"\n"
        "16-17 word \"c\"\n"
        "18-20 near, in order \"+3\"\n"
        "21-22 word \"d\"\n"
        "23-25 in one sentence \"/S\"\n"
        "26-27 word \"e\"\n"
        "28-30 in one paragraph \"/p\"\n"
        "31-32 word \"f\"\n");
  CHECK(lexed("=a ~\"b c\" exact:\"D e\" exact:f") ==
        "0-2 word \"a\" =\n"
        "3-9 phrase \"b c\" ~\n"
        "10-21 exact \"D e\"\n"
        "22-29 exact \"f\"\n");
  CHECK(lexed("a date:\"soon\"") == "\"soon\" is not a date\n  a date:\"soon\"\n    ^^^^^^^^^^^");
  CHECK(lexed("date:\"2001..2024\"") == "0-17 field date: \"2001\" to \"2024\"\n");
  CHECK(lexed("date:2001..2024 cites:coe-185#art_15 in:heading a in:b kind:\"x y\"") ==
        "0-15 field date: \"2001\" to \"2024\"\n"
        "16-36 field cites: \"coe-185#art_15\"\n"
        "37-47 in heading \"in:heading\"\n"
        "48-49 word \"a\"\n"
        "50-53 in heading \"in:\"\n"
        "53-54 word \"b\"\n"
        "55-65 field kind: \"x y\"\n");
  CHECK(lexed("see art. 21(3) ECHR, § 5", {{4, 19}}) ==
        "0-3 word \"see\"\n"
        "4-19 citation \"art. 21(3) ECHR\"\n"
        "21-25 word \"§ 5\"\n");
}

TEST_CASE("only operators are operators") {
  for (const char* word : {"and", "And", "or", "Or", "not", "nOT", "ANDs", "NOTE", "ORDER",
                           "AND-OR", "a/5", "and/or", "24/7", "2016/679", "C+5", "w/o", "s/p"}) {
    INFO(word);
    CHECK(lexed(word) ==
          "0-" + std::to_string(std::string_view(word).size()) + " word \"" + word + "\"\n");
  }
  for (const char* marks : {" / ", " + ", " = ", " ~ ", " - ", "--", "//", "/.", "…", "§", "# @"}) {
    INFO(marks);
    CHECK(lexed(marks).empty());
  }
  CHECK(lexed("AND, (OR).") == "0-3 AND \"AND\"\n5-6 open \"(\"\n6-8 OR \"OR\"\n8-9 close \")\"\n");
}

TEST_CASE("marks around a word are left out, those inside stay") {
  struct WordCase {
    const char* typed;
    const char* word;
  };
  const WordCase cases[] = {
      {"secrecy,", "secrecy"},
      {"«", nullptr},
      {"'quoted'", "quoted"},
      {"l\u2019\u00e9coute", "l\u2019\u00e9coute"},
      {"real-time-", "real-time"},
      {"30(2)(a),", "30(2)(a)"},
      {"art.21(3)(b)(ii)", "art.21(3)(b)(ii)"},
      {"4bis(1)", "4bis(1)"},
      {"C++", "C"},
      {"100%", "100"},
      {"\u5185\u5bb9\u3002", "\u5185\u5bb9"},
      {"[sic]", "sic"},
      {"\u00a7\u00a7\u00a0100a", "\u00a7\u00a7 100a"},
      {"1,000,", "1,000"},
      {"https://a.b/c?", "https://a.b/c"},
  };
  for (const WordCase& c : cases) {
    INFO(c.typed);
    const Result<std::vector<QueryToken>> tokens = lex_query(c.typed, {});
    if (c.word == nullptr) {
      CHECK_FALSE(tokens);
      continue;
    }
    REQUIRE(tokens);
    REQUIRE(tokens->size() == 1);
    CHECK(tokens->front().text == c.word);
  }
}

TEST_CASE("a query that may be read is well-formed and short") {
  CHECK(check_query("content data"));
  CHECK(check_query(std::string(8192, 'a')));
  CHECK_FALSE(check_query(std::string(8193, 'a')));
  CHECK_FALSE(check_query("\xED\xA0\x80"));
  CHECK_FALSE(check_query("a\x7f"));
}
