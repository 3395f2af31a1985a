// SPDX-License-Identifier: GPL-2.0-or-later
#include "powers.hpp"

#include "concept_values.hpp"
#include "filters.hpp"
#include "lookup.hpp"
#include "power_safeguards.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

using Numbers = std::set<std::uint32_t>;

/// The documents that have any value in a field, ascending.
Result<std::vector<std::uint32_t>> documents_with(Field field, const Session& session) {
  std::set<std::uint32_t> all;
  const std::string prefix = term_of(field, "");
  const auto end = session.database().allterms_end(prefix);
  for (auto term = session.database().allterms_begin(prefix); term != end; ++term) {
    const auto documents = session.reader().documents(*term);
    if (!documents) return passed_on(documents);
    all.insert(documents->begin(), documents->end());
  }
  return std::vector<std::uint32_t>(all.begin(), all.end());
}

/// The concepts with all that are narrower.
Numbers with_narrower(std::vector<std::uint32_t> todo, const CompiledThesaurus& thesaurus) {
  Numbers all;
  while (!todo.empty()) {
    const std::uint32_t next = todo.back();
    todo.pop_back();
    if (!all.insert(next).second) continue;
    for (const std::uint32_t below : thesaurus.narrower(next)) todo.push_back(below);
  }
  return all;
}

/// Those of a kind and all below them that were asked for; all of them where nothing was.
Result<Numbers> wanted_powers(const std::vector<std::string>& names, Session& session,
                              const Library::Sessions& sessions) {
  const CompiledThesaurus& thesaurus = session.thesaurus();
  std::vector<std::uint32_t> todo;
  for (const std::string& value : names) {
    const auto ids = concepts_named(Field::power, value, sessions);
    const bool known = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
      return is_known(Field::power, id, sessions);
    });
    if (!known) return unknown_value(Field::power, value, sessions);
    for (const std::string& id : ids) {
      if (const auto number = thesaurus.find(id)) todo.push_back(*number);
    }
  }
  return with_narrower(std::move(todo), thesaurus);
}

/// One index and what is wanted of it.
struct Shelf {
  Session* session = nullptr;
  std::vector<std::uint32_t> documents;  ///< With a power.
  Numbers wanted;
  Numbers found;
};

PowerProvision provision_of(const VersionRecord& version, const PassageRecord& record,
                            const Classification& power, const CompiledThesaurus& thesaurus) {
  const Passage& passage = record.passage;
  const std::string& eid = passage.units[power.unit].eid;
  Hit hit = shown_provision(version, record, power);
  PowerProvision out;
  out.power = concept_of(thesaurus, power.number);
  out.element = name(power.element);
  out.id = hit.pinpoint;
  out.pinpoint = pinpoint(eid);
  out.citation = hit.citation;
  out.heading = hit.heading;
  for (const Addressee one : {Addressee::authority, Addressee::provider, Addressee::custodian}) {
    if (power.has(one)) out.addressees.emplace_back(name(one));
  }
  for (const DataSort one :
       {DataSort::content, DataSort::traffic, DataSort::subscriber, DataSort::stored}) {
    if (power.has(one)) out.data.emplace_back(name(one));
  }
  out.texts = std::move(hit.texts);
  out.provenance = std::move(hit.provenance);
  add_evidence(passage, power, out.evidence);
  return out;
}

InstrumentPowers named(const VersionRecord& record) {
  const Version& version = record.version;
  InstrumentPowers out;
  out.id = record.id();
  out.title = citation_of(version, {});
  out.instrument = version.instrument;
  out.series = version.series;
  out.kind = name(version.kind);
  out.language = version.language;
  out.edition = name(version.edition);
  out.address = version.address;
  return out;
}

/// The passages of a version, if any of them has a power.
Result<std::vector<PassageRecord>> passages_of_version(const VersionRecord& version,
                                                       const Shelf& shelf) {
  std::vector<PassageRecord> records;
  const IndexReader& reader = shelf.session->reader();
  const auto documents = reader.documents(term_of(Field::version, version.id()));
  if (!documents) return passed_on(documents);
  std::vector<std::uint32_t> with_powers;
  std::set_intersection(documents->begin(), documents->end(), shelf.documents.begin(),
                        shelf.documents.end(), std::back_inserter(with_powers));
  if (with_powers.empty()) return records;
  const auto versions = reader.documents(term_of(Field::record, "version"));
  if (!versions) return passed_on(versions);
  for (const std::uint32_t document : *documents) {
    if (std::binary_search(versions->begin(), versions->end(), document)) continue;
    auto record = reader.passage(document);
    if (!record) return passed_on(record);
    records.push_back(std::move(*record));
  }
  return records;
}

Result<InstrumentPowers> powers_of(const VersionRecord& version, Shelf& shelf) {
  InstrumentPowers out = named(version);
  auto records = passages_of_version(version, shelf);
  if (!records) return passed_on(records);
  const CompiledThesaurus& thesaurus = shelf.session->thesaurus();
  const SafeguardFinder safeguards(version, *records, thesaurus);
  for (const PassageRecord& record : *records) {
    for (const Classification& one : record.classes) {
      if (one.number >= thesaurus.size()) continue;
      if (one.element == Element::definition) {
        const std::string& eid = record.passage.units[one.unit].eid;
        ProvisionId id = parse_id(record.version);
        id.eid = eid;
        out.definitions.push_back({concept_of(thesaurus, one.number), id.str(), pinpoint(eid)});
      }
      if (!one.is_power() || (!shelf.wanted.empty() && !shelf.wanted.contains(one.number)))
        continue;
      shelf.found.insert(one.number);
      out.provisions.push_back(provision_of(version, record, one, thesaurus));
      out.provisions.back().safeguards = safeguards.of(record, one);
    }
  }
  return out;
}

/// The versions of documents.
Result<std::set<std::string>> versions_with(const std::vector<std::uint32_t>& documents,
                                            const IndexReader& reader) {
  std::set<std::string> versions;
  for (const std::uint32_t document : documents) {
    const auto record = reader.passage(document);
    if (!record) return passed_on(record);
    versions.insert(record->version);
  }
  return versions;
}

bool has_any_of(const std::vector<SafeguardLink>& links, const Numbers& wanted,
                const CompiledThesaurus& thesaurus) {
  return std::any_of(links.begin(), links.end(), [&](const SafeguardLink& link) {
    return std::any_of(link.safeguards.begin(), link.safeguards.end(), [&](const auto& stated) {
      const auto number = thesaurus.find(stated.id);
      return number && wanted.contains(*number);
    });
  });
}

/// Lists what was found, each below what it is a case of, else by label.
class PowerList {
 public:
  explicit PowerList(std::vector<PowerConcept>& out) : out_(out) {}

  void add(const CompiledThesaurus& thesaurus, const Numbers& found) {
    std::vector<std::uint32_t> roots;
    for (std::uint32_t number = 0; number < thesaurus.size(); ++number) {
      if (thesaurus.broader(number).empty()) roots.push_back(number);
    }
    add_all(thesaurus, found, std::move(roots), 0);
  }

 private:
  void add_all(const CompiledThesaurus& thesaurus, const Numbers& found,
               std::vector<std::uint32_t> numbers, std::uint32_t depth) {
    std::sort(numbers.begin(), numbers.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(thesaurus.label(a, "en"), a) < std::pair(thesaurus.label(b, "en"), b);
    });
    for (const std::uint32_t number : numbers) {
      const bool fresh = known_.insert(std::string(thesaurus.id(number))).second;
      if (!fresh) continue;
      const bool listed = found.contains(number);
      if (listed) {
        out_.push_back(concept_of(thesaurus, number));
        out_.back().depth = depth;
      }
      add_all(thesaurus, found, thesaurus.narrower(number), depth + (listed ? 1 : 0));
    }
  }

  std::vector<PowerConcept>& out_;
  std::set<std::string> known_;
};

/// The versions to look at, by instrument.
Result<std::vector<ShelvedVersion>> wanted_versions(const Library& library,
                                                    const Library::Sessions& sessions,
                                                    const PowersRequest& request) {
  const auto all = library.versions(sessions);
  if (!all) return passed_on(all);
  std::set<std::string> instruments;
  for (const auto& one : *all) {
    const std::string& id = one.record->version.instrument;
    const auto& asked = request.instruments;
    if (asked.empty() || std::find(asked.begin(), asked.end(), id) != asked.end()) {
      instruments.insert(id);
    }
  }
  std::vector<ShelvedVersion> out;
  for (const std::string& id : instruments) {
    const auto chosen = chosen_versions(versions_of(*all, id), request.languages, request.editions);
    out.insert(out.end(), chosen.begin(), chosen.end());
  }
  return out;
}

Result<std::vector<Shelf>> shelves_of(const Library::Sessions& sessions,
                                      const PowersRequest& request) {
  std::vector<Shelf> shelves;
  for (const auto& session : sessions) {
    auto documents = documents_with(Field::power, *session);
    if (!documents) return passed_on(documents);
    auto wanted = wanted_powers(request.powers, *session, sessions);
    if (!wanted) return passed_on(wanted);
    shelves.push_back({session.get(), std::move(*documents), std::move(*wanted), {}});
    // Another index may have what this one has not: then nothing of it is wanted.
    if (!request.powers.empty() && shelves.back().wanted.empty()) shelves.back().documents.clear();
  }
  return shelves;
}

}  // namespace

Result<std::set<std::string>> subject_to(const std::string& safeguard, Session& session) {
  std::set<std::string> passages;
  const CompiledThesaurus& thesaurus = session.thesaurus();
  const auto number = thesaurus.find(safeguard);
  if (!number) return passages;
  const Numbers wanted = with_narrower({*number}, thesaurus);
  auto documents = documents_with(Field::power, session);
  if (!documents) return passed_on(documents);
  const Shelf shelf{&session, std::move(*documents), {}, {}};
  const auto versions = versions_with(shelf.documents, session.reader());
  if (!versions) return passed_on(versions);
  for (const std::string& id : *versions) {
    const auto version = session.reader().version_named(id);
    if (!version) return passed_on(version);
    const auto records = passages_of_version(*version, shelf);
    if (!records) return passed_on(records);
    const SafeguardFinder safeguards(*version, *records, thesaurus);
    for (const PassageRecord& record : *records) {
      const bool subject =
          std::any_of(record.classes.begin(), record.classes.end(), [&](const Classification& one) {
            return one.is_power() && has_any_of(safeguards.of(record, one), wanted, thesaurus);
          });
      if (!subject) continue;
      passages.insert(ProvisionId{version->version.instrument, record.passage.eid, {}}.str());
    }
  }
  return passages;
}

std::string_view name(SafeguardBasis basis) {
  switch (basis) {
    case SafeguardBasis::provision:
      return "provision";
    case SafeguardBasis::article:
      return "article";
    case SafeguardBasis::reference:
      return "reference";
    case SafeguardBasis::covering:
      return "covering";
  }
  return {};
}

Result<PowersAnswer> powers(const Library& library, const PowersRequest& request) {
  const auto sessions = library.sessions();
  if (!sessions) return passed_on(sessions);
  const Filters filters{request.instruments, {}, request.editions, request.languages};
  if (auto checked = check_filters(filters, *sessions); !checked) return passed_on(checked);
  auto shelves = shelves_of(*sessions, request);
  if (!shelves) return passed_on(shelves);
  const auto versions = wanted_versions(library, *sessions, request);
  if (!versions) return passed_on(versions);
  PowersAnswer answer;
  for (const ShelvedVersion& version : *versions) {
    auto found = powers_of(*version.record, (*shelves)[version.index]);
    if (!found) return passed_on(found);
    if (found->provisions.empty()) {
      ++answer.without;
    } else {
      answer.instruments.push_back(std::move(*found));
    }
  }
  PowerList list(answer.powers);
  for (const Shelf& shelf : *shelves) list.add(shelf.session->thesaurus(), shelf.found);
  return answer;
}

}  // namespace pinlex
