// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher_index.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <string>
#include <vector>

using namespace pinlex;

namespace {

/// Texts of which many are alike, so that their scores are equal.
void write_texts(const TemporaryFolder& folder) {
  for (int i = 0; i < 70; ++i) {
    const std::string name = std::to_string(i);
    const std::string said = i % 7 == 0 ? "The keeper lights the lamp at dusk, at dusk."
                                        : "The keeper lights the lamp at dusk.";
    folder.write((i % 2 == 0 ? "a/" : "b/") + name + ".md",
                 "---\nlanguage: en\n---\n\n# A log\n\n" + said + "\n");
  }
}

/// A lay word for what all the texts say, so that concepts weigh in.
CompiledThesaurus thesaurus() {
  return CompiledThesaurus(must(Thesaurus::from_toml(
      {{"lights.toml",
        "[[concept]]\nid = \"lighting\"\nkind = \"power\"\nlabel.en = \"lights the lamp\"\n"
        "lay.en = [\"kindling\"]\n"}})));
}

/// Pages of answers: pinpoints with their scores.
std::vector<std::string> answers(const std::filesystem::path& index) {
  const Searcher searcher = must(Searcher::open({index}));
  std::vector<std::string> out;
  for (const char* query : {"keeper lamp", "\"lamp at dusk\"", "dusk NOT boat", "kindling dusk"}) {
    for (const std::uint32_t first : {0U, 10U, 33U}) {
      SearchRequest request;
      request.query = query;
      request.offset = first;
      for (const Hit& hit : must(searcher.search(request)).hits) {
        out.push_back(hit.pinpoint + " " + std::to_string(hit.score));
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("equal scores at the edge of a page fall the same way, however an index was made") {
  const TemporaryFolder folder;
  write_texts(folder);
  std::vector<std::string> expected;
  for (const std::uint32_t shards : {1U, 3U, 8U}) {
    for (const std::uint32_t jobs : {1U, 4U}) {
      IndexRequest request;
      request.index = folder / ("index-" + std::to_string(shards) + "-" + std::to_string(jobs));
      request.roots = {folder / "a", folder / "b"};
      if (jobs == 4) std::swap(request.roots[0], request.roots[1]);
      request.shards = shards;
      request.jobs = jobs;
      REQUIRE(must(index(request, Catalogue(), thesaurus())).refused() == 0);
      const auto found = answers(request.index);
      if (expected.empty()) expected = found;
      CHECK(found.size() >= 80);
      CHECK(found == expected);
    }
  }
}
