// SPDX-License-Identifier: GPL-2.0-or-later
// What a search over an index finds is what the slow and obvious matcher finds in all its texts,
// with terms for the pairs of some words, of all, and of none.
#include "leaf_words.hpp"
#include "passage_stream.hpp"
#include "query/print.hpp"
#include "query_brute_force.hpp"
#include "query_random.hpp"
#include "temporary_folder.hpp"

#include <pinlex/index_store/index_writer.hpp>
#include <pinlex/schema/frequent_stems.hpp>
#include <pinlex/schema/index_document.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace pinlex;

namespace {

constexpr std::uint32_t seed = 21;
constexpr std::uint32_t article_count = 150;
constexpr int query_count = 150;

MappedText mapped(const std::string& text) {
  MappedText out;
  out.append(text, 0);
  return out;
}

std::string words(RandomQueries& random, std::uint32_t most) {
  std::string text;
  for (std::uint32_t left = random.below(most + 1); left > 0; --left) {
    text += random.below(6) == 0 ? "and" : text_word(random.below(10));
    text += random.below(7) == 0 ? ". " : " ";
  }
  return text;
}

VersionRecord version() {
  VersionRecord record;
  record.version.instrument = "harbour";
  record.version.language = "en";
  record.version.title = "Harbour Treaty";
  record.sources = {{"harbour.md", "texts", std::string(64, 'a'), 100, "", ""}};
  record.passages = article_count;
  return record;
}

/// Articles with a heading, opening words and two numbered paragraphs, any of them empty.
std::vector<PassageRecord> articles(RandomQueries& random) {
  std::vector<PassageRecord> out;
  for (std::uint32_t i = 1; i <= article_count; ++i) {
    PassageRecord& record = out.emplace_back();
    Passage& passage = record.passage;
    record.version = "harbour@en";
    passage.eid = "art_" + std::to_string(i);
    passage.ancestors = {{"chp_1", "Chapter I", words(random, 2)}};
    passage.units = {{passage.eid, Level::article, -1, "Article", words(random, 3), {}},
                     {passage.eid + "__para_1", Level::paragraph, 0, "1.", "", {}},
                     {passage.eid + "__para_2", Level::paragraph, 0, "2.", "", {}}};
    for (std::uint32_t unit = 0; unit < 3; ++unit) {
      passage.texts.push_back({unit, mapped(words(random, 4))});
      if (random.below(3) == 0) passage.texts.push_back({unit, mapped(words(random, 2))});
    }
  }
  return out;
}

/// Every word in half of the passages, or only the first ones of the list.
FrequentStems frequent(std::size_t how_many) {
  Analyser analyser("en");
  std::vector<std::pair<std::string, std::uint32_t>> counts;
  for (std::uint32_t i = 0; i < 10 && counts.size() < how_many; ++i) {
    std::vector<Token> tokens;
    analyser.analyse(text_word(i), 0, tokens);
    REQUIRE(tokens.size() == 1);
    counts.emplace_back(tokens.front().stem, 50);
  }
  return FrequentStems(counts, 100, 1'000'000);
}

void make_index(const std::filesystem::path& path, const std::vector<PassageRecord>& all,
                const FrequentStems& pairs) {
  auto writer = IndexWriter::open(path);
  REQUIRE(writer);
  Analyser analyser("en");
  REQUIRE(writer->add(version_document(version())));
  for (const auto& one : all) {
    REQUIRE(writer->add(passage_document(version(), one, analyser, pairs)));
  }
  Header header;
  header.versions = 1;
  header.passages = all.size();
  header.languages = {"en"};
  header.frequent = pairs.str();
  REQUIRE(writer->publish(header));
}

/// Nothing ranks and nothing is expanded: what matches is for the words alone.
void make_plain(Node& node) {
  node.expansion = Expansion::by_default;
  for (Node& child : node.children) make_plain(child);
}

std::vector<std::string> matching(const Node& tree, const std::vector<PassageRecord>& all) {
  Analyser analyser("en");
  std::vector<LeafWords> leaves;
  for (const Node* leaf : text_leaves(tree)) {
    leaves.push_back(
        leaf_words(*leaf, {"en"}, [&](const std::string&) -> Analyser& { return analyser; }));
  }
  std::vector<std::string> ids;
  for (const PassageRecord& record : all) {
    const PassageStream stream = stream_of(record.passage, analyser, true);
    const auto match = match_by_brute_force(tree, leaves, stream.tokens, {});
    if (match.outcome == Outcome::yes) ids.push_back("harbour#" + record.passage.eid + "@en");
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

TEST_CASE("a search finds what the slow and obvious matcher finds in all texts") {
  RandomQueries random(seed);
  const auto all = articles(random);
  const TemporaryFolder folder;
  for (const std::size_t stems : {0, 4, 10}) {
    const auto path = folder / ("index-" + std::to_string(stems));
    const FrequentStems pairs = frequent(stems);
    CHECK(pairs.empty() == (stems == 0));
    make_index(path, all, pairs);
    const auto searcher = Searcher::open({path});
    REQUIRE(searcher);
    int with_hits = 0, compared = 0;
    while (compared < query_count) {
      Node tree = random.tree(2, false);
      if (holds(tree, NodeType::ranked)) continue;
      make_plain(tree);
      SearchRequest request;
      request.query = canonical(tree);
      request.limit = article_count;
      const auto answer = searcher->search(request);
      CAPTURE(stems, request.query);
      REQUIRE(answer);
      REQUIRE(answer->read_as == request.query);
      std::vector<std::string> found;
      for (const Hit& hit : answer->hits) found.push_back(hit.id);
      std::sort(found.begin(), found.end());
      REQUIRE(found == matching(tree, all));
      CHECK(answer->total.value == found.size());
      CHECK(answer->total.exact);
      with_hits += found.empty() ? 0 : 1;
      ++compared;
    }
    CHECK(with_hits > compared / 3);
  }
}
