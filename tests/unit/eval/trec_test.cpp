// SPDX-License-Identifier: GPL-2.0-or-later
#include "trec.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

using Refusals = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("topics are read in their order") {
  const auto topics =
      parse_topics("# a comment\nT2\tgag order\r\n\n  \nT1\twho may  tap a lamp?\n", "t.tsv");
  REQUIRE(topics);
  CHECK(*topics == std::vector<Topic>{{"T2", "gag order"}, {"T1", "who may  tap a lamp?"}});
}

TEST_CASE("malformed topics are refused with line and reason") {
  const Refusals cases{
      {"T1\tlamp\nT2 lamp\n", "t.tsv:2: has no tab"},
      {"\tlamp\n", "t.tsv:1: the topic has no id"},
      {"T 1\tlamp\n", "t.tsv:1: the id \"T 1\" has a space"},
      {"T1\t  \n", "t.tsv:1: topic T1 has no query"},
      {"T1\tlamp\tlight\n", "t.tsv:1: has a second tab"},
      {"T1\tlamp\n\nT1\tlight\n", "t.tsv:3: topic T1 stands there twice"},
      {"T1\tl\xFFmp\n", "t.tsv:1: is not UTF-8"},
      {"", "t.tsv: holds no topic"},
      {"# none\n", "t.tsv: holds no topic"},
  };
  for (const auto& [text, message] : cases) {
    CAPTURE(text);
    const auto topics = parse_topics(text, "t.tsv");
    REQUIRE_FALSE(topics);
    CHECK(topics.error() == Error{Code::usage, message, "a line is an id, a tab and the query"});
  }
}

TEST_CASE("judgements are read by topic and article") {
  const auto qrels = parse_qrels("T1 0 a#art_1 3\nT2\t0\ta#art_1\t0\r\n\nT1 0 b#sec_2 1", "q");
  REQUIRE(qrels);
  CHECK(*qrels == Qrels{{"T1", {{"a#art_1", 3}, {"b#sec_2", 1}}}, {"T2", {{"a#art_1", 0}}}});
}

TEST_CASE("malformed judgements are refused with line and reason") {
  const Refusals cases{
      {"T1 0 a#art_1 3\nT1 0 a#art_2\n", "q:2: 4 columns are wanted, 3 are here"},
      {"T1\n", "q:1: 4 columns are wanted, 1 is here"},
      {"T1 0 a#art_1 3 x\n", "q:1: 4 columns are wanted, 5 are here"},
      {"T1 0 a#art_1 high\n", "q:1: a grade is a whole number from 0 to 10, not \"high\""},
      {"T1 0 a#art_1 -1\n", "q:1: a grade is a whole number from 0 to 10, not \"-1\""},
      {"T1 0 a#art_1 11\n", "q:1: a grade is a whole number from 0 to 10, not \"11\""},
      {"T1 0 a#art_1 2.5\n", "q:1: a grade is a whole number from 0 to 10, not \"2.5\""},
      {"T1 0 a#art_1 99999999999\n",
       "q:1: a grade is a whole number from 0 to 10, not \"99999999999\""},
      {"T1 0 a#art_1__para_2 3\n",
       "q:1: \"a#art_1__para_2\" is part of an article; grades are of articles"},
      {"T1 0 a#art_1 3\nT2 0 a#art_1 3\nT1 0 a#art_1 3\n",
       "q:3: a#art_1 is judged twice for topic T1"},
      {"\n", "q: holds no judgement"},
  };
  for (const auto& [text, message] : cases) {
    CAPTURE(text);
    const auto qrels = parse_qrels(text, "q");
    REQUIRE_FALSE(qrels);
    CHECK(qrels.error() ==
          Error{Code::usage, message, "a line is: topic 0 instrument#art_N grade"});
  }
}

TEST_CASE("a run is read by rank, and parts count for their article") {
  const auto run = parse_run(
      "T1 Q0 a#art_2__para_1 3 0.5 x\n"
      "T1 Q0 a#art_1 1 2.5e0 x\n"
      "T2 Q0 b#art_9 1 -4 x\r\n"
      "\n"
      "T1 Q0 a#art_2 10 0.1 x\n"
      "T1 Q0 c#art_3 4 0.4 x\n",
      "r");
  REQUIRE(run);
  CHECK(*run == TrecRun{{"T1", {"a#art_1", "a#art_2", "c#art_3"}}, {"T2", {"b#art_9"}}});
  const auto nothing = parse_run("", "r");
  REQUIRE(nothing);
  CHECK(nothing->empty());
}

TEST_CASE("a malformed run is refused with line and reason") {
  const Refusals cases{
      {"T1 Q0 a#art_1 1 1.0\n", "r:1: 6 columns are wanted, 5 are here"},
      {"T1 Q0 a#art_1 1 1.0 my tag\n", "r:1: 6 columns are wanted, 7 are here"},
      {"T1 Q0 a#art_1 first 1.0 x\n", "r:1: a rank is a whole number, not \"first\""},
      {"T1 Q0 a#art_1 -1 1.0 x\n", "r:1: a rank is a whole number, not \"-1\""},
      {"T1 Q0 a#art_1 1 much x\n", "r:1: a score is a number, not \"much\""},
      {"T1 Q0 a#art_1 1 2 x\nT1 Q0 a#art_1 2 1 x\n",
       "r:2: a#art_1 stands there twice for topic T1"},
      {"T1 Q0 a#art_1 1 2 x\nT1 Q0 a#art_2 1 1 x\n", "r:2: rank 1 stands there twice for topic T1"},
  };
  for (const auto& [text, message] : cases) {
    CAPTURE(text);
    const auto run = parse_run(text, "r");
    REQUIRE_FALSE(run);
    CHECK(run.error() ==
          Error{Code::usage, message, "a line is: topic Q0 instrument#art_N rank score tag"});
  }
}
