// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/model/catalogue.hpp>
#include <pinlex/model/eid.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// One provision, or a range of them, as a person cited it.
struct CitedProvision {
  std::string eid;   ///< "art_21__para_3"; empty for the whole instrument.
  std::string last;  ///< Last eId of a range such as "arts. 16-21", else empty.

  friend bool operator==(const CitedProvision&, const CitedProvision&) = default;
};

/// A citation found in a text.
struct Citation {
  std::string instrument;                  ///< Catalogue id; empty where none is named.
  std::string version;                     ///< "en.digest" where the citation was an id with one.
  std::vector<CitedProvision> provisions;  ///< At least one.
  std::uint32_t begin = 0, end = 0;        ///< Bytes of the text it was read from.

  friend bool operator==(const Citation&, const Citation&) = default;
};

/// Reads citations as people write them in English, French, Dutch, German and Spanish:
/// "art. 21(3) Budapest", "ETS 185, Article 16, paragraph 2", "artikel 8 lid 2 EVRM",
/// "coe-185#art_19__para_3". Instruments are known by id, title, short name or series number of the
/// catalogue, before or after the provision. Immutable; safe for concurrent use.
class CitationReader {
 public:
  /// Keeps a reference to the catalogue. `extra` maps further names to instrument ids, such as the
  /// titles of uncatalogued texts in an index.
  explicit CitationReader(const Catalogue& catalogue,
                          const std::vector<std::pair<std::string, std::string>>& extra = {});
  ~CitationReader();
  CitationReader(CitationReader&&) noexcept;
  CitationReader& operator=(CitationReader&&) noexcept;

  /// The whole text (at most 1000 bytes) as one citation. An instrument alone is one of its whole
  /// text (an eId that is empty); provisions alone have no instrument; a number alone is refused.
  /// Fails with Code::query, the place marked by a caret below the message and a hint that says
  /// what is missing or not understood. Whether the provision exists is for an index to say.
  Result<Citation> parse(std::string_view text) const;

  /// All citations in a running text that name an instrument and a provision, in order, none
  /// overlapping. Stricter than parse() where a sentence may mean something else ("Budapest 2001",
  /// "Article 5 led to"); any bytes will do, time is linear in their number.
  std::vector<Citation> find_all(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinlex
