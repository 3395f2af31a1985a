// SPDX-License-Identifier: GPL-2.0-or-later
#include "outline.hpp"

#include <pinlex/sources/reader.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

std::vector<std::string> blocks(const std::string& plain) {
  const auto document = read_plain_text(plain);
  REQUIRE(document);
  std::vector<std::string> out;
  for (const Block& block : document->blocks) {
    out.push_back((block.kind == BlockKind::heading ? "# " : "") + block.text());
  }
  return out;
}

}  // namespace

TEST_CASE("plain text is cut at blank lines and headings") {
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
      {"one\ntwo\n\nthree", {"one two", "three"}},
      {"one\r\ntwo\r\n\r\nthree\r\n", {"one two", "three"}},
      {"one\rtwo\r\rthree", {"one two", "three"}},
      {"\xEF\xBB\xBFone\n", {"one"}},
      {"  \t indented \f\n \t \nnext", {"indented", "next"}},
      {"LAMPS AND LOGS\nKeepers write.", {"# LAMPS AND LOGS", "Keepers write."}},
      {"CHAPTER I\nArticle 1\nWrite.\nArticle 2 - Reading\nRead.",
       {"# CHAPTER I", "# Article 1", "Write.", "# Article 2 - Reading", "Read."}},
      {"as told in\nArticle 14 of the Rules", {"as told in Article 14 of the Rules"}},
      {"they write, as is told in\nArticle 14. Keepers also read and",
       {"they write, as is told in Article 14. Keepers also read and"}},
      {"the end.\n12\nArticle 3 - Lamps", {"the end. 12", "# Article 3 - Lamps"}},
      {"UN\n", {"UN"}},
      {"Lamps out\n" + std::string(170, 'x') + "\n" + std::string(180, 'y') + "\nend",
       {"Lamps out", std::string(170, 'x'), std::string(180, 'y'), "end"}},
      {"STOP WRITING.\n", {"STOP WRITING."}},
      {"Don't *mark* _this_ # up\n", {"Don't *mark* _this_ # up"}},
  };
  for (const auto& [plain, expected] : cases) {
    CAPTURE(plain);
    CHECK(blocks(plain) == expected);
    const Read text = read(plain, "lamp.txt");
    CHECK(faults(text) == "");
    CHECK(text.structured.account.unexplained == 0);
  }
}

TEST_CASE("numbers of pages are taken out and paragraphs that a page cuts are joined") {
  const std::string words(900, 'w');
  const std::string plain = "Keepers " + words + ".\n\n1\n\nA lamp " + words +
                            " is\n\n- 2 -\n\nlit.\n\nIt " + words + ".\n\n3\n\nEnd.\n";
  CHECK(blocks(plain) == std::vector<std::string>{"Keepers " + words + ".",
                                                  "A lamp " + words + " is lit.",
                                                  "It " + words + ".", "End."});
  CHECK(read(plain, "lamp.txt").structured.account.unexplained == 0);
  // Numbers of paragraphs stand closer together.
  CHECK(blocks("1\n\nWrite.\n\n2\n\nRead.\n\n3\n\nSleep.\n").size() == 6);
}
