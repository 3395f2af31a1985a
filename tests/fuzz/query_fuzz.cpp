// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a query: it is refused with a place, or read, printed and read back as the same
// query, and matched against a text made of its own words.
#include "query/matcher.hpp"
#include "query/parser.hpp"
#include "query/print.hpp"
#include "query/sentences.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace pinlex;

void require(bool holds) {
  if (!holds) std::abort();
}

/// The first bytes choose the citations that the caller is said to have found.
std::vector<TextRange> citations_from(std::string_view& bytes) {
  std::vector<TextRange> ranges;
  if (bytes.empty()) return ranges;
  const std::size_t count = static_cast<unsigned char>(bytes[0]) % 4;
  bytes.remove_prefix(1);
  for (std::size_t i = 0; i < count && bytes.size() >= 2; ++i) {
    const auto begin = static_cast<unsigned char>(bytes[0]);
    const auto length = static_cast<unsigned char>(bytes[1]);
    bytes.remove_prefix(2);
    ranges.push_back({begin, static_cast<std::uint32_t>(begin) + length});
  }
  return ranges;
}

std::vector<LeafWords> words_of(const Node& tree) {
  std::vector<LeafWords> all;
  for (const Node* leaf : text_leaves(tree)) {
    LeafWords words;
    WordTest test;
    (leaf->type == NodeType::wildcard ? test.prefixes : test.stems).push_back(leaf->text);
    words.readings.push_back({test});
    all.push_back(words);
  }
  return all;
}

void match(const Node& tree, std::string_view query) {
  std::vector<TextRange> places;
  for (const Node* leaf : text_leaves(tree)) {
    if (!places.empty() && leaf->place.begin < places.back().end) continue;
    places.push_back(leaf->place);
  }
  std::vector<std::uint32_t> sentences;
  SentenceCounter().block(query, places, SentenceBlock::paragraph, sentences);
  PassageTokens tokens;
  for (const Node* leaf : text_leaves(tree)) {
    PassageToken token;
    token.stem = token.folded = leaf->text;
    token.position = static_cast<std::uint32_t>(tokens.size());
    if (tokens.size() < sentences.size()) token.sentence = sentences[tokens.size()];
    if (!tokens.empty()) token.sentence = std::max(token.sentence, tokens.back().sentence);
    tokens.push_back(token);
  }
  Matcher matcher(tree, words_of(tree));
  matcher.set_budget(200000, 2000);
  const PassageMatch found = matcher.match(tokens);
  for (const MatchedSpan& span : found.spans) require(span.last < tokens.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view query(reinterpret_cast<const char*>(data), size);
  const std::vector<TextRange> citations = citations_from(query);
  const Result<Node> tree = parse_query(query, citations);
  if (!tree) {
    require(tree.error().code == Code::query);
    require(!tree.error().message.empty() && !tree.error().hint.empty());
    require(ill_formed_utf8(tree.error().message) == std::string_view::npos);
    return 0;
  }
  std::vector<TextRange> cited;
  const std::string form = canonical(*tree, &cited);
  if (form.size() <= max_query_bytes) {
    const Result<Node> again = parse_query(form, cited);
    require(again && same_query(*tree, *again));
  }
  require(!dump(*tree).empty());
  match(*tree, query);
  return 0;
}
