// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/field_values.hpp"
#include "query/parser.hpp"
#include "query/print.hpp"
#include "query/query_error.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace pinlex;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

/// Sentence and hint of the error, without the place.
std::string refusal(const std::string& query, const std::vector<TextRange>& citations = {}) {
  const Result<Node> tree = parse_query(query, citations);
  if (tree) return "read as " + canonical(*tree);
  const std::string& message = tree.error().message;
  return message.substr(0, message.find('\n')) + " | " + tree.error().hint;
}

TextRange range_of(const std::string& query, const std::string& part) {
  const std::size_t begin = query.find(part);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + part.size())};
}

}  // namespace

TEST_CASE("a query past a limit is refused") {
  CHECK(refusal(std::string(1 << 20, 'a')) ==
        "the query is longer than 8,192 bytes | shorten it; pinlex check reads longer texts");
  CHECK(refusal(std::string(1 << 20, '\xFF')) ==
        "the query is longer than 8,192 bytes | shorten it; pinlex check reads longer texts");
  CHECK(refusal(repeated("(", 10000)) ==
        "the query is longer than 8,192 bytes | shorten it; pinlex check reads longer texts");
  CHECK(refusal(repeated("a ", 4096)) ==
        "the query has more than 256 words | leave out the words that matter least");
  CHECK(refusal("\"" + repeated("a ", 257) + "\"") ==
        "the query has more than 256 words | leave out the words that matter least");
  CHECK(refusal(repeated("kind:x ", 257)) ==
        "the query has more than 256 words | leave out the words that matter least");
  CHECK(refusal(repeated("(", 4000) + "a" + repeated(")", 4000)) ==
        "brackets stand more than 64 deep | leave out those that are not needed");
  CHECK(refusal(repeated("(a /5 b OR ", 64) + "c" + repeated(")", 64)).substr(0, 7) == "read as");
  // Brackets that precedence spares the user count where the canonical form needs them.
  CHECK(refusal(repeated("(a OR b AND c ", 60) + "d" + repeated(")", 60)) ==
        "groups stand more than 64 deep | make two queries of it");
  CHECK(refusal(repeated("NOT ", 2001) + "a") == "read as NOT a");
  CHECK(refusal(repeated("in:heading ", 700) + "a") == "read as in:heading a");

  const Result<Node> chain = parse_query("a" + repeated(" /5 a", 255), {});
  REQUIRE(chain);
  CHECK(text_leaves(*chain).size() == max_query_terms);
}

TEST_CASE("bytes that cannot be shown are refused and not shown") {
  const Result<Node> ill = parse_query("gag \xC3( order", {});
  REQUIRE_FALSE(ill);
  CHECK(ill.error().message ==
        "the query is not valid UTF-8\n"
        "  gag \uFFFD( order\n"
        "      ^");
  const Result<Node> bell = parse_query("a \x1b[2J b", {});
  REQUIRE_FALSE(bell);
  CHECK(bell.error().message ==
        "the query holds a control character\n"
        "  a \uFFFD[2J b\n"
        "    ^");
  CHECK(refusal(std::string("a\0b", 3)) == "the query holds a control character | leave it out");
  CHECK(refusal("a\u0085b") == "the query holds a control character | leave it out");
  CHECK(refusal("a\tb\r\nc") == "read as a b c");
}

TEST_CASE("an error shows the part of a long query around its place") {
  const std::string query = repeated("word ", 100) + "AND OR " + repeated("word ", 100);
  const Result<Node> tree = parse_query(query, {});
  REQUIRE_FALSE(tree);
  CHECK(tree.error().message ==
        "there is nothing to the right of AND\n"
        "  …rd word word word word word word word word word AND OR word word word word word word "
        "word word w…\n"
        "                                                   ^^^");
  // The window never cuts a character: before the place are 48 bytes, 16 characters of three.
  const Result<Node> wide = parse_query(repeated("通", 100) + " AND", {});
  REQUIRE_FALSE(wide);
  CHECK(wide.error().message ==
        "there is nothing to the right of AND\n"
        "  …通通通通通通通通通通通通通通通 AND\n"
        "                                  ^^^");
}

TEST_CASE("a citation is one operand") {
  const std::string query = "art. 21(3) Budapest secrecy";
  const Result<Node> tree = parse_query(query, {range_of(query, "art. 21(3) Budapest")});
  REQUIRE(tree);
  CHECK(dump(*tree) ==
        "ranked\n"
        "  citation \"art. 21(3) Budapest\"\n"
        "  word \"secrecy\"\n");

  const auto read = [](const std::string& text, const std::string& cited) {
    const Result<Node> parsed = parse_query(text, {range_of(text, cited)});
    if (!parsed) return parsed.error().message.substr(0, parsed.error().message.find('\n'));
    std::vector<TextRange> citations;
    const std::string form = canonical(*parsed, &citations);
    std::string marked;
    std::size_t from = 0;
    for (const TextRange& range : citations) {
      marked += form.substr(from, range.begin - from) + "<" +
                form.substr(range.begin, range.end - range.begin) + ">";
      from = range.end;
    }
    return marked + form.substr(from);
  };
  CHECK(read("secrecy AND (\u00a7 100a StPO)", "\u00a7 100a StPO") ==
        "secrecy AND <\u00a7 100a StPO>");
  CHECK(read("NOT coe-185#art_21", "coe-185#art_21") == "NOT <coe-185#art_21>");
  CHECK(read("art. 21\n\u00a0ECHR", "art. 21\n\u00a0ECHR") == "<art. 21  ECHR>");
  // What belongs to the query language is not swallowed.
  CHECK(read("art. 21 AND 22 ECHR", "art. 21 AND 22 ECHR") == "(art 21) AND (22 ECHR)");
  CHECK(read("\"art. 21 ECHR\" x", "art. 21 ECHR") == "\"art. 21 ECHR\" x");
  CHECK(read("(art. 21 ECHR) x", "art. 21 ECHR) x") == "art 21 ECHR x");
  CHECK(read("art. 21 /5 ECHR", "art. 21 /5 ECHR") == "art (21 /5 ECHR)");
  CHECK(read("art. 21 ECHRs", "art. 21 ECHR") == "art 21 ECHRs");
  CHECK(read("part. 21 ECHR", "art. 21 ECHR") == "part 21 ECHR");
  CHECK(read("cites:coe-185#art_15", "coe-185#art_15") == "cites:coe-185#art_15");
  CHECK(read("id:coe-185#art_15", "coe-185#art_15") == "id:coe-185#art_15");
  CHECK(read("a /5 art. 21 ECHR", "art. 21 ECHR") == "a citation cannot stand beside /5");
  CHECK(read("in:heading art. 21 ECHR", "art. 21 ECHR") ==
        "in:heading goes before a word, a phrase or a group of them");

  // Ranges that are no ranges of this query do no harm.
  CHECK(refusal("\u00a7\u00a7 a", {{1, 5}, {0, 3}}) == "read as a");
  CHECK(refusal("\u00a7 \u00a7 a", {{0, 5}}) == "read as a");
  CHECK(refusal("a b", {{0, 0}, {2, 1}, {1, 900}, {900, 901}, {0, 3}}) == "read as a b");
}

TEST_CASE("field values are read by their field") {
  FieldValue value;
  struct ValueCase {
    const char* field;
    const char* typed;
    const char* first;
    const char* last;
  };
  const ValueCase good[] = {
      {"kind", "protocol", "protocol", ""},
      {"art", "21", "21", ""},
      {"art", "16..21", "16", "21"},
      {"date", "2001", "2001", ""},
      {"date", "2001-11-23", "2001-11-23", ""},
      {"date", "2001..2024", "2001", "2024"},
      {"date", "2001-05..2001", "2001-05", "2001"},
      {"date", "2001..", "2001", "9999"},
      {"date", "..2024-02-29", "0001", "2024-02-29"},
  };
  for (const ValueCase& c : good) {
    INFO(c.field << ":" << c.typed);
    CHECK_FALSE(read_value(c.field, c.typed, value));
    CHECK(value.first == c.first);
    CHECK(value.last == c.last);
  }
  struct BadCase {
    const char* field;
    const char* typed;
    const char* sentence;
  };
  const BadCase bad[] = {
      {"date", "23.11.2001", "\"23.11.2001\" is not a date"},
      {"date", "2001-13", "\"2001-13\" is not a date"},
      {"date", "2001-00", "\"2001-00\" is not a date"},
      {"date", "2001-02-30", "\"2001-02-30\" is not a date"},
      {"date", "2001-2-3", "\"2001-2-3\" is not a date"},
      {"date", "2024..2001", "the range ends before it begins"},
      {"date", "2001-06..2001-05-31", "the range ends before it begins"},
      {"date", "..", "a range without ends"},
      {"art", "21..16", "the range ends before it begins"},
      {"art", "4a..6", "a range of articles needs a whole number at both ends"},
      {"art", "1..9999999", "a range of articles needs a whole number at both ends"},
      {"lang", "en..nl", "lang: takes no range"},
  };
  for (const BadCase& c : bad) {
    INFO(c.field << ":" << c.typed);
    const std::optional<ValueProblem> problem = read_value(c.field, c.typed, value);
    REQUIRE(problem);
    CHECK(problem->sentence == c.sentence);
    CHECK_FALSE(problem->hint.empty());
  }
}

TEST_CASE("a name not known is answered with the nearest") {
  const std::vector<std::string_view> names{"art",        "date", "exact", "in",
                                            "instrument", "kind", "lang"};
  const auto nearest = [&](std::string_view name) {
    return std::string(nearest_name(name, names).value_or("-"));
  };
  CHECK(nearest("knid") == "kind");
  CHECK(nearest("kinds") == "kind");
  CHECK(nearest("instrumnet") == "instrument");
  CHECK(nearest("language") == "lang");
  CHECK(nearest("article") == "art");
  CHECK(nearest("ins") == "in");
  CHECK(nearest("instr") == "instrument");
  CHECK(nearest("i") == "-");
  CHECK(nearest("power") == "-");
  CHECK(nearest(std::string(5000, 'a')) == "-");
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("abc", "abc") == 0);
  CHECK(edit_distance("abcd", "acbd") == 1);
}
