// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/thesaurus/thesaurus.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// The most that is read of a Turtle file, in bytes, and how many statements it may have.
inline constexpr std::uint64_t largest_turtle = 32u << 20;
inline constexpr std::uint32_t most_statements = 1'000'000;

/// Where the concepts of a thesaurus live as linked data: the id is appended to `base`.
struct SkosExport {
  std::string base = "urn:pinlex:concept:";
};

/// The thesaurus as SKOS in Turtle: prefLabel the label, altLabel the legal phrases, hiddenLabel
/// the lay ones, broader, narrower, related, scopeNote, all in one ConceptScheme; kind and weight
/// as properties of our own (urn:pinlex:term:kind, urn:pinlex:term:weight). Fails with Code::usage
/// where `base` is no absolute IRI.
Result<std::string> to_turtle(const Thesaurus& thesaurus, const SkosExport& options = {});

/// What the file does not say.
struct SkosImport {
  ConceptKind kind = ConceptKind::element;  ///< Of concepts that name none.
  std::string language;  ///< Of labels that name none; where empty, they are left out.
};

/// A vocabulary read from SKOS, and what was left out of it, a line each: "vocabulary.ttl:12: …".
struct SkosVocabulary {
  Thesaurus thesaurus;
  std::vector<std::string> left_out;
};

/// Reads the SKOS concepts of a Turtle text; `file` names it in errors. Ids are made from the last
/// part of each IRI. What a thesaurus cannot hold (a second claim on a phrase, a link to elsewhere,
/// properties of other vocabularies) is left out and listed.
/// Fails with Code::usage, file, line and reason where the text is no Turtle, exceeds the limits
/// above, or holds no concept.
Result<SkosVocabulary> from_turtle(std::string_view turtle, const std::string& file,
                                   const SkosImport& options = {});

}  // namespace pinlex
