// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/marks.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

struct MarksCase {
  std::string text;
  std::vector<std::string> inner;  ///< Of the spans, a '>' before each level of nesting.
  std::size_t unpaired = 0;
};

std::vector<std::string> inner_of(const std::string& text, const QuoteSpans& found) {
  std::vector<std::string> out;
  for (const QuoteSpan& span : found.spans) {
    std::string depth;
    for (auto at = span.outer; at >= 0; at = found.spans[static_cast<std::size_t>(at)].outer) {
      depth += '>';
    }
    out.push_back(depth + text.substr(span.inner_begin, span.inner_end - span.inner_begin));
  }
  return out;
}

}  // namespace

TEST_CASE("quotation marks of every usual kind are paired") {
  const std::vector<MarksCase> cases = {
      {"He says \"light the lamp\" twice.", {"light the lamp"}},
      {"“light the lamp” and ”släck lampan”", {"light the lamp", "släck lampan"}},
      {"« allumez la lampe » ou «éteignez»", {" allumez la lampe ", "éteignez"}},
      {"»zündet die Lampe an« und „löscht sie“", {"zündet die Lampe an", "löscht sie"}},
      {"„lampa” i ‹lampa›", {"lampa", "lampa"}},
      {"'light the lamp' and ‘put it out’", {"light the lamp", "put it out"}},
      {"条约规定「点亮灯」和『灭灯』。", {"点亮灯", "灭灯"}},
      {"“outer ‘inner words’ outer”", {"outer ‘inner words’ outer", ">inner words"}},
      {"“over a\nline end”", {"over a\nline end"}},
      {"", {}},
      {"no marks at all", {}},
  };
  for (const MarksCase& one : cases) {
    CAPTURE(one.text);
    const QuoteSpans found = find_quotes(one.text);
    CHECK(inner_of(one.text, found) == one.inner);
    CHECK(found.unpaired.size() == one.unpaired);
  }
}

TEST_CASE("an apostrophe is no quotation mark") {
  const std::vector<MarksCase> cases = {
      {"the keeper's lamp, the Parties' duty and the '90s", {}},
      {"the keeper’s lamp and the Parties’ duty", {}},
      {"‘the Parties’ duty to light’ stands", {"the Parties’ duty to light"}},
      {"l'allumage d'une lampe", {}},
      {"a lamp of 5\" and 6'", {}},
  };
  for (const MarksCase& one : cases) {
    CAPTURE(one.text);
    const QuoteSpans found = find_quotes(one.text);
    CHECK(inner_of(one.text, found) == one.inner);
    CHECK(found.unpaired.empty());
  }
}

TEST_CASE("quotations go over empty lines where that is plain") {
  const std::vector<MarksCase> cases = {
      {"“one\n\n“two” end", {"one\n\n“two"}},
      {"“one\n\ntwo”", {"one\n\ntwo"}},
      {"He says: \"one\n\ntwo\" and so on", {"one\n\ntwo"}},
      {"He \"forgot to close\n\nand then \"quoted this\" well", {"quoted this"}, 1},
      {"He “forgot to close\n\nand then “quoted this” well", {"quoted this"}, 1},
      {"it 'began\n\nand ended' here", {}},
  };
  for (const MarksCase& one : cases) {
    CAPTURE(one.text);
    const QuoteSpans found = find_quotes(one.text);
    CHECK(inner_of(one.text, found) == one.inner);
    CHECK(found.unpaired.size() == one.unpaired);
  }
}

TEST_CASE("title marks quote only whole clauses") {
  CHECK(find_quotes("根据《灯塔公约》规定").spans.empty());
  CHECK(find_quotes("规定《缔约方应点灯，守望者应守夜》。").spans.size() == 1);
}

TEST_CASE("marks without end are read in bounded time") {
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "“»";
  CHECK(find_quotes(many).spans.size() <= 200'000);
  CHECK(find_quotes(std::string(1'000'000, '\'')).unpaired.empty());
}
