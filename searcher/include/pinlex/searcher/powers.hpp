// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/hit.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// Asks which powers instruments give, where, and what limits them.
struct PowersRequest {
  std::vector<std::string> instruments;  ///< Ids. Empty: all.
  std::vector<std::string> powers;       ///< Ids of concepts, or words for them. Empty: all.
  std::vector<std::string> languages;    ///< Of the texts. Empty: of each instrument one version,
  std::vector<std::string> editions;     ///< English and official where there is one.
};

/// A concept of the thesaurus.
struct PowerConcept {
  std::string id;           ///< "content-interception"
  std::string label;        ///< "interception of content data", in English where it has that.
  std::uint32_t depth = 0;  ///< Below how many of those listed before it; 0 where that is no list.
};

/// Words that made a provision count as something.
struct FoundEvidence {
  std::string what;   ///< "concept", "element", "addressee", "data" or "reference".
  std::string words;  ///< As they stand in the text, or in a heading.
  bool in_heading = false;
  SourceRange source;  ///< In the file; of a heading, that of the whole heading.
};

/// Why a safeguard holds for a power.
enum class SafeguardBasis : std::uint8_t {
  provision,  ///< The provision that gives the power states it.
  article,    ///< Another provision of the same article does.
  reference,  ///< The article says that the power is subject to another provision.
  covering,   ///< Another provision says that it limits this one.
};

std::string_view name(SafeguardBasis basis);

/// What a power is subject to.
struct SafeguardLink {
  SafeguardBasis basis = SafeguardBasis::provision;
  std::string id;                        ///< Where it is stated: "coe-185#art_15@en".
  std::string pinpoint;                  ///< "art. 15"
  std::string via;                       ///< Of a reference, where that stands: "art. 21(4)".
  std::vector<PowerConcept> safeguards;  ///< What is stated there; empty where nothing was found.
  std::vector<FoundEvidence> evidence;   ///< Words that state it, or refer to it.
};

/// A provision that gives a power, or lays a duty or secrecy on somebody.
struct PowerProvision {
  PowerConcept power;
  std::string element;                  ///< "power", "duty" or "secrecy".
  std::string id;                       ///< "coe-185#art_21__para_1@en"
  std::string pinpoint;                 ///< "art. 21(1)"
  std::string citation;                 ///< "Convention on Cybercrime (ETS 185), art. 21(1)"
  std::string heading;                  ///< Of the article, as printed.
  std::vector<std::string> addressees;  ///< "authority", "provider", "custodian".
  std::vector<std::string> data;        ///< "content", "traffic", "subscriber", "stored".
  std::vector<ShownText>
      texts;  ///< The paragraph, or the article without such; evidence is marked.
  std::vector<FoundEvidence> evidence;
  std::vector<SafeguardLink> safeguards;  ///< Empty where none was found to be stated.
  Provenance provenance;                  ///< Its range is that of `texts`.
};

/// A term that a provision defines.
struct DefinedTerm {
  PowerConcept term;
  std::string id, pinpoint;
};

/// What one version of an instrument has.
struct InstrumentPowers {
  std::string id;     ///< "coe-185@en"
  std::string title;  ///< "Convention on Cybercrime (ETS 185)"
  std::string instrument, series, kind, language, edition;
  std::string address;                     ///< Of the official text, or empty.
  std::vector<PowerProvision> provisions;  ///< In the order of the text.
  std::vector<DefinedTerm> definitions;    ///< The same.
};

struct PowersAnswer {
  std::vector<PowerConcept> powers;           ///< Those found; a narrower one below a broader one.
  std::vector<InstrumentPowers> instruments;  ///< By id; those without a power are left out.
  std::uint32_t without = 0;                  ///< How many versions were looked at in vain.
  std::vector<std::string> notes;             ///< What a person should know, one sentence each.
};

}  // namespace pinlex
