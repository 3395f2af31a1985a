// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/eid.hpp>
#include <pinlex/model/reference.hpp>
#include <pinlex/schema/fields.hpp>
#include <pinlex/schema/index_document.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

/// The frequent stems right before a word, none where another stem stands there.
struct Before {
  std::optional<std::uint32_t> last, last_but_one;
};

/// How often a stem stands in a passage, weighted, and how often in its headings.
struct Count {
  std::uint32_t weighted = 0;
  std::uint32_t in_headings = 0;
  std::optional<std::uint32_t> frequent;  ///< Its number among the frequent stems.
};

/// The stems of a passage, each with its count. One passage follows another too fast for a table
/// that asks for memory for every word.
class StemCounts {
 public:
  using Entry = std::pair<std::string_view, Count>;

  /// Room for that many words.
  explicit StemCounts(std::size_t words) {
    std::size_t size = 64;
    while (size < 2 * words) size *= 2;
    slots_.resize(size);
  }

  /// The count of a stem, and whether it is new.
  std::pair<Count*, bool> of(std::string_view stem) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = std::hash<std::string_view>()(stem) & mask;; i = (i + 1) & mask) {
      if (slots_[i] == 0) {
        entries_.emplace_back(stem, Count{});
        slots_[i] = static_cast<std::uint32_t>(entries_.size());
        if (2 * entries_.size() > slots_.size()) grow();
        return {&entries_.back().second, true};
      }
      Entry& entry = entries_[slots_[i] - 1];
      if (entry.first == stem) return {&entry.second, false};
    }
  }

  std::vector<Entry> take() { return std::move(entries_); }

 private:
  void grow() {
    slots_.assign(slots_.size() * 2, 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t n = 0; n < entries_.size(); ++n) {
      std::size_t i = std::hash<std::string_view>()(entries_[n].first) & mask;
      while (slots_[i] != 0) i = (i + 1) & mask;
      slots_[i] = static_cast<std::uint32_t>(n + 1);
    }
  }

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  ///< Numbers of entries from 1; 0: empty.
};

/// Rather too few than too many: room made once is cheaper than room that grows.
constexpr std::size_t bytes_a_word = 5;

std::size_t text_bytes(const Passage& passage) {
  std::size_t bytes = 0;
  for (const UnitText& text : passage.texts) bytes += text.text.text.size();
  return bytes;
}

/// Counts the stems and concepts of a passage and notes which frequent stems stand side by side.
/// The views are the analyser's.
class WordCounter {
 public:
  WordCounter(const WordReader& reader, const FrequentStems& frequent, const Passage& passage)
      : reader_(reader), frequent_(frequent), counts_(text_bytes(passage) / bytes_a_word / 2) {
    read_.texts.reserve(passage.texts.size());
    read_.headings.reserve(passage.units.size());
  }

  /// Texts follow each other: the last word of one may stand beside the first of the next.
  void add_text(std::string_view text) {
    count(read(text, read_.texts.emplace_back()), 1, 0, end_of_texts_);
  }

  void add_ancestor(std::string_view text) {
    Before none;
    ReadText words;
    count(read(text, words), ancestor_weight, 0, none);
  }

  /// The fewer words a heading has, the more it is about each of them.
  void add_heading(std::string_view text) {
    const ReadText& words = read(text, read_.headings.emplace_back());
    Before none;
    count(words, heading_weight_at(static_cast<std::uint32_t>(words.tokens.size())), 1, none);
  }

  /// What was added, for those who look at more than words.
  const ReadPassage& passage() const { return read_; }

  /// Nothing can be added then.
  std::vector<StemCounts::Entry> take_counts() { return counts_.take(); }

  /// The terms of the runs, none twice.
  std::vector<std::string> run_terms() {
    std::sort(runs_.begin(), runs_.end());
    runs_.erase(std::unique(runs_.begin(), runs_.end()), runs_.end());
    std::vector<std::string> terms;
    terms.reserve(runs_.size());
    for (const StemRun& run : runs_) terms.push_back(frequent_.term(run));
    return terms;
  }

  void add_concepts(IndexDocument& out) const {
    for (const auto& [concept_words, weighted] : concepts_) {
      const auto& [number, lay] = concept_words;
      const Field field = lay ? Field::lay_concept : Field::legal_concept;
      out.terms.emplace_back(term_of(field, reader_.thesaurus->id(number)), weighted);
    }
  }

 private:
  const ReadText& read(std::string_view text, ReadText& out) {
    out.tokens.reserve(text.size() / bytes_a_word + 1);
    reader_.analyser.analyse(text, 0, out.tokens);
    if (reader_.concepts != nullptr) reader_.concepts->find(out.tokens, out.concepts);
    return out;
  }

  /// `before` is what the words follow, and becomes their end.
  void count(const ReadText& words, std::uint32_t weight, std::uint32_t in_headings,
             Before& before) {
    for (const Token& token : words.tokens) {
      const auto [known, is_new] = counts_.of(token.stem);
      Count& count = *known;
      count.weighted += weight;
      count.in_headings += in_headings;
      if (is_new && !frequent_.empty()) count.frequent = frequent_.number(token.stem);
      if (count.frequent) note_runs(before, *count.frequent);
      before = {count.frequent, before.last};
    }
    for (const ConceptMatch& match : words.concepts) {
      concepts_[{match.number, match.wording == Wording::lay}] += weight;
    }
  }

  void note_runs(const Before& before, std::uint32_t stem) {
    if (!before.last) return;
    if (frequent_.has_term(*before.last, stem)) runs_.push_back({*before.last, stem, no_stem});
    if (!before.last_but_one) return;
    if (frequent_.has_term(*before.last_but_one, *before.last, stem)) {
      runs_.push_back({*before.last_but_one, *before.last, stem});
    }
  }

  const WordReader& reader_;
  const FrequentStems& frequent_;
  ReadPassage read_;
  StemCounts counts_;
  std::vector<StemRun> runs_;
  Before end_of_texts_;
  /// By number, and whether in lay words.
  std::map<std::pair<std::uint32_t, bool>, std::uint32_t> concepts_;
};

/// "21" of "art_21", "annex_1__art_21" and "art_21~2".
std::string_view number_of(std::string_view eid) {
  if (const auto level = eid.rfind("__"); level != std::string_view::npos) {
    eid.remove_prefix(level + 2);
  }
  const auto underscore = eid.find('_');
  if (underscore == std::string_view::npos) return {};
  eid.remove_prefix(underscore + 1);
  return eid.substr(0, eid.find('~'));
}

void add_filters(const VersionRecord& record, const PassageRecord& stored, IndexDocument& out) {
  const auto filter = [&out](Field field, std::string_view value) {
    if (!value.empty()) out.terms.emplace_back(term_of(field, value), 0);
  };
  const Version& version = record.version;
  const Passage& passage = stored.passage;
  filter(Field::instrument, version.instrument);
  filter(Field::kind, name(version.kind));
  filter(Field::edition, name(version.edition));
  filter(Field::language, version.language);
  filter(Field::version, stored.version);
  filter(Field::date, text_date(version));
  filter(Field::record, "passage");
  filter(Field::id, ProvisionId{version.instrument, passage.eid, {}}.str());
  if (!passage.units.empty() && passage.units.front().level == Level::article) {
    filter(Field::article, number_of(passage.eid));
  }
  for (const Ancestor& ancestor : passage.ancestors) {
    filter(Field::group, ProvisionId{version.instrument, ancestor.eid, {}}.str());
  }
  for (const std::string& about : version.about) filter(Field::about, about);
}

/// Whether the last number of the eId is whole; others cannot be counted through.
bool ends_whole(std::string_view eid) {
  return eid.find_first_not_of("0123456789", eid.rfind('_') + 1) == std::string_view::npos;
}

/// The eIds that a target stands for.
std::vector<std::string> eids_of(const ReferenceTarget& target, const VersionRecord* own) {
  std::vector<std::string> out{target.eid};
  if (target.last.empty()) return out;
  for (std::string& eid : between(target.eid, target.last)) out.push_back(std::move(eid));
  out.push_back(target.last);
  if (own == nullptr) return out;
  for (const OutlineEntry& entry : own->outline) {
    if (!ends_whole(entry.eid) && is_in_range(entry.eid, target.eid, target.last)) {
      out.push_back(entry.eid);
    }
  }
  return out;
}

/// What the passage refers to, what that lies in, and its instrument.
void add_references(const VersionRecord& record, const PassageRecord& stored, IndexDocument& out) {
  std::vector<std::string> cited;
  for (const Reference& reference : stored.references) {
    const bool own = reference.instrument == record.version.instrument;
    cited.push_back(reference.instrument);
    for (const ReferenceTarget& target : reference.targets) {
      for (const std::string& eid : eids_of(target, own ? &record : nullptr)) {
        for (std::string_view at = eid; !at.empty(); at = parent_eid(at)) {
          cited.push_back(ProvisionId{reference.instrument, std::string(at), {}}.str());
        }
      }
    }
  }
  std::sort(cited.begin(), cited.end());
  cited.erase(std::unique(cited.begin(), cited.end()), cited.end());
  for (const std::string& id : cited) out.terms.emplace_back(term_of(Field::cites, id), 0);
}

/// Whether a text lays down rules; others speak of them.
bool is_law(Kind kind) {
  return kind != Kind::decision && kind != Kind::explanatory_report && kind != Kind::commentary;
}

/// The concept and all that are broader, so that who asks for one of these finds it.
void add_with_broader(const CompiledThesaurus& thesaurus, std::uint32_t number,
                      std::set<std::uint32_t>& out) {
  if (!out.insert(number).second) return;
  for (const std::uint32_t above : thesaurus.broader(number)) {
    add_with_broader(thesaurus, above, out);
  }
}

/// Finds what the provisions are about, and makes that searchable.
void add_classes(const VersionRecord& version, PassageRecord& stored, const WordReader& reader,
                 const ReadPassage& read, IndexDocument& out) {
  stored.classes.clear();
  if (reader.powers == nullptr || !is_law(version.version.kind)) return;
  stored.classes = reader.powers->classify(stored.passage, stored.references, read);
  for (const Field field : {Field::power, Field::safeguard}) {
    std::set<std::uint32_t> numbers;
    for (const Classification& one : stored.classes) {
      if (field == Field::power ? one.is_power() : one.is_safeguard()) {
        add_with_broader(*reader.thesaurus, one.number, numbers);
      }
    }
    for (const std::uint32_t number : numbers) {
      out.terms.emplace_back(term_of(field, reader.thesaurus->id(number)), 0);
    }
  }
}

/// Returns how many words there are: their terms come first, and none is there twice.
std::size_t add_words(const Passage& passage, WordCounter& counter, IndexDocument& out) {
  for (const UnitText& text : passage.texts) counter.add_text(text.text.text);
  for (const Unit& unit : passage.units) counter.add_heading(unit.heading);
  for (const Ancestor& ancestor : passage.ancestors) counter.add_ancestor(ancestor.heading);
  const std::vector<StemCounts::Entry> stems = counter.take_counts();
  out.terms.reserve(stems.size() + 64);
  for (const auto& [stem, count] : stems) {
    out.terms.emplace_back(term_of(Field::text, stem), count.weighted);
  }
  for (const auto& [stem, count] : stems) {
    if (count.in_headings > 0) {
      out.terms.emplace_back(term_of(Field::heading, stem), count.in_headings);
    }
  }
  for (std::string& term : counter.run_terms()) out.terms.emplace_back(std::move(term), 0);
  counter.add_concepts(out);
  return stems.size();
}

/// Each term once: two values may share a term once they are in lower case. The first `distinct`
/// are words, which share none.
void join_equal_terms(IndexDocument& document, std::size_t distinct) {
  auto& terms = document.terms;
  std::sort(terms.begin() + static_cast<std::ptrdiff_t>(distinct), terms.end());
  std::size_t kept = distinct;
  for (std::size_t i = distinct; i < terms.size(); ++i) {
    if (kept > distinct && terms[kept - 1].first == terms[i].first) {
      terms[kept - 1].second += terms[i].second;
    } else if (kept++ != i) {
      terms[kept - 1] = std::move(terms[i]);
    }
  }
  terms.resize(kept);
}

void set_order(IndexDocument& document, std::string key) {
  document.values.emplace_back(static_cast<std::uint32_t>(info(Field::order).slot), std::move(key));
}

}  // namespace

std::uint32_t heading_weight_at(std::uint32_t words) {
  const double length = 1 - heading_b + heading_b * words / heading_mean_words;
  return static_cast<std::uint32_t>(std::lround(heading_weight / length));
}

std::string order_key(std::string_view version, const Passage& passage) {
  ProvisionId id = parse_id(version);
  id.eid = passage.eid;
  std::string key = sort_key(id);
  if (passage.part == 0) return key;
  key += '\0';
  key += static_cast<char>(passage.part >> 8 & 0xFF);
  key += static_cast<char>(passage.part & 0xFF);
  return key;
}

IndexDocument passage_document(const VersionRecord& version, PassageRecord passage,
                               const WordReader& reader, const FrequentStems& frequent) {
  IndexDocument document;
  WordCounter counter(reader, frequent, passage.passage);
  const std::size_t words = add_words(passage.passage, counter, document);
  add_filters(version, passage, document);
  add_references(version, passage, document);
  add_classes(version, passage, reader, counter.passage(), document);
  join_equal_terms(document, words);
  set_order(document, order_key(passage.version, passage.passage));
  document.data = encode(passage);
  return document;
}

IndexDocument version_document(const VersionRecord& version) {
  IndexDocument document;
  document.terms.emplace_back(term_of(Field::version, version.id()), 0);
  document.terms.emplace_back(term_of(Field::record, "version"), 0);
  for (const Source& source : version.sources) {
    document.terms.emplace_back(term_of(Field::root, source.root), 0);
  }
  join_equal_terms(document, 0);
  set_order(document, sort_key(parse_id(version.id())));
  document.data = encode(version);
  return document;
}

}  // namespace pinlex
