// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/judge.hpp"

#include "lookup.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <set>
#include <string_view>

namespace pinlex {
namespace {

/// Provisions kept in memory between quotations.
constexpr std::size_t most_kept = 1000;
/// Provisions of a citation that are looked at one by one.
constexpr std::size_t most_cited = 200;
/// After so many places where a quotation stands no more are looked for.
constexpr std::size_t enough_places = 16;
constexpr std::size_t shown_places = 5;
/// Provisions that an altered quotation is aligned with.
constexpr std::size_t most_aligned = 4;

/// Whether a text that nothing divides is one passage far beyond the usual: it holds the words of
/// most quotations, and is read only where nothing shorter answers.
bool is_long(const PassageRecord& record) {
  static constexpr std::size_t long_text = 64U << 10;
  std::size_t bytes = 0;
  for (const UnitText& text : record.passage.texts) bytes += text.text.text.size();
  return bytes > long_text;
}

void add_distinct(std::vector<std::shared_ptr<const LoadedProvision>>& all,
                  const std::shared_ptr<const LoadedProvision>& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

/// Some runs of three words of a quotation, as they are printed.
std::vector<std::string_view> word_runs(const QuoteRow& quote) {
  static constexpr std::size_t run_words = 3, most_runs = 12;
  std::vector<std::string_view> out;
  const std::size_t words = quote.words.size();
  const std::size_t step = std::max<std::size_t>(1, words / most_runs);
  for (std::size_t i = 0; i + run_words <= words; i += step) {
    const auto begin = quote.words[i].place.begin;
    out.push_back(quote.text.substr(begin, quote.words[i + run_words - 1].place.end - begin));
  }
  return out;
}

/// The readings in the language that the words which only join others are of.
std::vector<const QuoteRow*> likeliest(std::vector<const QuoteRow*> rows) {
  std::vector<std::size_t> joining;
  std::size_t most = 0;
  for (const QuoteRow* row : rows) {
    const auto joins = [&](const RowWord& word) {
      return is_stop_word(row->language, word.folded);
    };
    joining.push_back(
        static_cast<std::size_t>(std::count_if(row->words.begin(), row->words.end(), joins)));
    most = std::max(most, joining.back());
  }
  std::vector<const QuoteRow*> out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    // One or two tell nothing.
    if (most < 3 || 10 * joining[i] > 7 * most) out.push_back(rows[i]);
  }
  return out;
}

QuotationVerdict verdict_of(const Standing& best, const JudgedCitation* cited) {
  if (best.in->is_digest()) return QuotationVerdict::digest;
  if (cited != nullptr && !best.in_cited) return QuotationVerdict::elsewhere;
  return best.differences.empty() ? QuotationVerdict::exact : QuotationVerdict::normalised;
}

void show_places(std::vector<Standing>& standings, CheckedQuotation& out) {
  std::set<std::string> shown;
  for (const Standing& one : standings) {
    if (out.places.size() == shown_places) return;
    QuotedPlace place = place_of(one);
    if (shown.insert(place.id).second) out.places.push_back(std::move(place));
  }
}

}  // namespace

std::vector<const QuoteRow*> QuotationJudge::Readings::of(std::uint32_t index) const {
  std::vector<const QuoteRow*> rows;
  for (const auto& [language, row] : by_language[index]) rows.push_back(&row);
  return rows;
}

QuotationJudge::QuotationJudge(const Library& library, const Library::Sessions& sessions)
    : library_(library), sessions_(sessions) {
  for (const auto& session : sessions) locators_.emplace_back(*session);
}

std::size_t QuotationJudge::words_in(const MappedText& words) {
  std::size_t most = 0;
  std::vector<Token> tokens;
  for (const auto& session : sessions_) {
    for (const auto& language : languages_for(words.text, session->reader().header().languages)) {
      tokens.clear();
      session->analyser(language).analyse(words.text, 0, tokens);
      most = std::max(most, tokens.size());
    }
  }
  return most;
}

QuotationJudge::Readings QuotationJudge::read(const EditedText& text, const JudgedCitation* cited) {
  Readings out;
  out.cited = cited;
  out.has_omission =
      std::any_of(text.gaps.begin(), text.gaps.end(),
                  [](const EditedText::Gap& one) { return one.gap == QuoteGap::omission; });
  for (const auto& session : sessions_) {
    auto& rows = out.by_language.emplace_back();
    for (const auto& language :
         languages_for(text.text.text, session->reader().header().languages)) {
      rows.emplace(language, row_of(text, session->analyser(language)));
    }
  }
  return out;
}

std::shared_ptr<const LoadedProvision> QuotationJudge::keep(ShelvedVersion version,
                                                            std::vector<PassageRecord> parts) {
  if (known_.size() >= most_kept) known_.clear();
  const Passage &first = parts.front().passage, &last = parts.back().passage;
  auto& known = known_[{version.index, version.record->id(), first.eid, first.part, last.part}];
  if (known) return known;
  auto made = std::make_shared<LoadedProvision>();
  made->version = std::move(version);
  made->parts = std::move(parts);
  const std::string& language = made->version.record->version.language;
  made->row = row_of(made->parts, sessions_[made->version.index]->analyser(language));
  known = made;
  return made;
}

/// All parts of an article; null where the version has none of that id.
Result<std::shared_ptr<const LoadedProvision>> QuotationJudge::whole_article(ShelvedVersion version,
                                                                             std::string_view eid) {
  auto place = find_provision(*sessions_[version.index], *version.record, eid);
  if (!place) return passed_on(place);
  if (place->parts.empty()) return std::shared_ptr<const LoadedProvision>();
  return keep(std::move(version), std::move(place->parts));
}

/// A part of a split article with the parts before and behind it. They lie side by side in the
/// index.
Result<std::vector<PassageRecord>> QuotationJudge::neighbours(std::uint32_t index,
                                                              const FoundPassage& passage) const {
  const IndexReader& reader = sessions_[index]->reader();
  const PassageRecord& record = passage.record;
  const ProvisionId id{parse_id(record.version).instrument, record.passage.eid, {}};
  const auto documents = reader.documents(term_of(Field::id, id.str()));
  if (!documents) return passed_on(documents);
  const auto here = std::find(documents->begin(), documents->end(), passage.document);
  std::vector<PassageRecord> parts;
  const auto add = [&](std::uint32_t document, std::uint32_t part) -> Result<void> {
    auto other = reader.passage(document);
    if (!other) return passed_on(other);
    if (other->version == record.version && other->passage.part == part) {
      parts.push_back(std::move(*other));
    }
    return {};
  };
  if (here != documents->begin() && here != documents->end()) {
    const auto added = add(*std::prev(here), record.passage.part - 1);
    if (!added) return passed_on(added);
  }
  parts.push_back(record);
  if (here != documents->end() && std::next(here) != documents->end()) {
    const auto added = add(*std::next(here), record.passage.part + 1);
    if (!added) return passed_on(added);
  }
  return parts;
}

/// A passage, with as much of the article that it is a part of.
Result<std::shared_ptr<const LoadedProvision>> QuotationJudge::load(std::uint32_t index,
                                                                    FoundPassage passage,
                                                                    PartsRead extent) {
  auto record = library_.version(sessions_, index, passage.record.version);
  if (!record) return passed_on(record);
  const bool split = passage.record.passage.parts > 1;
  if (split && extent == PartsRead::article) {
    return whole_article({index, *record}, passage.record.passage.eid);
  }
  std::vector<PassageRecord> parts;
  if (split && extent == PartsRead::neighbours) {
    auto read = neighbours(index, passage);
    if (!read) return passed_on(read);
    parts = std::move(*read);
  } else {
    parts.push_back(std::move(passage.record));
  }
  return keep({index, *record}, std::move(parts));
}

/// The passages of documents in their order, but very long ones last.
Result<QuotationJudge::FoundPassages> QuotationJudge::read_passages(
    std::uint32_t index, const std::vector<std::uint32_t>& documents) const {
  FoundPassages out;
  for (const std::uint32_t document : documents) {
    auto passage = sessions_[index]->reader().passage(document);
    if (!passage) return passed_on(passage);
    out.push_back({document, std::move(*passage)});
  }
  std::stable_partition(out.begin(), out.end(),
                        [](const FoundPassage& one) { return !is_long(one.record); });
  return out;
}

/// Keeps the passages that have most runs of words with a quotation in common, as far as a glance
/// at the text tells; very long ones go last.
void QuotationJudge::keep_likest(FoundPassages& passages,
                                 const std::vector<const QuoteRow*>& rows) const {
  if (passages.size() <= most_aligned) return;
  std::set<std::string_view> runs;
  for (const QuoteRow* row : rows) {
    for (const std::string_view run : word_runs(*row)) runs.insert(run);
  }
  std::vector<std::pair<std::size_t, std::size_t>> ranked;  // Runs that lack, place in the order.
  for (std::size_t i = 0; i < passages.size(); ++i) {
    std::size_t lacking = runs.size() + 1;
    if (!is_long(passages[i].record)) {
      const auto& texts = passages[i].record.passage.texts;
      lacking = static_cast<std::size_t>(
          std::count_if(runs.begin(), runs.end(), [&](std::string_view run) {
            return std::none_of(texts.begin(), texts.end(), [&](const UnitText& text) {
              const std::string& in = text.text.text;
              return ::memmem(in.data(), in.size(), run.data(), run.size()) != nullptr;
            });
          }));
    }
    ranked.emplace_back(lacking, i);
  }
  std::sort(ranked.begin(), ranked.end());
  FoundPassages kept;
  for (std::size_t i = 0; i < most_aligned; ++i) {
    kept.push_back(std::move(passages[ranked[i].second]));
  }
  passages = std::move(kept);
}

/// Adds where the quotation stands in a provision; true where it does.
bool QuotationJudge::stands(Readings& readings,
                            const std::shared_ptr<const LoadedProvision>& provision) {
  const auto& rows = readings.by_language[provision->version.index];
  const auto row = rows.find(provision->version.record->version.language);
  if (row == rows.end()) return false;
  auto standing = standing_in(provision, row->second, readings.cited);
  if (!standing) return false;
  standing->order = readings.order++;
  readings.whole.push_back(std::move(*standing));
  return true;
}

Result<void> QuotationJudge::look_in_cited(Readings& readings, Provisions& looked_at) {
  if (readings.cited == nullptr) return {};
  std::size_t left = most_cited;
  for (const std::string& eid : readings.cited->eids) {
    for (const ShelvedVersion& version : readings.cited->versions) {
      if (left == 0) return {};
      --left;
      auto provision = whole_article(version, eid);
      if (!provision) return passed_on(provision);
      if (!*provision) continue;
      if (std::find(looked_at.begin(), looked_at.end(), *provision) != looked_at.end()) continue;
      looked_at.push_back(*provision);
      stands(readings, *provision);
    }
  }
  return {};
}

/// Looks in the rest of the instrument cited, then everywhere; by all of its words, then by parts.
Result<void> QuotationJudge::look_around(Readings& readings) {
  std::vector<std::string> wanted;
  if (readings.cited != nullptr) wanted.push_back(readings.cited->instrument);
  wanted.emplace_back();
  // Only over an omission does a quotation reach further than the next part.
  const auto around = readings.has_omission ? PartsRead::article : PartsRead::neighbours;
  std::set<std::shared_ptr<const LoadedProvision>> seen;
  for (const Standing& one : readings.whole) seen.insert(one.in);
  for (const auto reach : {PassageLocator::Reach::whole, PassageLocator::Reach::stretch}) {
    for (const std::string& instrument : wanted) {
      for (std::uint32_t index = 0; index < sessions_.size(); ++index) {
        const auto documents = locators_[index].holding(readings.of(index), instrument, reach);
        const bool whole = reach == PassageLocator::Reach::whole;
        auto passages = read_passages(index, documents);
        if (!passages) return passed_on(passages);
        for (FoundPassage& passage : *passages) {
          if (!readings.whole.empty() && is_long(passage.record)) break;
          // What is no part of a split article would have been found by all of the words.
          if (!whole && passage.record.passage.parts < 2) continue;
          auto provision = load(index, std::move(passage), whole ? PartsRead::part : around);
          if (!provision) return passed_on(provision);
          if (!seen.insert(*provision).second) continue;
          stands(readings, *provision);
          if (readings.whole.size() >= enough_places) return {};
        }
      }
    }
    if (!readings.whole.empty()) return {};
  }
  return {};
}

/// The passages that an altered quotation may come from; read with their neighbours, those that are
/// parts and were found before.
Result<QuotationJudge::Provisions> QuotationJudge::likely(Readings& readings, PartsRead extent) {
  std::vector<std::string> wanted;
  if (readings.cited != nullptr) wanted.push_back(readings.cited->instrument);
  wanted.emplace_back();
  Provisions out;
  std::size_t question = 0;
  for (const std::string& instrument : wanted) {
    for (std::uint32_t index = 0; index < sessions_.size(); ++index, ++question) {
      const auto rows = likeliest(readings.of(index));
      FoundPassages passages;
      if (extent == PartsRead::neighbours) {
        passages = std::move(readings.split[question]);
      } else {
        auto found = read_passages(index, locators_[index].likely(rows, instrument));
        if (!found) return passed_on(found);
        passages = std::move(*found);
        readings.split.emplace_back();
        std::copy_if(passages.begin(), passages.end(), std::back_inserter(readings.split.back()),
                     [](const FoundPassage& one) { return one.record.passage.parts > 1; });
      }
      keep_likest(passages, rows);
      for (FoundPassage& passage : passages) {
        if (!out.empty() && is_long(passage.record)) break;
        auto provision = load(index, std::move(passage), extent);
        if (!provision) return passed_on(provision);
        add_distinct(out, *provision);
      }
    }
  }
  return out;
}

void QuotationJudge::compare(Readings& readings, const Provisions& candidates) {
  for (const auto& one : candidates) {
    // Words that the index cannot name ("co operation") are found here.
    if (stands(readings, one) || !readings.whole.empty()) continue;
    const auto& rows = readings.by_language[one->version.index];
    const auto row = rows.find(one->version.record->version.language);
    if (row == rows.end()) continue;
    auto likeness = likeness_in(one, row->second, readings.cited);
    if (!likeness) continue;
    likeness->order = readings.order++;
    readings.alike.push_back(std::move(*likeness));
  }
}

/// Looks in the likeliest passages, and only then over the ends of those that are parts.
Result<void> QuotationJudge::look_for_likeness(Readings& readings, const Provisions& cited) {
  compare(readings, cited);
  for (const auto extent : {PartsRead::part, PartsRead::neighbours}) {
    const auto candidates = likely(readings, extent);
    if (!candidates) return passed_on(candidates);
    compare(readings, *candidates);
    if (!readings.whole.empty() || !readings.alike.empty()) return {};
  }
  return {};
}

Result<void> QuotationJudge::find(Readings& readings) {
  Provisions looked_at;
  auto done = look_in_cited(readings, looked_at);
  if (!done) return done;
  const bool settled =
      std::any_of(readings.whole.begin(), readings.whole.end(),
                  [](const Standing& one) { return one.in_cited && !one.in->is_digest(); });
  if (settled) return {};
  done = look_around(readings);
  if (!done || !readings.whole.empty()) return done;
  return look_for_likeness(readings, looked_at);
}

void QuotationJudge::conclude(Readings& readings, CheckedQuotation& out) {
  const JudgedCitation* cited = readings.cited;
  if (!readings.whole.empty()) {
    std::stable_sort(readings.whole.begin(), readings.whole.end(), stands_better);
    const Standing& best = readings.whole.front();
    out.verdict = verdict_of(best, cited);
    out.in_cited = best.in_cited;
    out.differences = best.differences;
    show_places(readings.whole, out);
  } else if (!readings.alike.empty()) {
    std::stable_sort(readings.alike.begin(), readings.alike.end(), is_more_alike);
    const Standing& best = readings.alike.front();
    out.verdict = QuotationVerdict::altered;
    out.in_cited = best.in_cited;
    out.similarity = best.alignment.similarity;
    out.diff = best.alignment.diff;
    out.places.push_back(place_of(best));
  } else {
    out.similarity = 0;
  }
  if (cited != nullptr && cited->shown.only_digest) {
    out.verdict = QuotationVerdict::no_official_text;
  }
}

Result<void> QuotationJudge::judge(const MappedText& words, const JudgedCitation* cited,
                                   CheckedQuotation& out) {
  const EditedText with_marks = edited(words);
  if (!with_marks.marks.empty()) {
    // Brackets and dots may be the source's own.
    EditedText literal;
    literal.text = words;
    Readings readings = read(literal, cited);
    const auto found = look_around(readings);
    if (!found) return found;
    CheckedQuotation as_printed;
    conclude(readings, as_printed);
    if (as_printed.verdict == QuotationVerdict::exact) {
      out.verdict = as_printed.verdict;
      out.in_cited = as_printed.in_cited;
      out.places = std::move(as_printed.places);
      return {};
    }
  }
  out.editorial = with_marks.marks;
  Readings readings = read(with_marks, cited);
  const auto found = find(readings);
  if (!found) return found;
  conclude(readings, out);
  return {};
}

}  // namespace pinlex
