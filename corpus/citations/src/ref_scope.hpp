// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cite_provisions.hpp"
#include "ref_words.hpp"

#include <pinlex/citations/references.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pinlex {

/// An instrument as sentences name it: "the Convention".
struct RefAct {
  std::string id;
  Kind kind = Kind::document;
  std::uint32_t articles = 0;      ///< 0 where unknown.
  std::vector<std::string> words;  ///< Of its titles, folded.
};

struct RefScope {
  RefAct self;
  std::vector<RefAct> above;  ///< What it belongs to: parent, grandparent …
  const RefWords* words = nullptr;
  std::vector<std::string> eids;
  std::unordered_map<std::string_view, std::uint32_t> order;  ///< Into `eids`.
  bool has_articles = false;
  bool speaks_of_above = false;  ///< Articles are those of the first of `above`.

  bool has(std::string_view eid) const { return order.count(eid) != 0; }
};

/// Resolves what the grammar read against where it stands.
class RefResolver {
 public:
  RefResolver(const RefScope& scope, const Standpoint& standpoint)
      : scope_(scope), standpoint_(standpoint) {}

  /// Provisions of the version itself. `base` is the provision that was named as holding them
  /// ("of this article"), or empty. Nothing where one of them cannot be here.
  std::vector<ReferenceTarget> own(const CiteReading& reading, std::string_view base) const;

  /// Provisions of another act.
  std::vector<ReferenceTarget> other(const CiteReading& reading, const RefAct& act) const;

  /// "this article": the provision of that kind where the words stand; empty where there is none.
  std::string_view here(CiteUnit unit) const;

  /// "the two preceding paragraphs"; nothing where there are not as many.
  std::vector<ReferenceTarget> preceding(CiteUnit unit, std::uint32_t count) const;

  /// The act that "the Convention" means here, or null.
  const RefAct* definite(std::string_view kind_word) const;

  /// The act that "this Protocol" means here, or null.
  const RefAct* present(std::string_view kind_word) const;

 private:
  std::string place(const CitePath& path, std::string_view base) const;
  std::string below(std::string_view base, const CitePath& path, std::size_t from) const;
  std::string child(std::string_view above, const CiteStep& step) const;
  std::vector<std::string_view> bases(std::string_view base) const;
  std::string grouping(const std::string& eid) const;

  const RefScope& scope_;
  const Standpoint& standpoint_;
};

/// Whether a text of this kind has provisions that others cite as articles.
bool is_act(Kind kind);

}  // namespace pinlex
