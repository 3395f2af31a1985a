// SPDX-License-Identifier: GPL-2.0-or-later
#include "draft.hpp"

#include <pinlex/base/sha256.hpp>
#include <pinlex/thesaurus/thesaurus.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace pinlex {
namespace {

constexpr std::array<std::string_view, 7> kinds{"power", "safeguard",   "offence", "actor",
                                                "data",  "cooperation", "element"};
constexpr std::array<std::string_view, 3> wordings{"label", "legal", "lay"};

void make_set(std::vector<std::string>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

template <typename Concepts>
auto find_by_id(Concepts& concepts, std::string_view id) -> decltype(concepts.data()) {
  const auto at = std::lower_bound(
      concepts.begin(), concepts.end(), id,
      [](const Concept& one, std::string_view x) { return std::string_view(one.id) < x; });
  return at != concepts.end() && at->id == id ? &*at : nullptr;
}

Concept concept_of(const DraftConcept& draft) {
  Concept made;
  made.id = draft.id;
  made.kind = draft.kind;
  made.weight = draft.weight;
  made.note = draft.note;
  for (const DraftPhrase& phrase : draft.phrases) {
    switch (phrase.wording) {
      case Wording::label:
        made.labels[phrase.language] = phrase.text;
        break;
      case Wording::legal:
        made.legal[phrase.language].push_back(phrase.text);
        break;
      case Wording::lay:
        made.lay[phrase.language].push_back(phrase.text);
        break;
    }
  }
  for (const DraftLink& link : draft.broader) made.broader.push_back(link.id);
  for (const DraftLink& link : draft.related) made.related.push_back(link.id);
  return made;
}

}  // namespace

std::string_view name(ConceptKind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view name(Wording wording) { return wordings[static_cast<std::size_t>(wording)]; }

std::optional<ConceptKind> concept_kind_from(std::string_view name) {
  const auto at = std::find(kinds.begin(), kinds.end(), name);
  if (at == kinds.end()) return std::nullopt;
  return static_cast<ConceptKind>(at - kinds.begin());
}

std::string concept_kind_names() {
  std::string out;
  for (const auto kind : kinds) out += (out.empty() ? "" : ", ") + std::string(kind);
  return out;
}

std::string_view Concept::label(std::string_view language) const {
  for (const std::string_view wanted : {language, std::string_view("en")}) {
    if (const auto at = labels.find(wanted); at != labels.end()) return at->second;
  }
  return labels.empty() ? std::string_view(id) : std::string_view(labels.begin()->second);
}

// Every search makes one before it knows whether the index has another: the sum of no bytes.
Thesaurus::Thesaurus()
    : fingerprint_("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855") {}

Thesaurus::Thesaurus(std::vector<Concept> concepts) : concepts_(std::move(concepts)) {
  fingerprint_ = sha256_hex(to_toml(*this));
}

const Concept* Thesaurus::find(std::string_view id) const { return find_by_id(concepts_, id); }

Thesaurus ThesaurusBuilder::build(const std::vector<DraftConcept>& drafts) {
  std::vector<Concept> concepts;
  concepts.reserve(drafts.size());
  for (const DraftConcept& draft : drafts) concepts.push_back(concept_of(draft));
  std::sort(concepts.begin(), concepts.end(),
            [](const Concept& a, const Concept& b) { return a.id < b.id; });
  // Both directions: narrower from broader, and related on the side that did not write it.
  for (const DraftConcept& draft : drafts) {
    for (const DraftLink& link : draft.broader) {
      find_by_id(concepts, link.id)->narrower.push_back(draft.id);
    }
    for (const DraftLink& link : draft.related) {
      find_by_id(concepts, link.id)->related.push_back(draft.id);
    }
  }
  for (Concept& one : concepts) {
    make_set(one.broader);
    make_set(one.narrower);
    make_set(one.related);
  }
  return Thesaurus(std::move(concepts));
}

}  // namespace pinlex
