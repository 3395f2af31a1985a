// SPDX-License-Identifier: GPL-2.0-or-later
#include "emitter.hpp"

#include "references.hpp"

#include <pinlex/schema/frequent_stems.hpp>
#include <pinlex/schema/index_document.hpp>
#include <pinlex/text/analyser.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace pinlex {
namespace {

/// Enough to learn from: four times as much makes no better dictionary.
constexpr std::uint64_t sample_bytes = 256 << 10;
/// Tells a stem of one passage in a hundred from one that is rarer.
constexpr std::uint64_t counted_bytes = 2 << 20;

/// One analyser a language: each keeps the words it has met.
class Analysers {
 public:
  Analyser& of(const std::string& language) {
    return by_language_.try_emplace(language, language).first->second;
  }

  void trim() {
    for (auto& [language, analyser] : by_language_) analyser.trim();
  }

 private:
  std::map<std::string, Analyser> by_language_;
};

struct Ordered {
  std::string key;
  std::size_t text = 0;
  std::size_t passage = 0;
};

/// The passages of all versions of an instrument, in reading order.
std::vector<Ordered> in_order(const std::vector<StoredText>& texts) {
  std::vector<Ordered> order;
  for (std::size_t text = 0; text < texts.size(); ++text) {
    const auto& passages = texts[text].passages;
    for (std::size_t i = 0; i < passages.size(); ++i) {
      order.push_back({order_key(passages[i].version, passages[i].passage), text, i});
    }
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const Ordered& a, const Ordered& b) { return a.key < b.key; });
  return order;
}

/// Adds the stems of a passage, each once.
void count_stems(const Passage& passage, Analyser& analyser,
                 std::unordered_map<std::string, std::uint32_t>& counts) {
  std::vector<Token> tokens;
  for (const UnitText& text : passage.texts) analyser.analyse(text.text.text, 0, tokens);
  std::unordered_set<std::string_view> stems;
  for (const Token& token : tokens) stems.insert(token.stem);
  for (const std::string_view stem : stems) ++counts[std::string(stem)];
}

/// Where there are few passages no two stems can share many, and nothing is counted.
FrequentStems frequent_stems(const Collection& collection, Analysers& analysers) {
  const std::uint64_t passages = collection.passages();
  if (passages < shared_passages) return {};
  const RecordSample sample = collection.sample(counted_bytes);
  std::unordered_map<std::string, std::uint32_t> counts;
  std::uint32_t sampled = 0;
  for (const std::string& record : sample.records) {
    const auto decoded = decode_passage(record);
    if (!decoded) continue;
    count_stems(decoded->passage, analysers.of(collection.language(decoded->version)), counts);
    ++sampled;
  }
  return FrequentStems({counts.begin(), counts.end()}, sampled, passages);
}

Result<void> emit_instrument(const std::vector<StoredText>& texts, Analysers& analysers,
                             const FrequentStems& frequent, IndexWriter& writer) {
  for (const StoredText& text : texts) {
    if (auto added = writer.add(version_document(text.record)); !added) return added;
  }
  for (const Ordered& next : in_order(texts)) {
    const StoredText& text = texts[next.text];
    Analyser& analyser = analysers.of(text.record.version.language);
    auto added =
        writer.add(passage_document(text.record, text.passages[next.passage], analyser, frequent));
    if (!added) return added;
  }
  analysers.trim();
  return {};
}

}  // namespace

Result<Header> emit(Collection collection, const Catalogue& catalogue, IndexWriter& writer) {
  const RecordSample sample = collection.sample(sample_bytes);
  if (auto learnt = writer.learn(sample.records, sample.total); !learnt) return passed_on(learnt);
  Header header;
  std::set<std::string> languages;
  Analysers analysers;
  const FrequentStems frequent = frequent_stems(collection, analysers);
  header.frequent = frequent.str();
  const ReferenceFinder references(catalogue);
  for (const auto& ids : collection.by_instrument()) {
    std::vector<StoredText> texts;
    for (const std::string& id : ids) {
      texts.push_back(collection.take(id));
      find_references(references, texts.back());
      ++header.versions;
      header.passages += texts.back().record.passages;
      languages.insert(texts.back().record.version.language);
    }
    if (auto done = emit_instrument(texts, analysers, frequent, writer); !done)
      return passed_on(done);
  }
  header.languages.assign(languages.begin(), languages.end());
  return header;
}

}  // namespace pinlex
