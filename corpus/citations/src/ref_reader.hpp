// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cite_names.hpp"
#include "cite_provisions.hpp"
#include "ref_lexicon.hpp"
#include "ref_scope.hpp"

#include <pinlex/model/catalogue.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// Reads the references of one region of a text.
class RefReader {
 public:
  RefReader(const Catalogue& catalogue, const CiteNames& names, const RefLexicon& lexicon,
            const RefScope& scope, const Standpoint& standpoint)
      : catalogue_(catalogue),
        names_(names),
        lexicon_(lexicon),
        scope_(scope),
        words_(*scope.words),
        resolver_(scope, standpoint) {}

  void read(std::string_view text, std::size_t begin, std::size_t end, std::vector<Reference>& out);

 private:
  /// The act that a provision belongs to, as the words behind it (or before it) say.
  struct Owner {
    enum class Which : std::uint8_t { own, other, unknown };
    Which which = Which::own;
    RefAct act;                                      ///< The other one.
    std::string base;                                ///< "of this article": where to count from.
    std::optional<std::vector<ReferenceTarget>> of;  ///< "of the preceding article".
    std::size_t begin = 0, end = 0;                  ///< Tokens of the whole reference.
  };
  /// Small words, and whether "of" or nothing but "the" is among them.
  struct Link {
    std::size_t end = 0;
    bool belongs = false;
    bool only_the = true;
  };
  /// "this article", "the two preceding paragraphs", "this Protocol".
  struct Relative {
    std::vector<ReferenceTarget> targets;
    const RefAct* act = nullptr;  ///< Instead of targets.
    std::size_t end = 0;
    bool understood = false;  ///< Otherwise the words are relative and lead nowhere.
  };

  unsigned roles(std::size_t i) const;
  std::size_t read_at(std::size_t i, unsigned roles, std::vector<Reference>& out);
  std::size_t provisions_at(std::size_t i, std::vector<Reference>& out);
  std::size_t name_at(std::size_t i, std::vector<Reference>& out);
  std::size_t act_at(std::size_t i, std::vector<Reference>& out);
  std::optional<Relative> relative(std::size_t i);
  std::optional<Relative> preceding(std::size_t i) const;
  std::optional<Relative> preceding_behind(std::size_t i) const;
  Owner owner(CiteReading& reading, std::size_t begin);
  Owner behind(CiteReading& reading, std::size_t begin);
  bool behind_name(CiteReading& reading, std::size_t at, Owner& found);
  Link link_at(std::size_t at) const;
  bool is_same_article(const CiteReading& reading, std::size_t at) const;
  bool before(std::size_t begin, Owner& owner) const;
  const CiteUnitWord* unit_at(std::size_t at, std::size_t& end) const;
  std::size_t past_place(std::size_t at) const;
  std::size_t past_brackets(std::size_t at) const;
  std::optional<CiteNameMatch> known(std::size_t at) const;
  const RefAct* definite_at(std::size_t at, bool definite) const;
  bool title_goes_on(std::size_t at) const;
  bool is_abbreviation(std::size_t at) const;
  bool is_foreign_title(std::size_t at) const;
  RefAct act(const std::string& id) const;
  bool role(std::size_t at, RefRole role) const {
    return at < tokens_.size() && tokens_[at].is_word() && words_.is(tokens_[at].text, role);
  }
  bool symbol(std::size_t at, std::string_view marks) const;
  std::size_t emit(std::size_t begin, std::size_t end, const std::string& instrument,
                   std::vector<ReferenceTarget> targets, std::vector<Reference>& out) const;

  const Catalogue& catalogue_;
  const CiteNames& names_;
  const RefLexicon& lexicon_;
  const RefScope& scope_;
  const RefWords& words_;
  RefResolver resolver_;
  std::string_view text_;
  std::vector<CiteToken> tokens_;
  std::optional<ProvisionGrammar> grammar_;
  std::size_t taken_ = 0;  ///< Tokens before it belong to a reference.
};

}  // namespace pinlex
