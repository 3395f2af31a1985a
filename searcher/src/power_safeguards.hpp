// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "hit.hpp"

#include <pinlex/schema/record.hpp>
#include <pinlex/searcher/powers.hpp>
#include <pinlex/thesaurus/compiled_thesaurus.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

PowerConcept concept_of(const CompiledThesaurus& thesaurus, std::uint32_t number);

/// Appends the words of the evidence, in its order.
void add_evidence(const Passage& passage, const Classification& from,
                  std::vector<FoundEvidence>& out);

/// The paragraph that gives a power, with the evidence marked; the pinpoint is that of the power.
Hit shown_provision(const VersionRecord& version, const PassageRecord& record,
                    const Classification& power);

/// Says what the powers of one version are subject to. Keeps references to what it is made from.
class SafeguardFinder {
 public:
  SafeguardFinder(const VersionRecord& version, const std::vector<PassageRecord>& records,
                  const CompiledThesaurus& thesaurus);

  /// First what the provision states, then its article, then what it refers to, then what covers
  /// it. `record` is one of the version's.
  std::vector<SafeguardLink> of(const PassageRecord& record, const Classification& power) const;

 private:
  /// A provision outside of the article that states safeguards and refers to something.
  struct Cover {
    const PassageRecord* record;
    std::uint32_t head;
    bool whole;  ///< Whether the references of its whole article count.
  };

  void add_own(const PassageRecord& record, const Classification& power,
               std::vector<SafeguardLink>& out) const;
  void add_referred(const PassageRecord& record, const Classification& power,
                    std::vector<SafeguardLink>& out) const;
  void add_target(const Reference& reference, const ReferenceTarget& target,
                  const SafeguardLink& like, std::vector<SafeguardLink>& out) const;
  void add_covering(const PassageRecord& record, const Classification& power,
                    std::vector<SafeguardLink>& out) const;
  bool covers(const Cover& cover, const PassageRecord& record, const std::string& eid) const;
  SafeguardLink link(SafeguardBasis basis, const std::string& eid) const;
  bool state(const Classification& one, SafeguardLink& out) const;

  const VersionRecord& version_;
  const std::vector<PassageRecord>& records_;
  const CompiledThesaurus& thesaurus_;
  std::vector<Cover> covers_;
};

}  // namespace pinlex
