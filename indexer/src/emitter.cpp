// SPDX-License-Identifier: GPL-2.0-or-later
#include "emitter.hpp"

#include "ordered_work.hpp"
#include "references.hpp"

#include <pinlex/schema/frequent_stems.hpp>
#include <pinlex/schema/index_document.hpp>
#include <pinlex/text/analyser.hpp>

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>
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

/// Bytes of texts that may be on their way into the index; as documents they take five times that.
constexpr std::uint64_t emit_ahead = 8 << 20;

/// One reader a language: each keeps the words it has met.
class Readers {
 public:
  explicit Readers(const CompiledThesaurus& thesaurus) : thesaurus_(thesaurus) {}

  WordReader of(const std::string& language) {
    auto known = by_language_.find(language);
    if (known == by_language_.end()) {
      Analyser analyser(language);
      PowerClassifier powers(thesaurus_, analyser);
      Tools made{std::move(analyser), ConceptFinder(thesaurus_, language), std::move(powers)};
      known = by_language_.emplace(language, std::move(made)).first;
    }
    Tools& tools = known->second;
    return {tools.analyser, thesaurus_, tools.concepts, tools.powers};
  }

  void trim() {
    for (auto& [language, tools] : by_language_) tools.analyser.trim();
  }

 private:
  struct Tools {
    Analyser analyser;
    ConceptFinder concepts;
    PowerClassifier powers;
  };

  const CompiledThesaurus& thesaurus_;
  std::map<std::string, Tools> by_language_;
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
FrequentStems frequent_stems(const Collection& collection, Readers& readers) {
  const std::uint64_t passages = collection.passages();
  if (passages < shared_passages) return {};
  const RecordSample sample = collection.sample(counted_bytes);
  std::unordered_map<std::string, std::uint32_t> counts;
  std::uint32_t sampled = 0;
  for (const std::string& record : sample.records) {
    const auto decoded = decode_passage(record);
    if (!decoded) continue;
    const WordReader reader = readers.of(collection.language(decoded->version));
    count_stems(decoded->passage, reader.analyser, counts);
    ++sampled;
  }
  return FrequentStems({counts.begin(), counts.end()}, sampled, passages);
}

/// All documents of an instrument, in order.
struct Emitted {
  std::vector<IndexDocument> documents;
  std::uint64_t versions = 0, passages = 0;
  std::set<std::string> languages;
};

Emitted documents_of(std::vector<StoredText> texts, const ReferenceFinder& references,
                     Readers& readers, const FrequentStems& frequent) {
  Emitted out;
  for (StoredText& text : texts) {
    find_references(references, text);
    out.documents.push_back(version_document(text.record));
    ++out.versions;
    out.passages += text.record.passages;
    out.languages.insert(text.record.version.language);
  }
  for (const Ordered& next : in_order(texts)) {
    StoredText& text = texts[next.text];
    const WordReader reader = readers.of(text.record.version.language);
    PassageRecord& passage = text.passages[next.passage];
    out.documents.push_back(passage_document(text.record, std::move(passage), reader, frequent));
  }
  readers.trim();
  return out;
}

Result<void> write(const Emitted& emitted, IndexWriter& writer) {
  for (const IndexDocument& document : emitted.documents) {
    if (auto added = writer.add(document); !added) return added;
  }
  return {};
}

}  // namespace

Result<Header> emit(Collection collection, const EmitterTools& tools, IndexWriter& writer) {
  const RecordSample sample = collection.sample(sample_bytes);
  if (auto learnt = writer.learn(sample.records, sample.total); !learnt) return passed_on(learnt);
  writer.keep_thesaurus(tools.thesaurus);
  std::deque<Readers> readers;  // One a thread.
  for (std::uint32_t i = 0; i < std::max(tools.jobs, 1U); ++i)
    readers.emplace_back(tools.thesaurus);
  const FrequentStems frequent = frequent_stems(collection, readers.front());
  const ReferenceFinder references(tools.catalogue);
  const auto instruments = collection.by_instrument();
  std::mutex taking;
  const auto make = [&](std::size_t worker, std::size_t number) {
    std::vector<StoredText> texts;
    {
      const std::lock_guard<std::mutex> lock(taking);
      for (const std::string& id : instruments[number]) texts.push_back(collection.take(id));
    }
    return documents_of(std::move(texts), references, readers[worker], frequent);
  };
  Header header;
  header.frequent = frequent.str();
  std::set<std::string> languages;
  Result<void> written;
  const auto take = [&](std::size_t, Emitted emitted) {
    header.versions += emitted.versions;
    header.passages += emitted.passages;
    languages.insert(emitted.languages.begin(), emitted.languages.end());
    written = write(emitted, writer);
    return written.has_value();
  };
  make_in_order<Emitted>(collection.sizes(instruments), {tools.jobs, emit_ahead}, make, take);
  if (!written) return passed_on(written);
  header.languages.assign(languages.begin(), languages.end());
  return header;
}

}  // namespace pinlex
