// SPDX-License-Identifier: GPL-2.0-or-later
#include "parallels.hpp"

#include "candidates.hpp"
#include "check/align.hpp"
#include "filters.hpp"
#include "hit.hpp"
#include "likeness.hpp"
#include "lookup.hpp"
#include "neighbours.hpp"
#include "query/query_error.hpp"
#include "ranking.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace pinlex {
namespace {

using Versions = std::vector<ShelvedVersion>;

/// A provision in one version, read.
struct ReadProvision {
  ShelvedVersion version;
  std::vector<PassageRecord> parts;
  Hit hit;
  ProvisionTerms terms;

  const std::string& language() const { return version.record->version.language; }
};

/// Text that binds: commentary repeats the words of what it speaks of and would come first.
Filters binding(Filters filters) {
  if (!filters.kinds.empty()) return filters;
  for (const Kind kind : {Kind::treaty, Kind::protocol, Kind::statute, Kind::decision}) {
    filters.kinds.emplace_back(name(kind));
  }
  return filters;
}

/// The words of a provision in one run.
EditedText words_of(const Hit& hit) {
  EditedText out;
  for (const ShownText& text : hit.texts) {
    out.text.text += (out.text.text.empty() ? "" : "\n") + text.text;
  }
  return out;
}

class ParallelsRun {
 public:
  ParallelsRun(const Library& library, const Library::Sessions& sessions,
               const ParallelsRequest& request)
      : library_(library), sessions_(sessions), request_(request), meter_(sessions) {}

  Result<ParallelsAnswer> run();

 private:
  Result<void> find_provision_asked();
  Result<void> read_asked();
  Result<void> add_curated();
  Result<void> add_similar();
  Result<std::set<std::string>> candidates(const Filters& filters);
  Result<void> read(const ShelvedVersion& version, const std::string& eid,
                    std::deque<ReadProvision>& out);
  Result<ParallelProvision> compared(const std::string& id, const Filters& filters);
  void put_text(const ReadProvision& asked, const ReadProvision& other, ParallelProvision& out);
  ParallelProvision absent(const std::string& id, const Catalogue& catalogue) const;
  Versions named_versions() const;

  const Library& library_;
  const Library::Sessions& sessions_;
  const ParallelsRequest& request_;
  LikenessMeter meter_;
  Versions all_;
  ProvisionId id_;                   ///< The provision asked for.
  std::deque<ReadProvision> asked_;  ///< In each of its languages, the one shown first.
  ParallelsAnswer answer_;
};

Result<ParallelsAnswer> ParallelsRun::run() {
  for (const auto step : {&ParallelsRun::find_provision_asked, &ParallelsRun::read_asked,
                          &ParallelsRun::add_curated, &ParallelsRun::add_similar}) {
    const auto done = (this->*step)();
    if (!done) return passed_on(done);
  }
  return std::move(answer_);
}

Result<void> ParallelsRun::find_provision_asked() {
  const std::string& typed = request_.citation;
  const auto citation = read_citation(library_, sessions_, typed);
  if (!citation) return passed_on(citation);
  const TextRange place{citation->begin, citation->end};
  const auto& provisions = citation->provisions;
  const bool one = provisions.size() == 1 && provisions.front().last.empty();
  if (!one || provisions.front().eid.empty()) {
    return query_error(typed, place, "parallels are those of one article or a part of it",
                       "for example: ETS 185 art. 21");
  }
  id_ = {citation->instrument, provisions.front().eid, citation->version};
  answer_.read_as = id_.str();
  auto all = library_.versions(sessions_);
  if (!all) return passed_on(all);
  all_ = std::move(*all);
  return {};
}

/// The versions that the citation may mean, the one to be shown first.
Versions ParallelsRun::named_versions() const {
  Versions own = versions_of(all_, id_.instrument);
  if (!id_.version.empty()) {
    std::erase_if(own, [&](const ShelvedVersion& one) {
      return one.record->id() != id_.instrument + "@" + id_.version;
    });
  }
  Filters languages;
  languages.languages = request_.filters.languages;
  const auto rank = [&](const ShelvedVersion& one) {
    const Version& version = one.record->version;
    return std::tuple(!allows(languages, version), version.language != "en");
  };
  std::stable_sort(own.begin(), own.end(), [&](const ShelvedVersion& a, const ShelvedVersion& b) {
    return rank(a) < rank(b);
  });
  return own;
}

/// Appends a provision as a version has it, if it does.
Result<void> ParallelsRun::read(const ShelvedVersion& version, const std::string& eid,
                                std::deque<ReadProvision>& out) {
  auto place = find_provision(*sessions_[version.index], *version.record, eid);
  if (!place) return passed_on(place);
  if (!place->exact) return {};
  if (place->parts.empty()) {
    return fail(Code::usage, pinpoint(eid) + " is no article or part of one",
                "name an article, such as art. 21");
  }
  ReadProvision one{version, std::move(place->parts), {}, {}};
  one.hit = provision_of(*version.record, one.parts, eid);
  one.terms = meter_.terms_of(version.index, one.hit);
  out.push_back(std::move(one));
  return {};
}

Result<void> ParallelsRun::read_asked() {
  const Versions own = named_versions();
  std::set<std::string> languages;
  for (const ShelvedVersion& version : own) {
    if (languages.contains(version.record->version.language)) continue;
    if (auto done = read(version, id_.eid, asked_); !done) return done;
    if (!asked_.empty()) languages.insert(asked_.back().language());
  }
  if (!asked_.empty()) {
    answer_.asked = asked_.front().hit;
  } else if (own.empty()) {
    answer_.notes.push_back("the index has no text of " +
                            ProvisionId{id_.instrument, {}, id_.version}.str() +
                            "; only the concordance is asked");
  } else {
    return fail(Code::nothing_found,
                citation_of(own.front().record->version, {}) + " has no " + pinpoint(id_.eid),
                "`pinlex show " + id_.instrument + "` lists what it has");
  }
  return {};
}

/// A provision that the concordance names and no index has.
ParallelProvision ParallelsRun::absent(const std::string& id, const Catalogue& catalogue) const {
  ParallelProvision out;
  const ProvisionId parsed = parse_id(id);
  out.exists = false;
  out.provision.id = out.provision.pinpoint = id;
  out.provision.instrument = parsed.instrument;
  const Versions own = versions_of(all_, parsed.instrument);
  if (!own.empty()) {
    out.provision.citation = citation_of(own.front().record->version, parsed.eid);
    return out;
  }
  const Instrument* known = catalogue.find(parsed.instrument);
  out.provision.citation = (known != nullptr ? display_title(*known, "en") : parsed.instrument) +
                           ", " + pinpoint(parsed.eid);
  return out;
}

void ParallelsRun::put_text(const ReadProvision& asked, const ReadProvision& other,
                            ParallelProvision& out) {
  out.provision = other.hit;
  meter_.put_common(asked.terms, other.terms, out);
  if (!request_.diff || asked.language() != other.language()) return;
  const EditedText words = words_of(asked.hit);
  const QuoteRow quote = row_of(words, sessions_[asked.version.index]->analyser(asked.language()));
  const ProvisionRow row =
      row_of(other.parts, sessions_[other.version.index]->analyser(other.language()));
  const bool whole = asked.hit.id == asked.hit.pinpoint && other.hit.id == other.hit.pinpoint;
  Alignment alignment = align(quote, row, whole ? AlignExtent::whole : AlignExtent::stretch);
  out.common = alignment.similarity;
  if (alignment.similarity >= compared_from) out.diff = std::move(alignment.diff);
}

/// A provision of another instrument in the language that is shown of the one asked for, else in
/// the one that is most like it, by its most authentic text in that language.
Result<ParallelProvision> ParallelsRun::compared(const std::string& id, const Filters& filters) {
  ParallelProvision out;
  out.exists = false;
  const ProvisionId parsed = parse_id(id);
  std::deque<ReadProvision> texts;
  for (const ShelvedVersion& version : versions_of(all_, parsed.instrument)) {
    if (!allows(filters, version.record->version)) continue;
    if (auto done = read(version, parsed.eid, texts); !done) return passed_on(done);
  }
  if (texts.empty()) return out;
  const ReadProvision* best = &texts.front();
  const ReadProvision* by = nullptr;
  double score = -1;
  const auto in_one_language = [&](const ReadProvision& text) {
    return std::any_of(asked_.begin(), asked_.end(), [&](const ReadProvision& asked) {
      return asked.language() == text.language();
    });
  };
  // Concepts alone say less than words do.
  const bool by_words = std::any_of(texts.begin(), texts.end(), in_one_language);
  const bool as_shown = std::any_of(texts.begin(), texts.end(), [&](const ReadProvision& text) {
    return !asked_.empty() && text.language() == asked_.front().language();
  });
  for (const ReadProvision& text : texts) {
    for (const ReadProvision& asked : asked_) {
      if (by_words && text.language() != asked.language()) continue;
      if (as_shown && text.language() != asked_.front().language()) continue;
      const double likeness = LikenessMeter::likeness(asked.terms, text.terms);
      // Equally alike: in the language that is shown of the one asked for.
      if (likeness <= score + 1e-9) continue;
      std::tie(best, by, score) = std::tuple(&text, &asked, likeness);
    }
  }
  const ReadProvision& shown =
      *std::find_if(texts.begin(), texts.end(),
                    [&](const ReadProvision& text) { return text.language() == best->language(); });
  if (by != nullptr) {
    put_text(*by, shown, out);
  } else {
    out.provision = shown.hit;
  }
  out.exists = true;
  out.provision.score = rounded_score(std::max(0.0, score));
  for (const ReadProvision& text : texts) {
    if (&text != &shown) out.provision.also.push_back(text.hit.pinpoint);
  }
  return out;
}

bool more_alike(const ParallelProvision& a, const ParallelProvision& b) {
  if (a.provision.score != b.provision.score) return a.provision.score > b.provision.score;
  return sort_key(parse_id(a.provision.pinpoint)) < sort_key(parse_id(b.provision.pinpoint));
}

Result<void> ParallelsRun::add_curated() {
  const auto concordance = library_.concordance(sessions_);
  if (!concordance) return passed_on(concordance);
  const auto catalogue = library_.catalogue(sessions_);
  if (!catalogue) return passed_on(catalogue);
  Filters instruments;
  instruments.instruments = request_.filters.instruments;
  for (const CuratedParallel& curated : (*concordance)->beside(id_.instrument, id_.eid)) {
    Version named;
    named.instrument = parse_id(curated.id).instrument;
    if (!allows(instruments, named)) continue;
    auto one = compared(curated.id, request_.filters);
    if (!one) return passed_on(one);
    if (!one->exists) *one = absent(curated.id, **catalogue);
    one->relation = curated.relation;
    if (curated.of != ProvisionId{id_.instrument, id_.eid, {}}.str()) one->of = curated.of;
    answer_.curated.push_back(std::move(*one));
  }
  std::stable_sort(answer_.curated.begin(), answer_.curated.end(), more_alike);
  if (!asked_.empty() || !answer_.curated.empty()) return {};
  return fail(Code::nothing_found,
              "the index has no text of " + id_.instrument + ", and no concordance names " +
                  ProvisionId{id_.instrument, id_.eid, {}}.str(),
              "`pinlex info` lists what there is");
}

/// Provisions of other instruments that share words or concepts that tell much.
Result<std::set<std::string>> ParallelsRun::candidates(const Filters& filters) {
  std::set<std::string> out;
  const Xapian::Query own(term_of(Field::instrument, id_.instrument));
  for (std::uint32_t index = 0; index < sessions_.size(); ++index) {
    const IndexReader& reader = sessions_[index]->reader();
    for (const std::string& language : allowed_languages(filters, reader.header())) {
      const auto same = std::find_if(asked_.begin(), asked_.end(), [&](const ReadProvision& one) {
        return one.language() == language;
      });
      const ReadProvision& asked = same == asked_.end() ? asked_.front() : *same;
      const Xapian::Query likely = meter_.query(asked.terms, language);
      const Xapian::Query others(Xapian::Query::OP_AND_NOT, filtered(likely, filters), own);
      const Ranking ranking = rank(*sessions_[index], index, others, parallel_passages);
      for (std::size_t i = 0; i < ranking.best.size() && i < parallel_passages; ++i) {
        const auto record = reader.passage(ranking.best[i].document);
        if (!record) return passed_on(record);
        out.insert(
            ProvisionId{parse_id(record->version).instrument, record->passage.eid, {}}.str());
      }
    }
  }
  return out;
}

Result<void> ParallelsRun::add_similar() {
  if (asked_.empty()) return {};
  const Filters filters = binding(request_.filters);
  const auto likely = candidates(filters);
  if (!likely) return passed_on(likely);
  std::set<std::string> known;
  for (const ParallelProvision& one : answer_.curated) {
    ProvisionId id = parse_id(one.provision.pinpoint);
    id.version.clear();
    known.insert(id.str());
  }
  auto& similar = answer_.similar;
  for (const std::string& id : *likely) {
    if (known.contains(id)) continue;
    auto one = compared(id, filters);
    if (!one) return passed_on(one);
    if (one->exists && one->provision.score > 0) similar.push_back(std::move(*one));
  }
  std::sort(similar.begin(), similar.end(), more_alike);
  if (similar.size() > request_.limit) similar.resize(request_.limit);
  for (std::size_t i = 0; i < similar.size(); ++i) {
    similar[i].provision.rank = static_cast<std::uint32_t>(i + 1);
  }
  return {};
}

}  // namespace

Result<ParallelsAnswer> parallels(const Library& library, const ParallelsRequest& request) {
  if (request.limit < 1 || request.limit > max_limit) {
    return fail(Code::usage, "the limit is from 1 to " + std::to_string(max_limit));
  }
  const auto sessions = library.sessions();
  if (!sessions) return passed_on(sessions);
  const auto checked = check_filters(request.filters, *sessions);
  if (!checked) return passed_on(checked);
  return ParallelsRun(library, *sessions, request).run();
}

}  // namespace pinlex
