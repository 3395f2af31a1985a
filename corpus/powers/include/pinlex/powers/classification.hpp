// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pinlex {

/// What a provision does with a concept of the thesaurus.
enum class Element : std::uint8_t {
  power,       ///< Lets somebody do it, or have it done.
  duty,        ///< Makes somebody do it.
  secrecy,     ///< Makes somebody keep silent about it.
  threshold,   ///< Says how much must be at stake, or suspected, before it is done.
  safeguard,   ///< Limits it, or gives those concerned a right.
  definition,  ///< Says what the term means.
};

/// Whom a power or duty is for.
enum class Addressee : std::uint8_t {
  authority,
  provider,
  custodian,  ///< Whoever holds data or knows the system.
};

/// What data it is about.
enum class DataSort : std::uint8_t { content, traffic, subscriber, stored };

/// What words of a text are evidence for.
enum class EvidenceFor : std::uint8_t {
  named,    ///< The concept itself.
  element,  ///< "shall be empowered", "subject to".
  addressee,
  data,
  reference,  ///< The provisions that a power is subject to; the range of a Reference.
};

/// Names as they stand in answers.
std::string_view name(Element element);
std::string_view name(Addressee addressee);
std::string_view name(DataSort data);
std::string_view name(EvidenceFor evidence);

/// Words that made a provision count as something.
struct Evidence {
  EvidenceFor what = EvidenceFor::named;
  bool in_heading = false;
  std::uint32_t place = 0;           ///< Index in Passage::texts; of a heading, in Passage::units.
  std::uint32_t begin = 0, end = 0;  ///< Bytes of that text or heading.

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// A provision of a passage, and what it is about.
struct Classification {
  std::uint32_t unit = 0;    ///< Index in Passage::units.
  std::uint32_t number = 0;  ///< Of the concept, in the thesaurus that the index carries.
  Element element = Element::power;
  std::uint8_t addressees = 0;  ///< Sets; see has().
  std::uint8_t data = 0;
  std::vector<Evidence> evidence;  ///< By what it is for, at least one.

  bool has(Addressee one) const { return (addressees >> static_cast<unsigned>(one) & 1) != 0; }
  bool has(DataSort one) const { return (data >> static_cast<unsigned>(one) & 1) != 0; }
  /// Whether somebody may or must do something.
  bool is_power() const { return element <= Element::secrecy; }
  bool is_safeguard() const {
    return element == Element::threshold || element == Element::safeguard;
  }

  friend bool operator==(const Classification&, const Classification&) = default;
};

}  // namespace pinlex
