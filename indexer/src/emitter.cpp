// SPDX-License-Identifier: GPL-2.0-or-later
#include "emitter.hpp"

#include "ordered_work.hpp"
#include "pair_learner.hpp"
#include "references.hpp"

#include <pinlex/base/sha256.hpp>
#include <pinlex/model/eid.hpp>
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

/// Enough to learn from: the dictionary quotes a quarter of it.
constexpr std::uint64_t sample_bytes = 1 << 20;
/// Tells a stem of one passage in a hundred from one that is rarer.
constexpr std::uint64_t counted_bytes = 2 << 20;

/// Bytes of texts that may be on their way into the index; as documents they take five times that.
constexpr std::uint64_t most_emit_ahead = 8 << 20;

/// Bytes of words that a thread may remember.
constexpr std::size_t most_words = 64 << 20;

/// Records of a shard, bytes. What one changed file costs is to write its shard anew, half a second
/// for so much on two processors; what many shards cost is time for each query in each of them.
constexpr std::uint64_t shard_bytes = 12 << 20;
constexpr std::size_t most_shards = 64;

/// One reader a language: each keeps the words it has met, in `memory` bytes between them.
class Readers {
 public:
  Readers(const CompiledThesaurus& thesaurus, std::size_t memory)
      : thesaurus_(thesaurus), memory_(memory) {}

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

  Lesson lesson(const std::vector<StoredText>& texts) {
    return lesson_of(texts, [this](const std::string& language) -> Analyser& {
      return of(language).analyser;
    });
  }

  void trim() {
    for (auto& [language, tools] : by_language_) {
      tools.analyser.trim(memory_ / by_language_.size());
    }
  }

 private:
  struct Tools {
    Analyser analyser;
    ConceptFinder concepts;
    PowerClassifier powers;
  };

  const CompiledThesaurus& thesaurus_;
  std::size_t memory_;
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
  std::string lesson;  ///< Encoded; none where it teaches nothing.
};

Emitted documents_of(std::vector<StoredText> texts, Readers& readers,
                     const FrequentStems& frequent) {
  Emitted out;
  out.versions = texts.size();
  out.documents.resize(texts.size());
  std::vector<Sha256> sums(texts.size());
  for (const Ordered& next : in_order(texts)) {
    StoredText& text = texts[next.text];
    const WordReader reader = readers.of(text.record.version.language);
    PassageRecord& passage = text.passages[next.passage];
    out.documents.push_back(passage_document(text.record, std::move(passage), reader, frequent));
    sums[next.text].add(out.documents.back().data);
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    VersionRecord& record = texts[i].record;
    record.sha256 = sums[i].hex();
    out.passages += record.passages;
    out.languages.insert(record.version.language);
    out.documents[i] = version_document(record);
  }
  readers.trim();
  return out;
}

/// The texts of an instrument: from the collection, or as the live index has them.
struct Item {
  std::size_t shard = 0;
  std::pair<std::string, std::string> key;  ///< Sorts as a reader would.
  std::vector<std::string> ids;
  std::vector<const LiveIndex::Stored*> stored;
  std::uint64_t size = 0;
};

/// Writes shard by shard. What it makes on threads it writes on the calling one.
class Emitter {
 public:
  Emitter(EmitterTexts texts, const EmitterTools& tools, IndexWriter& writer)
      : texts_(std::move(texts)), tools_(tools), writer_(writer), references_(tools.catalogue) {
    const std::uint32_t jobs = std::max(tools.jobs, 1U);
    const std::size_t words = std::min<std::size_t>(most_words, tools.memory / 8 / jobs);
    for (std::uint32_t i = 0; i < jobs; ++i) readers_.emplace_back(tools.thesaurus, words);
  }

  Result<Header> run();

 private:
  Result<void> learn();
  void find_items();
  Item& item(const std::string& instrument, std::map<std::string, Item>& items) const;
  Result<std::vector<StoredText>> load(const Item& item);
  Result<void> write(const Item& item, Emitted emitted);
  Result<void> go_to_shard(std::size_t shard);
  void put_aside(const std::string& instrument, std::string lesson);
  bool teaches_anew() const;
  Result<void> learn_pairs();
  bool is_kept(std::size_t shard) const { return !texts_.anew && !changed_.contains(shard); }

  EmitterTexts texts_;
  const EmitterTools& tools_;
  IndexWriter& writer_;
  ReferenceFinder references_;
  std::deque<Readers> readers_;  ///< One a thread.
  std::mutex loading_;
  FrequentStems frequent_;
  std::size_t shards_ = 1;
  std::size_t at_ = 0;             ///< The shard that is written.
  std::set<std::size_t> changed_;  ///< Shards that are written anew.
  std::vector<Item> items_;        ///< By shard and key.
  Header header_;
  std::set<std::string> languages_;
  bool learning_ = true;                   ///< Whether pairs of terms are learnt anew.
  std::map<std::string, AsidePlace> lessons_;  ///< By instrument; they wait where texts do.
};

/// What compresses well and which stems are frequent; as the live index has it, if part of that
/// stays.
Result<void> Emitter::learn() {
  if (!texts_.anew) {
    shards_ = texts_.live.header().shards.size();
    frequent_ = FrequentStems(texts_.live.header().frequent);
    return writer_.keep_dictionary();
  }
  const RecordSample sample = texts_.collection.sample(sample_bytes);
  const std::size_t wanted = tools_.shards > 0 ? tools_.shards : sample.total / shard_bytes;
  shards_ = std::clamp<std::size_t>(wanted, 1, most_shards);
  frequent_ = frequent_stems(texts_.collection, readers_.front());
  return writer_.learn(sample.records, sample.total);
}

Item& Emitter::item(const std::string& instrument, std::map<std::string, Item>& items) const {
  const auto [at, fresh] = items.try_emplace(instrument);
  if (fresh) {
    at->second.shard = shard_of(instrument, shards_);
    at->second.key = {sort_key({instrument, {}, {}}), instrument};
  }
  return at->second;
}

void Emitter::find_items() {
  for (const std::string& instrument : texts_.touched) {
    changed_.insert(shard_of(instrument, shards_));
  }
  learning_ = teaches_anew();
  std::map<std::string, Item> items;
  const auto instruments = texts_.collection.by_instrument();
  const auto sizes = texts_.collection.sizes(instruments);
  for (std::size_t i = 0; i < instruments.size(); ++i) {
    Item& made = item(parse_id(instruments[i].front()).instrument, items);
    made.ids = instruments[i];
    made.size = sizes[i];
  }
  for (const LiveIndex::Stored* version : texts_.untouched) {
    header_.versions += 1;
    header_.passages += version->record.passages;
    languages_.insert(version->record.version.language);
    Item& made = item(version->record.version.instrument, items);
    made.stored.push_back(version);
    for (const Source& source : version->record.sources) made.size += source.bytes;
  }
  for (auto& [instrument, made] : items) {
    if (!is_kept(made.shard)) items_.push_back(std::move(made));
  }
  std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
    return a.shard != b.shard ? a.shard < b.shard : a.key < b.key;
  });
}

/// Runs on any thread.
Result<std::vector<StoredText>> Emitter::load(const Item& item) {
  std::vector<StoredText> texts;
  const std::lock_guard<std::mutex> lock(loading_);
  for (const std::string& id : item.ids) texts.push_back(texts_.collection.take(id));
  for (const LiveIndex::Stored* version : item.stored) {
    auto text = texts_.live.text(*version);
    if (!text) return passed_on(text);
    texts.push_back(std::move(*text));
  }
  return texts;
}

/// Ends the shards before that one, and takes over those of them that stay.
Result<void> Emitter::go_to_shard(std::size_t shard) {
  for (; at_ < shard; ++at_) {
    if (auto done = is_kept(at_) ? writer_.keep_shard(at_) : writer_.end_shard(); !done)
      return done;
  }
  return {};
}

Result<void> Emitter::write(const Item& item, Emitted emitted) {
  if (auto there = go_to_shard(item.shard); !there) return there;
  if (item.stored.empty()) {
    header_.versions += emitted.versions;
    header_.passages += emitted.passages;
    languages_.insert(emitted.languages.begin(), emitted.languages.end());
  }
  if (!emitted.lesson.empty()) put_aside(item.key.second, std::move(emitted.lesson));
  for (const IndexDocument& document : emitted.documents) {
    if (auto added = writer_.add(document); !added) return added;
  }
  return {};
}

/// Workers may be taking texts from there.
void Emitter::put_aside(const std::string& instrument, std::string lesson) {
  const std::lock_guard<std::mutex> lock(loading_);
  lessons_[instrument] = texts_.collection.aside().put(std::move(lesson));
}

/// Whether an instrument in several languages is not what it was.
bool Emitter::teaches_anew() const {
  if (texts_.anew) return true;
  std::map<std::string, std::set<std::string>> languages;
  for (const auto& ids : texts_.collection.by_instrument()) {
    for (const std::string& id : ids) {
      languages[parse_id(id).instrument].insert(texts_.collection.language(id));
    }
  }
  for (const LiveIndex::Stored& stored : texts_.live.versions()) {
    const Version& version = stored.record.version;
    if (texts_.touched.contains(version.instrument)) {
      languages[version.instrument].insert(version.language);
    }
  }
  return std::any_of(languages.begin(), languages.end(),
                     [](const auto& one) { return one.second.size() > 1; });
}

/// Learns from all instruments in the order of their ids, those in shards that are kept among them.
Result<void> Emitter::learn_pairs() {
  if (!learning_) {
    auto pairs = texts_.live.pairs();
    if (!pairs) return passed_on(pairs);
    writer_.keep_pairs(*pairs);
    return {};
  }
  std::map<std::string, std::vector<const LiveIndex::Stored*>> kept;
  for (const LiveIndex::Stored* version : texts_.untouched) {
    const std::string& instrument = version->record.version.instrument;
    if (is_kept(shard_of(instrument, shards_))) kept[instrument].push_back(version);
  }
  for (const auto& [instrument, versions] : kept) {
    std::set<std::string> languages;
    for (const auto* version : versions) languages.insert(version->record.version.language);
    if (languages.size() < 2) continue;
    Item item;
    item.stored = versions;
    auto texts = load(item);
    if (!texts) return passed_on(texts);
    put_aside(instrument, encode(readers_.front().lesson(*texts)));
  }
  readers_.clear();  // Learning takes what room there is.
  PairLearner learner;
  for (const auto& [instrument, place] : lessons_) {
    if (tools_.no_pairs_from.contains(instrument)) continue;
    learner.add(decode_lesson(texts_.collection.aside().take(place)));
  }
  writer_.keep_pairs(learner.learn());
  return {};
}

Result<Header> Emitter::run() {
  writer_.keep_thesaurus(tools_.thesaurus);
  if (auto learnt = learn(); !learnt) return passed_on(learnt);
  find_items();
  std::vector<std::uint64_t> sizes;
  IndexProgress progress;
  progress.step = IndexProgress::Step::writing;
  for (const Item& item : items_) {
    sizes.push_back(item.size);
    progress.bytes += item.size;
  }
  Result<void> done;
  make_in_order<Result<Emitted>>(
      std::move(sizes), {tools_.jobs, std::min(most_emit_ahead, tools_.memory / 128)},
      [this](std::size_t worker, std::size_t number) -> Result<Emitted> {
        auto texts = load(items_[number]);
        if (!texts) return passed_on(texts);
        if (items_[number].stored.empty()) {
          for (StoredText& text : *texts) find_references(references_, text);
        }
        std::string lesson;
        if (learning_) lesson = encode(readers_[worker].lesson(*texts));
        Emitted emitted = documents_of(std::move(*texts), readers_[worker], frequent_);
        emitted.lesson = std::move(lesson);
        return emitted;
      },
      [&](std::size_t number, Result<Emitted> emitted) {
        done = emitted ? write(items_[number], std::move(*emitted)) : Result<void>(passed_on(emitted));
        progress.bytes_done += items_[number].size;
        if (tools_.progress) tools_.progress(progress);
        return done.has_value();
      });
  if (done) done = go_to_shard(shards_);
  if (done) done = learn_pairs();
  if (!done) return passed_on(done);
  header_.frequent = frequent_.str();
  header_.languages.assign(languages_.begin(), languages_.end());
  return std::move(header_);
}

}  // namespace

std::size_t shard_of(std::string_view instrument, std::size_t shards) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : instrument) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return (hash ^ hash >> 32) % shards;
}

Result<Header> emit(EmitterTexts texts, const EmitterTools& tools, IndexWriter& writer) {
  return Emitter(std::move(texts), tools, writer).run();
}

}  // namespace pinlex
