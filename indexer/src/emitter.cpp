// SPDX-License-Identifier: GPL-2.0-or-later
#include "emitter.hpp"

#include <pinlex/schema/index_document.hpp>
#include <pinlex/text/analyser.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace pinlex {
namespace {

/// Enough to learn from: four times as much makes no better dictionary.
constexpr std::uint64_t sample_bytes = 256 << 10;

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

Result<void> emit_instrument(const std::vector<StoredText>& texts, Analysers& analysers,
                             IndexWriter& writer) {
  for (const StoredText& text : texts) {
    if (auto added = writer.add(version_document(text.record)); !added) return added;
  }
  for (const Ordered& next : in_order(texts)) {
    const StoredText& text = texts[next.text];
    Analyser& analyser = analysers.of(text.record.version.language);
    auto added = writer.add(passage_document(text.record, text.passages[next.passage], analyser));
    if (!added) return added;
  }
  analysers.trim();
  return {};
}

}  // namespace

Result<Header> emit(Collection collection, IndexWriter& writer) {
  const RecordSample sample = collection.sample(sample_bytes);
  if (auto learnt = writer.learn(sample.records, sample.total); !learnt) return passed_on(learnt);
  Header header;
  std::set<std::string> languages;
  Analysers analysers;
  for (const auto& ids : collection.by_instrument()) {
    std::vector<StoredText> texts;
    for (const std::string& id : ids) {
      texts.push_back(collection.take(id));
      ++header.versions;
      header.passages += texts.back().record.passages;
      languages.insert(texts.back().record.version.language);
    }
    if (auto done = emit_instrument(texts, analysers, writer); !done) return passed_on(done);
  }
  header.languages.assign(languages.begin(), languages.end());
  return header;
}

}  // namespace pinlex
