// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/thesaurus/thesaurus.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace pinlex {

/// A line of one of the files that make a thesaurus; column 0 where it is not known.
struct DraftPlace {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend bool operator<(const DraftPlace& a, const DraftPlace& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  }
};

struct DraftPhrase {
  std::string language;
  Wording wording = Wording::label;
  std::string text;
  DraftPlace place;
};

struct DraftLink {
  std::string id;
  DraftPlace place;
};

/// A concept as a file has it, before anything is known of the others.
struct DraftConcept {
  std::string id;
  ConceptKind kind = ConceptKind::element;
  double weight = 1;
  std::string note;
  DraftPlace place;
  std::vector<DraftPhrase> phrases;
  std::vector<DraftLink> broader;
  std::vector<DraftLink> related;
};

/// Which piece of a draft is at fault: what must go so that the rest can stand.
enum class DraftPart : std::uint8_t { whole, phrase, broader, related, note };

struct DraftProblem {
  DraftPlace place;
  std::string message;
  std::string hint;
  std::size_t number = 0;  ///< Of the concept in the draft.
  DraftPart part = DraftPart::whole;
  std::size_t index = 0;  ///< Of the phrase or link in it.
};

/// "powers.toml:12:5", or without the column where that is not known.
std::string text_of(const DraftPlace& place, const std::vector<std::string>& files);

/// Everything that keeps these drafts from being a thesaurus, in no order.
std::vector<DraftProblem> problems_of(const std::vector<DraftConcept>& drafts,
                                      const std::vector<std::string>& files);

/// Makes a thesaurus of drafts without problems.
class ThesaurusBuilder {
 public:
  static Thesaurus build(const std::vector<DraftConcept>& drafts);
};

}  // namespace pinlex
