// SPDX-License-Identifier: GPL-2.0-or-later
#include "refs.hpp"

#include "hit.hpp"
#include "lookup.hpp"
#include "query/query_error.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/model/reference.hpp>
#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

namespace pinlex {
namespace {

/// How much of a text is shown on each side of the words that refer.
constexpr std::size_t widest = 240;
/// Of the short lists in `show`.
constexpr std::size_t most_in_brief = 12;

using Versions = std::vector<ShelvedVersion>;

/// A reference where it stands.
struct Standing {
  std::string key;  ///< Of the provision, for the canonical order.
  std::shared_ptr<const PassageRecord> record;
  std::shared_ptr<const VersionRecord> version;
  std::size_t reference = 0;  ///< Index in the record.

  const Reference& get() const { return record->references[reference]; }
  const UnitText& text() const { return record->passage.texts[get().text]; }
  const std::string& eid() const { return record->passage.units[text().unit].eid; }
  ProvisionId id() const {
    const ProvisionId version_id = parse_id(record->version);
    return {version_id.instrument, eid(), version_id.version};
  }
};

class Finder {
 public:
  Finder(const Library& library, const Library::Sessions& sessions, const RefsRequest& request)
      : library_(library), sessions_(sessions), request_(request) {}

  Result<void> load() {
    auto all = library_.versions(sessions_);
    if (!all) return passed_on(all);
    all_ = std::move(*all);
    std::set<std::string> instruments;
    for (const auto& one : all_) instruments.insert(one.record->version.instrument);
    for (const auto& instrument : instruments) {
      for (ShelvedVersion& one :
           chosen_versions(versions_of(all_, instrument), request_.languages, request_.editions)) {
        const std::string id = one.record->id();
        wanted_.emplace(id, std::move(one));
      }
    }
    return {};
  }

  Versions wanted(const std::string& instrument) const {
    Versions out;
    for (const auto& [id, one] : wanted_) {
      if (one.record->version.instrument == instrument) out.push_back(one);
    }
    return out;
  }

  bool has_instrument(const std::string& instrument) const {
    return !versions_of(all_, instrument).empty();
  }

  /// References from a provision of a version, or from the whole of it.
  Result<void> add_from(const ShelvedVersion& version, const std::string& eid,
                        std::vector<Standing>& out) const {
    const auto place = find_provision(*sessions_[version.index], *version.record, eid);
    if (!place) return passed_on(place);
    if (!place->exact) return {};
    const std::string id = version.record->id();
    if (!place->parts.empty()) {
      for (const PassageRecord& part : place->parts) {
        add_all(std::make_shared<const PassageRecord>(part), version, out,
                [&](const Standing& one) { return is_within(one.eid(), eid); });
      }
      return {};
    }
    const std::string term =
        eid.empty()
            ? term_of(Field::version, id)
            : term_of(Field::group, ProvisionId{version.record->version.instrument, eid, {}}.str());
    return each_passage(term, version.index, [&](std::shared_ptr<const PassageRecord> record) {
      if (record->version != id) return;
      add_all(std::move(record), version, out, [](const Standing&) { return true; });
    });
  }

  /// References to a provision or a part of it; of a whole instrument, those in other texts.
  Result<void> add_to(const std::string& instrument, const std::string& eid,
                      std::vector<Standing>& out) const {
    const std::string term = term_of(Field::cites, ProvisionId{instrument, eid, {}}.str());
    for (std::uint32_t index = 0; index < sessions_.size(); ++index) {
      auto done = each_passage(term, index, [&](std::shared_ptr<const PassageRecord> record) {
        const auto version = wanted_.find(record->version);
        if (version == wanted_.end() || version->second.index != index) return;
        if (eid.empty() && version->second.record->version.instrument == instrument) return;
        add_all(std::move(record), version->second, out, [&](const Standing& one) {
          const auto& targets = one.get().targets;
          return one.get().instrument == instrument &&
                 std::any_of(targets.begin(), targets.end(), [&](const ReferenceTarget& target) {
                   return refers_into(target, eid);
                 });
        });
      });
      if (!done) return done;
    }
    return {};
  }

  CitedTarget target(const std::string& instrument, const ReferenceTarget& target) {
    CitedTarget out;
    out.id = ProvisionId{instrument, target.eid, {}}.str();
    if (!target.last.empty()) out.last = ProvisionId{instrument, target.last, {}}.str();
    const Versions own = versions_of(all_, instrument);
    out.citation = own.empty() ? instrument + (target.eid.empty() ? "" : ", ") : std::string();
    if (own.empty()) {
      out.citation += pinpoint(target.eid);
    } else {
      const Versions shown = wanted(instrument);
      out.citation = citation_of((shown.empty() ? own : shown).front().record->version, target.eid);
    }
    if (!target.last.empty()) out.citation += " to " + pinpoint(target.last);
    out.exists = exists(own, out.id, target.eid);
    return out;
  }

 private:
  template <typename Take>
  Result<void> each_passage(const std::string& term, std::uint32_t index, Take&& take) const {
    const IndexReader& reader = sessions_[index]->reader();
    const auto documents = reader.documents(term);
    if (!documents) return passed_on(documents);
    const auto versions = reader.documents(term_of(Field::record, "version"));
    if (!versions) return passed_on(versions);
    for (const std::uint32_t document : *documents) {
      if (std::binary_search(versions->begin(), versions->end(), document)) continue;
      auto record = reader.passage(document);
      if (!record) return passed_on(record);
      take(std::make_shared<const PassageRecord>(std::move(*record)));
    }
    return {};
  }

  template <typename Test>
  void add_all(std::shared_ptr<const PassageRecord> record, const ShelvedVersion& version,
               std::vector<Standing>& out, Test&& wanted) const {
    for (std::size_t i = 0; i < record->references.size(); ++i) {
      Standing one{{}, record, version.record, i};
      if (!wanted(one)) continue;
      one.key = sort_key(one.id());
      out.push_back(std::move(one));
    }
  }

  bool exists(const Versions& own, const std::string& id, const std::string& eid) {
    const auto [at, fresh] = exists_.try_emplace(id, false);
    if (!fresh) return at->second;
    at->second = std::any_of(own.begin(), own.end(), [&](const ShelvedVersion& one) {
      const auto place = find_provision(*sessions_[one.index], *one.record, eid);
      return place && place->exact;
    });
    return at->second;
  }

  const Library& library_;
  const Library::Sessions& sessions_;
  const RefsRequest& request_;
  Versions all_;
  std::map<std::string, ShelvedVersion> wanted_;
  std::map<std::string, bool> exists_;
};

void put_in_order(std::vector<Standing>& found) {
  const auto place = [](const Standing& one) {
    return std::tuple(std::string_view(one.key), one.record->passage.part, one.get().text,
                      one.get().begin, one.get().end);
  };
  std::sort(found.begin(), found.end(),
            [&](const Standing& a, const Standing& b) { return place(a) < place(b); });
  const auto same = [&](const Standing& a, const Standing& b) { return place(a) == place(b); };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
}

bool ends_sentence(std::string_view text, std::size_t at) {
  const bool mark = text[at] == '.' || text[at] == ';';
  return mark && at + 1 < text.size() && (text[at + 1] == ' ' || text[at + 1] == '\n') && at > 2 &&
         text[at - 2] != '.' && text[at - 2] != ' ';
}

/// The sentence around the words, or as much of it as is worth showing.
void put_sentence(const std::string& text, const Reference& reference, FoundReference& out) {
  std::size_t begin = reference.begin, end = reference.end;
  while (begin > 0 && reference.begin - begin < widest && !ends_sentence(text, begin - 1)) --begin;
  while (end < text.size() && end - reference.end < widest && !ends_sentence(text, end)) ++end;
  const bool cut_begin = begin > 0 && !ends_sentence(text, begin - 1);
  const bool cut_end = end < text.size() && !ends_sentence(text, end);
  if (cut_begin) begin = std::min<std::size_t>(text.find(' ', begin), reference.begin);
  if (cut_end) end = std::max<std::size_t>(text.rfind(' ', end), reference.end);
  if (!cut_end && end < text.size()) ++end;
  while (begin < reference.begin && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
  out.sentence = cut_begin ? "… " : "";
  out.words.begin = static_cast<std::uint32_t>(out.sentence.size() + reference.begin - begin);
  out.words.end = out.words.begin + (reference.end - reference.begin);
  out.sentence += text.substr(begin, end - begin) + (cut_end ? " …" : "");
}

FoundReference shown(const Standing& one, Finder& finder) {
  const Version& version = one.version->version;
  FoundReference out;
  out.from = one.id().str();
  out.citation = citation_of(version, one.eid());
  out.edition = name(version.edition);
  for (const ReferenceTarget& target : one.get().targets) {
    out.targets.push_back(finder.target(one.get().instrument, target));
  }
  put_sentence(one.text().text.text, one.get(), out);
  out.provenance = provenance_of(*one.version, one.record->source);
  out.provenance.range = one.text().text.source_of(one.get().begin, one.get().end);
  return out;
}

ReferenceList page(std::vector<Standing> found, const RefsRequest& request, Finder& finder) {
  put_in_order(found);
  ReferenceList out;
  out.total = found.size();
  for (std::size_t i = request.offset; i < found.size() && out.items.size() < request.limit; ++i) {
    out.items.push_back(shown(found[i], finder));
  }
  return out;
}

Result<void> add_cited(const Finder& finder, const Versions& versions, const CitedProvision& cited,
                       std::vector<Standing>& out) {
  for (const ShelvedVersion& version : versions) {
    for (const std::string& eid : cited_eids(*version.record, cited)) {
      if (auto done = finder.add_from(version, eid, out); !done) return done;
    }
  }
  return {};
}

}  // namespace

Result<RefsAnswer> refs(const Library& library, const RefsRequest& request) {
  const auto sessions = library.sessions();
  if (!sessions) return passed_on(sessions);
  const auto citation = read_citation(library, *sessions, request.citation);
  if (!citation) return passed_on(citation);
  Finder finder(library, *sessions, request);
  if (auto done = finder.load(); !done) return passed_on(done);
  const Versions versions = finder.wanted(citation->instrument);
  std::vector<Standing> cites, cited_by;
  RefsAnswer answer;
  answer.from = request.from;
  answer.to = request.to;
  answer.offset = request.offset;
  for (const CitedProvision& cited : citation->provisions) {
    if (!answer.read_as.empty()) answer.read_as += ", ";
    answer.read_as += ProvisionId{citation->instrument, cited.eid, {}}.str();
    if (!cited.last.empty()) {
      answer.read_as += " .. " + ProvisionId{citation->instrument, cited.last, {}}.str();
    }
    if (request.from) {
      if (auto done = add_cited(finder, versions, cited, cites); !done) return passed_on(done);
    }
    std::vector<std::string> eids{cited.eid};
    if (!versions.empty()) eids = cited_eids(*versions.front().record, cited);
    for (const std::string& eid : eids) {
      if (!request.to) break;
      auto done = finder.add_to(citation->instrument, eid, cited_by);
      if (!done) return passed_on(done);
    }
  }
  if (!finder.has_instrument(citation->instrument)) {
    answer.notes.push_back("the index has no text of " + citation->instrument);
  }
  answer.cites = page(std::move(cites), request, finder);
  answer.cited_by = page(std::move(cited_by), request, finder);
  return answer;
}

Result<BriefReferences> brief_references(const Library& library, const Library::Sessions& sessions,
                                         const ShelvedVersion& version, const std::string& eid) {
  const RefsRequest any;
  Finder finder(library, sessions, any);
  if (auto done = finder.load(); !done) return passed_on(done);
  std::vector<Standing> cites, cited_by;
  if (auto done = finder.add_from(version, eid, cites); !done) return passed_on(done);
  const std::string& instrument = version.record->version.instrument;
  if (auto done = finder.add_to(instrument, eid, cited_by); !done) return passed_on(done);
  put_in_order(cites);
  put_in_order(cited_by);
  BriefReferences out;
  std::set<std::string> known;
  for (const Standing& one : cites) {
    for (const ReferenceTarget& target : one.get().targets) {
      // What it says of itself is no news.
      const bool own = one.get().instrument == instrument && refers_into(target, eid);
      if (own || !known.insert(one.get().instrument + "#" + target.eid + ".." + target.last).second)
        continue;
      if (++out.all_cites <= most_in_brief) {
        out.cites.push_back(finder.target(one.get().instrument, target));
      }
    }
  }
  known.clear();
  for (const Standing& one : cited_by) {
    const bool own = one.id().instrument == instrument && is_within(one.eid(), eid);
    if (own || !known.insert(one.id().str()).second) continue;
    if (++out.all_cited_by > most_in_brief) continue;
    out.cited_by.push_back(
        {one.id().str(), {}, citation_of(one.version->version, one.eid()), true});
  }
  return out;
}

}  // namespace pinlex
