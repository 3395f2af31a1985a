// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/powers/classification.hpp>
#include <pinlex/thesaurus/compiled_thesaurus.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace pinlex {

/// What a concept stands for when provisions are classified.
struct ConceptRole {
  bool power = false;      ///< One that names a power in particular, not powers at large.
  bool any_power = false;  ///< Of that kind at all.
  bool safeguard = false;
  bool offence = false;
  bool secrecy = false;
  bool threshold = false;
  bool definitions = false;
  bool term = false;                      ///< What a text may define.
  std::uint8_t addressees = 0, data = 0;  ///< Sets, as in Classification.
};

/// The roles of all concepts of a thesaurus, by number. Immutable.
class ConceptRoles {
 public:
  explicit ConceptRoles(const CompiledThesaurus& thesaurus);

  const ConceptRole& of(std::uint32_t number) const { return roles_[number]; }
  /// Whether the first lies below the second.
  bool is_narrower(std::uint32_t number, std::uint32_t than) const;
  /// The concept that a power is subject to where the text only names provisions.
  std::optional<std::uint32_t> conditions() const { return conditions_; }

 private:
  std::vector<ConceptRole> roles_;
  std::vector<std::vector<std::uint32_t>> above_;  ///< All broader concepts, ascending.
  std::optional<std::uint32_t> conditions_;
};

}  // namespace pinlex
