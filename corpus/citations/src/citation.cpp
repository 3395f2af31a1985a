// SPDX-License-Identifier: GPL-2.0-or-later
#include "cite_find.hpp"
#include "cite_id.hpp"
#include "cite_names.hpp"
#include "cite_provisions.hpp"
#include "cite_words.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/citations/citation.hpp>

#include <algorithm>
#include <optional>

namespace pinlex {

struct CitationReader::Impl {
  CiteNames names;
};

namespace {

constexpr std::size_t max_citation = 1000;
constexpr std::size_t shown_before = 50, shown_after = 50;

constexpr const char* form_hint = "write for example: art. 21(3) Budapest Convention";
constexpr const char* name_hint =
    "an instrument is named by its id (coe-185), title, short name or series number (ETS 185)";

/// The sentence, and below it the part of the text around `at` with a caret under that place.
Unexpected at_caret(std::string message, std::string_view text, std::size_t at, std::string hint) {
  std::size_t begin = at > shown_before ? at - shown_before : 0;
  std::size_t end = std::min(text.size(), at + shown_after);
  const auto inside = [&](std::size_t i) {
    return i > 0 && i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
  };
  while (inside(begin)) --begin;
  while (inside(end)) ++end;
  std::string line = printable(text.substr(begin, end - begin));
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  const std::string before = printable(text.substr(begin, at - begin));
  const auto columns = std::count_if(before.begin(), before.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
  message += "\n  " + line + "\n  " + std::string(static_cast<std::size_t>(columns), ' ') + "^";
  return fail(Code::query, std::move(message), std::move(hint));
}

std::string excerpt(std::string_view text) {
  std::size_t end = std::min<std::size_t>(text.size(), 60);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return printable(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

class Parser {
 public:
  Parser(const CiteNames& names, std::string_view text)
      : names_(names),
        text_(text),
        tokens_(cite_tokens(text, 0, text.size())),
        grammar_(tokens_, false) {
    // Marks around a citation that was copied with them.
    while (!tokens_.empty() && is_mark(tokens_.back(), ".,;:")) tokens_.pop_back();
    tokens_.erase(
        std::remove_if(tokens_.begin(), tokens_.end(),
                       [](const CiteToken& t) { return t.type == CiteTokenType::blank_line; }),
        tokens_.end());
  }

  Result<Citation> run() {
    if (tokens_.empty()) return at_caret("the citation is empty", text_, 0, form_hint);
    std::size_t begin = 0;
    while (begin < tokens_.size() && is_mark(tokens_[begin], "(\"'[")) ++begin;
    if (const auto name = names_.at(tokens_, skip_definite(begin))) {
      // "ETS 185" and "1988 Convention" before "21": a name is longer than a number.
      return after_name(*name);
    }
    begin = skip_small_words(begin);
    auto reading = grammar_.read(begin);
    if (!reading) reading = grammar_.read_bare(begin);
    if (!reading) return not_begun(begin);
    return after_provisions(*reading, begin);
  }

 private:
  static bool is_mark(const CiteToken& token, std::string_view marks) {
    return token.type == CiteTokenType::symbol && token.text.size() == 1 &&
           marks.find(token.text) != std::string_view::npos;
  }

  std::size_t skip_definite(std::size_t at) const {
    while (at < tokens_.size() && is_definite_word(tokens_[at].text)) ++at;
    return at;
  }

  /// "the first paragraph", "l'article 8", "au paragraphe 2"
  std::size_t skip_small_words(std::size_t at) const {
    std::size_t next = at;
    while (next < tokens_.size() && next < at + 3 &&
           (is_of_word(tokens_[next].text) || tokens_[next].is_symbol('\''))) {
      ++next;
    }
    return next < tokens_.size() && grammar_.may_begin(next) ? next : at;
  }

  std::size_t skip_closing(std::size_t at) const {
    while (at < tokens_.size() && is_mark(tokens_[at], ")\"'],.")) ++at;
    return at;
  }

  std::size_t offset(std::size_t token) const {
    return token < tokens_.size() ? tokens_[token].begin : text_.size();
  }

  std::string_view text_from(std::size_t token) const {
    return token < tokens_.size() ? text_.substr(offset(token), tokens_.back().end - offset(token))
                                  : std::string_view();
  }

  Result<Citation> after_name(const CiteNameMatch& name) {
    if (name.name->ids.size() > 1) return ambiguous(name);
    std::size_t at = name_ends(names_, tokens_, name, 0, true);
    if (skip_closing(at) >= tokens_.size()) return done(CiteReading{}, name.name);
    at = name_begins(tokens_, at);
    auto reading = grammar_.read(at);
    if (!reading) reading = grammar_.read_bare(at);
    if (!reading) {
      if (grammar_.trouble()) return troubled();
      return at_caret("'" + excerpt(text_from(at)) + "' does not name a provision", text_,
                      offset(at), form_hint);
    }
    const std::size_t next = skip_closing(reading->next);
    if (next >= tokens_.size()) return done(*reading, name.name);
    const auto second = names_.at(tokens_, name_begins(tokens_, next));
    if (second && second->name->ids != name.name->ids) return two(name, *second);
    if (!second || skip_closing(name_ends(names_, tokens_, *second, 0, true)) < tokens_.size()) {
      return left_over(next);
    }
    return done(*reading, name.name);
  }

  Result<Citation> after_provisions(CiteReading& reading, std::size_t begin) {
    const bool bare = tokens_[begin].is_number() && !grammar_.may_begin(begin);
    if (skip_closing(reading.next) >= tokens_.size()) {
      if (bare) {
        return at_caret("a number alone is no citation", text_, offset(begin), form_hint);
      }
      return done(reading, nullptr);
    }
    const std::size_t name_at = name_begins(tokens_, reading.next);
    const auto name = names_.at(tokens_, name_at);
    if (!name) return grammar_.trouble() ? troubled() : unknown(name_at);
    if (name->name->ids.size() > 1) return ambiguous(*name);
    std::size_t at = name_ends(names_, tokens_, *name, 0, true);
    if (grammar_.read_deeper(reading, at)) at = reading.next;
    at = skip_closing(at);
    if (at >= tokens_.size()) return done(reading, name->name);
    if (grammar_.trouble()) return troubled();
    const auto second = names_.at(tokens_, name_begins(tokens_, at));
    if (second && second->name->ids != name->name->ids) return two(*name, *second);
    return unknown_or_left_over(*name, at);
  }

  Result<Citation> done(const CiteReading& reading, const CiteName* name) const {
    Citation citation;
    std::optional<Kind> kind;
    if (name != nullptr) {
      citation.instrument = name->ids.front();
      kind = names_.kind(citation.instrument);
    }
    citation.provisions = cited_provisions(reading, kind);
    if (citation.provisions.empty()) citation.provisions.emplace_back();
    citation.begin = tokens_.front().begin;
    citation.end = tokens_.back().end;
    return citation;
  }

  Unexpected troubled() const {
    const CiteTrouble& trouble = *grammar_.trouble();
    switch (trouble.what) {
      case CiteTrouble::What::missing_number: {
        const auto begin = offset(trouble.keyword);
        const auto keyword = text_.substr(begin, tokens_[trouble.token - 1].end - begin);
        return at_caret("a number is missing after '" + excerpt(keyword) + "'", text_,
                        offset(trouble.token), form_hint);
      }
      case CiteTrouble::What::backward_range:
        return at_caret("the range runs backwards", text_, offset(trouble.token),
                        "write the lower number first");
    }
    return left_over(trouble.token);
  }

  Unexpected left_over(std::size_t at) const {
    return at_caret("cannot read '" + excerpt(text_from(at)) + "' as part of the citation", text_,
                    offset(at), form_hint);
  }

  /// "art. 5 Budapest Treaty": the name goes on, so it is another one.
  Unexpected unknown_or_left_over(const CiteNameMatch& name, std::size_t at) const {
    if (at == name.end && is_act_word(tokens_[at].text)) return unknown(name.begin);
    return left_over(at);
  }

  Unexpected unknown(std::size_t at) const {
    const std::string_view typed = text_from(at);
    if (typed.empty()) return left_over(at);
    return unknown(at, typed);
  }

  Unexpected unknown(std::size_t at, std::string_view typed) const {
    const auto near = names_.like(typed);
    std::string hint = near.empty() ? name_hint : "did you mean ";
    for (std::size_t i = 0; i < near.size(); ++i) {
      hint += (i == 0 ? "" : i + 1 == near.size() ? " or " : ", ") + near[i];
    }
    return at_caret("no instrument is known as '" + excerpt(typed) + "'", text_, offset(at),
                    std::move(hint));
  }

  Unexpected not_begun(std::size_t begin) const {
    if (grammar_.trouble()) return troubled();
    // An unknown name, up to where provisions begin.
    std::size_t end = begin + 1;
    while (end < tokens_.size() && !grammar_.may_begin(end) && !tokens_[end].is_number()) ++end;
    std::size_t last = std::min(end, tokens_.size());
    while (last > begin + 1 && tokens_[last - 1].type == CiteTokenType::symbol) --last;
    if (begin >= tokens_.size()) return left_over(begin);
    return unknown(begin, text_.substr(offset(begin), tokens_[last - 1].end - offset(begin)));
  }

  Unexpected ambiguous(const CiteNameMatch& name) const {
    std::string ids;
    for (const auto& id : name.name->ids) ids += (ids.empty() ? "" : " or ") + id;
    const auto begin = offset(name.begin);
    const auto typed = text_.substr(begin, tokens_[name.end - 1].end - begin);
    return at_caret("'" + excerpt(typed) + "' may be " + ids, text_, begin,
                    "name the instrument by its id");
  }

  Unexpected two(const CiteNameMatch& first, const CiteNameMatch& second) const {
    return at_caret("the citation names two instruments, " + first.name->ids.front() + " and " +
                        second.name->ids.front(),
                    text_, offset(second.begin), "cite one instrument at a time");
  }

  const CiteNames& names_;
  std::string_view text_;
  std::vector<CiteToken> tokens_;
  ProvisionGrammar grammar_;
};

std::string_view trimmed(std::string_view text) {
  static constexpr std::string_view blanks = " \t\r\n";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// "coe-185#art_19__para_3@en.digest", "coe-185@en"; the offset of `id` in the text is kept.
Result<Citation> parse_id_form(const CiteNames& names, std::string_view text, std::string_view id) {
  const ProvisionId parts = parse_id(id);
  const auto begin = static_cast<std::size_t>(id.data() - text.data());
  if (!names.has_id(parts.instrument)) {
    const auto near = names.like(parts.instrument);
    return at_caret("no instrument has the id '" + excerpt(parts.instrument) + "'", text, begin,
                    near.empty() ? "ids look like coe-185" : "did you mean " + near.front());
  }
  const auto hash = id.find('#');
  if (hash != std::string_view::npos && !is_eid(parts.eid)) {
    return at_caret("'" + excerpt(parts.eid) + "' is not made as the id of a provision", text,
                    begin + hash + 1, "ids look like coe-185#art_21__para_3");
  }
  const auto sign = id.rfind('@');
  if (sign != std::string_view::npos && !is_version(parts.version)) {
    return at_caret("'" + excerpt(parts.version) + "' is not made as the name of a version", text,
                    begin + sign + 1, "versions look like en, en.digest or en.2021-07-05");
  }
  return Citation{parts.instrument,
                  parts.version,
                  {{parts.eid, ""}},
                  static_cast<std::uint32_t>(begin),
                  static_cast<std::uint32_t>(begin + id.size())};
}

}  // namespace

CitationReader::CitationReader(const Catalogue& catalogue,
                               const std::vector<std::pair<std::string, std::string>>& extra)
    : impl_(new Impl{CiteNames(catalogue, extra)}) {}
CitationReader::~CitationReader() = default;
CitationReader::CitationReader(CitationReader&&) noexcept = default;
CitationReader& CitationReader::operator=(CitationReader&&) noexcept = default;

Result<Citation> CitationReader::parse(std::string_view text) const {
  if (text.size() > max_citation) {
    return at_caret("a text of " + std::to_string(text.size()) + " bytes is no citation", text, 0,
                    "a citation has at most " + std::to_string(max_citation) + " bytes");
  }
  if (const auto bad = ill_formed_utf8(text); bad != std::string_view::npos) {
    return at_caret("the citation is not UTF-8 at byte " + std::to_string(bad), text, bad,
                    form_hint);
  }
  const std::string_view id = trimmed(text);
  if (id.find_first_of("#@") != std::string_view::npos &&
      id.find_first_of(" \t\r\n") == std::string_view::npos) {
    return parse_id_form(impl_->names, text, id);
  }
  return Parser(impl_->names, text).run();
}

std::vector<Citation> CitationReader::find_all(std::string_view text) const {
  return find_citations(impl_->names, text);
}

}  // namespace pinlex
