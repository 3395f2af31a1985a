// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cite_tokens.hpp"

#include <pinlex/model/catalogue.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pinlex {

/// A name that instruments go by.
struct CiteName {
  std::vector<std::string> ids;  ///< More than one where the name is ambiguous.
  std::string shown;             ///< As the catalogue writes it.
  bool given = true;             ///< Stands in the catalogue; else made from a protocol's parent.
  bool single = false;           ///< One word.
};

/// A name found in tokens [begin, end).
struct CiteNameMatch {
  const CiteName* name = nullptr;
  std::size_t begin = 0, end = 0;
};

/// All names of all instruments. Compared by folded words without spaces and hyphens, articles and
/// endings of declension ("des Übereinkommens"), so that "e-evidence" is "e evidence".
class CiteNames {
 public:
  CiteNames(const Catalogue& catalogue,
            const std::vector<std::pair<std::string, std::string>>& extra);

  /// The longest name that begins with that token.
  std::optional<CiteNameMatch> at(const std::vector<CiteToken>& tokens, std::size_t begin) const;

  /// The longest name that ends before that token.
  std::optional<CiteNameMatch> before(const std::vector<CiteToken>& tokens, std::size_t end) const;

  /// The folded words that names begin with, each once, articles left out.
  std::vector<std::string> first_words() const;
  /// Whether a name that begins with one of them may go on with that other word.
  bool may_go_on(std::string_view word, const std::string& next) const;

  /// Whether an instrument of that id is known.
  bool has_id(std::string_view id) const;

  std::optional<Kind> kind(const std::string& id) const;

  /// Up to three names like the given one, "Budapest Convention (coe-185)", best first.
  std::vector<std::string> like(std::string_view typed) const;

 private:
  void add(std::string_view shown, const std::string& id, bool given);
  void add_series(const Instrument& instrument);
  void add_below_parent(const Instrument& protocol, const Instrument& parent);
  void add_labels(const std::vector<std::string>& label, const Instrument& parent,
                  const std::string& id);
  void add_start(std::string_view shown);
  void sort_keys();

  std::unordered_map<std::string, CiteName> names_;             // by key
  std::vector<std::string> keys_;                               // sorted
  std::vector<std::string> reversed_keys_;                      // each reversed, sorted
  std::unordered_map<std::string, std::optional<Kind>> kinds_;  // by id
  // The second words by the first; the empty one where anything may follow.
  std::unordered_map<std::string, std::vector<std::string>> starts_;
};

}  // namespace pinlex
