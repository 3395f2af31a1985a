// SPDX-License-Identifier: GPL-2.0-or-later
#include "cite_words.hpp"
#include "ref_reader.hpp"
#include "ref_scan.hpp"

#include <pinlex/citations/references.hpp>
#include <pinlex/model/eid.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace pinlex {
namespace {

constexpr int most_ancestors = 4;

void add_words(std::string_view title, std::vector<std::string>& out) {
  for (CiteToken& token : cite_tokens(title, 0, title.size())) {
    const bool known = std::find(out.begin(), out.end(), token.text) != out.end();
    if (token.is_word() && is_act_word(token.text) && !known) out.push_back(std::move(token.text));
  }
}

/// The instrument of all those provisions, or none.
std::string instrument_of(const std::vector<std::string>& about) {
  std::string out;
  for (const std::string& id : about) {
    const std::string instrument = parse_id(id).instrument;
    if (!out.empty() && out != instrument) return {};
    out = instrument;
  }
  return out;
}

RefAct act_of(const Instrument& instrument) {
  RefAct act{instrument.id, instrument.kind, instrument.articles, {}};
  for (const auto& [language, title] : instrument.titles) add_words(title, act.words);
  return act;
}

}  // namespace

struct ReferenceFinder::Impl {
  explicit Impl(const Catalogue& known) : catalogue(known), names(known, {}), lexicon(names) {}

  const Catalogue& catalogue;
  CiteNames names;
  RefLexicon lexicon;
};

struct ReferenceScope::Impl {
  RefScope scope;
};

ReferenceScope::ReferenceScope(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ReferenceScope::~ReferenceScope() = default;
ReferenceScope::ReferenceScope(ReferenceScope&&) noexcept = default;
ReferenceScope& ReferenceScope::operator=(ReferenceScope&&) noexcept = default;

ReferenceFinder::ReferenceFinder(const Catalogue& catalogue) : impl_(new Impl(catalogue)) {}
ReferenceFinder::~ReferenceFinder() = default;
ReferenceFinder::ReferenceFinder(ReferenceFinder&&) noexcept = default;
ReferenceFinder& ReferenceFinder::operator=(ReferenceFinder&&) noexcept = default;

ReferenceScope ReferenceFinder::scope(const Version& version,
                                      const std::vector<std::string>& eids) const {
  RefScope made;
  const Instrument* known = impl_->catalogue.find(version.instrument);
  if (known != nullptr) made.self = act_of(*known);
  made.self.id = version.instrument;
  made.self.kind = known != nullptr ? known->kind : version.kind;
  add_words(version.title, made.self.words);
  // A commentary speaks of the one instrument that it is about, as a report does of its convention.
  const std::string spoken_of = instrument_of(version.about);
  const Instrument* above = impl_->catalogue.find(known != nullptr ? known->parent : spoken_of);
  made.speaks_of_above = above != nullptr && (made.self.kind == Kind::explanatory_report ||
                                              made.self.kind == Kind::commentary);
  for (int n = 0; above != nullptr && n < most_ancestors; ++n) {
    made.above.push_back(act_of(*above));
    above = impl_->catalogue.find(above->parent);
  }
  made.words = &ref_words(version.language);
  made.eids = eids;
  made.has_articles = std::any_of(eids.begin(), eids.end(), [](const std::string& eid) {
    return eid.find("art_") != std::string::npos;
  });
  // The keys of `order` are views of `eids`: filled where they stay.
  auto impl = std::make_unique<ReferenceScope::Impl>(ReferenceScope::Impl{std::move(made)});
  RefScope& kept = impl->scope;
  for (std::uint32_t i = 0; i < kept.eids.size(); ++i) kept.order.try_emplace(kept.eids[i], i);
  return ReferenceScope(std::move(impl));
}

std::vector<Reference> ReferenceFinder::find(std::string_view text, const ReferenceScope& scope,
                                             const Standpoint& standpoint) const {
  text = text.substr(0, std::numeric_limits<std::uint32_t>::max());
  std::vector<Reference> found;
  RefReader reader(impl_->catalogue, impl_->names, impl_->lexicon, scope.impl_->scope, standpoint);
  for (const auto& [begin, end] :
       reference_regions(impl_->names, impl_->lexicon, text, !scope.impl_->scope.above.empty())) {
    reader.read(text, begin, end, found);
  }
  // A name before provisions may have been met by itself; the longer reference stands.
  std::stable_sort(found.begin(), found.end(), [](const Reference& a, const Reference& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Reference> out;
  for (Reference& reference : found) {
    if (out.empty() || reference.begin >= out.back().end) out.push_back(std::move(reference));
  }
  return out;
}

}  // namespace pinlex
