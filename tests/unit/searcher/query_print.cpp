// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parser.hpp"
#include "query/print.hpp"
#include "query_random.hpp"

#include <catch2/catch.hpp>

using namespace pinlex;

namespace {

struct PrintCase {
  const char* query;
  const char* canonical;
};

// What is typed, and how it says it was read.
const PrintCase print_cases[] = {
    {"wiretap", "wiretap"},
    {"  content   data ", "content data"},
    {"Content, data; traffic?", "Content data traffic"},
    {"and or not", "and or not"},
    {"intercept* /10 \"content data\"", "intercept* /10 \"content data\""},
    {"\"keep confidential\" /p (provider OR operator) secrecy",
     "(\"keep confidential\" /p (provider OR operator)) secrecy"},
    {"a OR b AND c d /5 e", "a OR (b AND (c (d /5 e)))"},
    {"a /5 b /s c +3 d", "a /5 b /s c +3 d"},
    {"(a /5 b) /s c", "a /5 b /s c"},
    {"a /5 (b /s c)", "a /5 (b /s c)"},
    {"a/5 b", "a/5 b"},
    {"(provider)/S\"content data\"", "provider /s \"content data\""},
    {"a AND (b AND c)", "a AND b AND c"},
    {"(a b) c", "a b c"},
    {"((((a))))", "a"},
    {"NOT secrecy", "NOT secrecy"},
    {"NOT (NOT a)", "a"},
    {"NOT NOT NOT a", "NOT a"},
    {"a NOT b c", "(a c) AND NOT b"},
    {"secrecy lang:en order NOT death", "(secrecy order) AND lang:en AND NOT death"},
    {"(kind:treaty OR kind:protocol) wiretap", "wiretap AND (kind:treaty OR kind:protocol)"},
    {"NOT a NOT b", "NOT a AND NOT b"},
    {"a OR NOT b", "a OR NOT b"},
    {"(keep confidential) /5 provider", "(keep OR confidential) /5 provider"},
    {"((a b) OR c) /5 d", "(a OR b OR c) /5 d"},
    {"(a AND b) /5 c", "(a AND b) /5 c"},
    {"(a AND b AND c) /p d", "a /p b /p c /p d"},
    {"d /s (a AND b)", "d /s (a /s b)"},
    {"(a AND b) /p (c AND d)", "a /p b /p (c /p d)"},
    {"(a OR (b AND c)) /p d", "(a OR (b /p c)) /p d"},
    {"in:heading secrecy order", "in:heading secrecy order"},
    {"in:heading (secrecy OR \"content data\")",
     "in:heading secrecy OR in:heading \"content data\""},
    {"in:heading in:heading a", "in:heading a"},
    {"in:safeguards", "in:heading safeguards"},
    {"in:\"real-time collection\" /s data", "in:heading \"real-time collection\" /s data"},
    {"In:Heading intercept*", "in:heading intercept*"},
    {"exact:Party", "exact:\"Party\""},
    {"EXACT:\"each Party\"", "exact:\"each Party\""},
    {"=wiretap ~\"gag order\" ~bug", "=wiretap ~\"gag order\" ~bug"},
    {"=AND ~NOT", "=AND ~NOT"},
    {"Kind:treaty", "kind:treaty"},
    {"kind:\"explanatory-report\"", "kind:explanatory-report"},
    {"instrument:\"Budapest Convention\"", "instrument:\"Budapest Convention\""},
    {"art:21(3)", "art:\"21(3)\""},
    {"art:16..21", "art:16..21"},
    {"id:coe-185#art_21__para_3", "id:coe-185#art_21__para_3"},
    {"30(2)(a)", "30(2)(a)"},
    {"21(1)(b)(iii)-(iv)", "21(1)(b)(iii)-(iv)"},
    {"provider(operator OR carrier)", "provider (operator OR carrier)"},
    {"§ 100a", "§ 100a"},
    {"§§ 100a and 100b", "§§ 100a and 100b"},
    {"§ secrecy", "secrecy"},
    {"real-time l'interception d\u2019\u00e9coute co-operation",
     "real-time l'interception d\u2019\u00e9coute co-operation"},
    {"AT&T 24/7 2016/679 1,000 e.g. 12:30 x,y", "AT&T 24/7 2016/679 1,000 e.g 12:30 x y"},
    {"https://example.org/a", "https://example.org/a"},
    {"通信内容 AND 截获", "通信内容 AND 截获"},
    {"\u300c通信\u300d\u3001截获\u3002", "\"通信\" 截获"},
    {"\u201ccontent data\u201d \u00abdonn\u00e9es\u00bb \u201eInhalt\u201c",
     "\"content data\" \"donn\u00e9es\" \"Inhalt\""},
    {"com\u00admu\u200bnication", "communication"},
    {"A\u200bND b", "error: there is nothing to the left of AND"},
    {"a\u00a0AND\u3000b\tAND\nc", "a AND b AND c"},
    {"\"  content\n data \"", "\"content data\""},
    {"\u201ca \"b\" c\u201d", "\"a b c\""},
    {"\u201cNOT\u201d", "\"NOT\""},
    {"\u0627\u0644\u0627\u0639\u062a\u0631\u0627\u0636 /5 "
     "\u0628\u064a\u0627\u0646\u0627\u062a\u061f",
     "\u0627\u0644\u0627\u0639\u062a\u0631\u0627\u0636 /5 \u0628\u064a\u0627\u0646\u0627\u062a"},
};

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

TEST_CASE("a query says how it was read") {
  for (const PrintCase& c : print_cases) {
    INFO(c.query);
    const Result<Node> tree = parse_query(c.query, {});
    CHECK((tree ? canonical(*tree) : "error: " + first_line(tree.error().message)) == c.canonical);
  }
}

TEST_CASE("the canonical form of a query is read as the same query") {
  for (const PrintCase& c : print_cases) {
    INFO(c.query);
    const Result<Node> tree = parse_query(c.query, {});
    if (!tree) continue;
    const Result<Node> again = parse_query(canonical(*tree), {});
    REQUIRE(again);
    CHECK(same_query(*tree, *again));
  }
}

TEST_CASE("every tree is printed as a query that reads back as the tree") {
  constexpr std::uint32_t seed = 20011123;
  RandomQueries random(seed);
  std::size_t facts = 0;
  for (int i = 0; i < 20000; ++i) {
    const Node tree = random.tree(4, true);
    std::vector<TextRange> citations;
    const std::string text = canonical(tree, &citations);
    const Result<Node> again = parse_query(text, citations);
    if (!again && text.size() > max_query_bytes) continue;
    INFO("seed " << seed << ", query " << i << ": " << text);
    if (!again) FAIL(again.error().message);
    if (!same_query(tree, *again)) FAIL("read as " << canonical(*again) << "\n" << dump(tree));
    facts += fact_leaves(tree).size();
  }
  CHECK(facts > 1000);
}

TEST_CASE("places are those of the query as typed") {
  const std::string query = "a\u00adb OR (NOT  \u201cc d\u201d)";
  const Result<Node> tree = parse_query(query, {});
  REQUIRE(tree);
  const auto text = [&](const Node& node) {
    return query.substr(node.place.begin, node.place.end - node.place.begin);
  };
  CHECK(text(*tree) == query);
  CHECK(text(tree->children[0]) == "a\u00adb");
  CHECK(tree->children[0].text == "ab");
  CHECK(text(tree->children[1].children[0]) == "\u201cc d\u201d");
}

TEST_CASE("a tree is dumped line by line") {
  const Result<Node> tree = parse_query(
      "\"keep confidential\" /p (provider OR ~operator) in:heading =order art:16..21 NOT "
      "kind:treaty",
      {});
  REQUIRE(tree);
  CHECK(dump(*tree) ==
        "all of\n"
        "  ranked\n"
        "    in one paragraph (/p)\n"
        "      phrase \"keep confidential\"\n"
        "      any of\n"
        "        word \"provider\"\n"
        "        word \"operator\", always expanded\n"
        "    in a heading\n"
        "      word \"order\", never expanded\n"
        "  field art: \"16\" to \"21\"\n"
        "  not\n"
        "    field kind: \"treaty\"\n");
}

TEST_CASE("leaves are listed from left to right") {
  const std::string query = "wiretap kind:treaty (\"b c\" /5 in:heading do*) art. 21 ECHR";
  const auto cited = static_cast<std::uint32_t>(query.find("art."));
  const Result<Node> tree = parse_query(query, {{cited, static_cast<std::uint32_t>(query.size())}});
  REQUIRE(tree);
  std::string text, facts;
  for (const Node* leaf : text_leaves(*tree)) text += leaf->text + "|";
  for (const Node* leaf : fact_leaves(*tree)) facts += leaf->text + "|";
  CHECK(text == "wiretap|b c|do|");
  CHECK(facts == "art. 21 ECHR|treaty|");
  CHECK(holds(*tree, NodeType::heading));
  CHECK_FALSE(holds(*tree, NodeType::negation));
}
