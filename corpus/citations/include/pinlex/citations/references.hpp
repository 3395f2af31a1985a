// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/catalogue.hpp>
#include <pinlex/model/provision.hpp>
#include <pinlex/model/reference.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// Where words stand: what "this article" and "paragraph 1" count from.
struct Standpoint {
  std::string_view eid;                     ///< Of the provision that holds the words.
  std::vector<std::string_view> groupings;  ///< eIds of the groupings above it, outermost first.
};

/// A version as the references in it see it: what it is, what it belongs to, what it contains.
/// Made by ReferenceFinder::scope(), which must outlive it. Immutable.
class ReferenceScope {
 public:
  ~ReferenceScope();
  ReferenceScope(ReferenceScope&&) noexcept;
  ReferenceScope& operator=(ReferenceScope&&) noexcept;

 private:
  friend class ReferenceFinder;
  struct Impl;
  explicit ReferenceScope(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Finds what a provision refers to: "subject to Articles 14 and 15", "paragraph 1.a", "the
/// preceding paragraph", "artikel 9, eerste lid, van dit Verdrag", "Article 9 of the Convention" in
/// a protocol, other instruments by the names in the catalogue. The grammar of numbers is that of
/// CitationReader. What may belong to an act that is not known ("Article 5 of the Treaty on X") is
/// left out, and so is a paragraph that the article here has not. Immutable; safe for concurrent
/// use.
class ReferenceFinder {
 public:
  /// Keeps a reference to the catalogue.
  explicit ReferenceFinder(const Catalogue& catalogue);
  ~ReferenceFinder();
  ReferenceFinder(ReferenceFinder&&) noexcept;
  ReferenceFinder& operator=(ReferenceFinder&&) noexcept;

  /// `eids`: all provisions of the version, in reading order. The version's own are not read.
  ReferenceScope scope(const Version& version, const std::vector<std::string>& eids) const;

  /// The references in a text, in order, none overlapping; Reference::text is 0. An instrument as a
  /// whole counts where it is another one ("the Convention" in its protocol), not "this
  /// Convention". Any bytes will do, time is linear in their number.
  std::vector<Reference> find(std::string_view text, const ReferenceScope& scope,
                              const Standpoint& standpoint) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinlex
