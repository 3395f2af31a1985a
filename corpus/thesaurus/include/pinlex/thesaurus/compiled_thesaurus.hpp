// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/thesaurus/thesaurus.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// Changes whenever the bytes of a compiled thesaurus do.
inline constexpr std::uint32_t thesaurus_format = 1;

/// A phrase of a concept as it was written.
struct ConceptPhrase {
  Wording wording = Wording::label;
  std::string_view language;
  std::string_view text;
};

/// A thesaurus in the form that an index carries: its phrases as stems, in tables that are looked
/// up in place, so that opening costs one pass over the bytes and no memory beside them. Concepts
/// go by number, which is their place in Thesaurus::concepts(). The stems are those of this
/// analyser: what analyser_recipe() says must be that of the index.
/// Immutable, cheap to copy (copies share the bytes), safe for concurrent reads. Views live as long
/// as any copy.
class CompiledThesaurus {
 public:
  /// Holds no concept.
  CompiledThesaurus();
  explicit CompiledThesaurus(const Thesaurus& thesaurus);

  /// Takes the bytes of an earlier one. Every length and number in them is checked; fails with
  /// Code::damaged, or Code::wrong_format where another version of pinlex wrote them.
  static Result<CompiledThesaurus> decode(std::string bytes);

  /// The whole, for decode(). The same thesaurus gives the same bytes everywhere.
  std::string_view bytes() const;

  /// That of the thesaurus it was made from.
  std::string_view fingerprint() const;

  /// How many concepts there are.
  std::uint32_t size() const;
  std::optional<std::uint32_t> find(std::string_view id) const;

  /// Of the concept of that number, which must be less than size().
  std::string_view id(std::uint32_t number) const;
  ConceptKind kind(std::uint32_t number) const;
  double weight(std::uint32_t number) const;
  std::string_view note(std::uint32_t number) const;
  /// In that language, else in English, else any.
  std::string_view label(std::uint32_t number, std::string_view language) const;
  /// All phrases, the labels first.
  std::vector<ConceptPhrase> phrases(std::uint32_t number) const;
  std::vector<std::uint32_t> broader(std::uint32_t number) const;
  std::vector<std::uint32_t> narrower(std::uint32_t number) const;
  std::vector<std::uint32_t> related(std::uint32_t number) const;

  /// Languages that have a phrase, ascending.
  std::vector<std::string_view> languages() const;

  /// Back to what it was made from. Fails with Code::damaged where decoded bytes hold a thesaurus
  /// that from_toml() would refuse.
  Result<Thesaurus> thesaurus() const;

 private:
  friend class ConceptFinder;
  explicit CompiledThesaurus(std::shared_ptr<const class ThesaurusImage> image)
      : image_(std::move(image)) {}

  std::shared_ptr<const ThesaurusImage> image_;
};

}  // namespace pinlex
