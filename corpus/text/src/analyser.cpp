// SPDX-License-Identifier: GPL-2.0-or-later
#include "code_points.hpp"
#include "compounds.hpp"
#include "folding.hpp"
#include "language_rules.hpp"
#include "repair_needs.hpp"
#include "segmenter.hpp"
#include "stemmer.hpp"
#include "word_table.hpp"

#include <pinlex/text/analyser.hpp>

#include <string>

namespace pinlex {
namespace {

constexpr std::string_view typographic_apostrophe = "\u2019";

struct Apostrophe {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
};

Apostrophe first_apostrophe(std::string_view word) {
  const std::size_t plain = word.find('\'');
  const std::size_t typographic = word.find(typographic_apostrophe);
  if (typographic < plain) return {typographic, typographic_apostrophe.size()};
  return {plain, 1};
}

// Where a word of the repaired text ends in the input: before the invisible marks that follow it.
std::uint32_t end_in_input(const Repaired& repaired, std::string_view input, std::uint32_t end) {
  std::size_t at = repaired.origin[end];
  while (at > repaired.origin[end - 1]) {
    std::size_t before = at;
    if (!is_invisible(previous_code_point_or_error(input, before))) break;
    at = before;
  }
  return static_cast<std::uint32_t>(at);
}

bool is_elided(std::string_view article, std::string_view elided) {
  std::string entry = " ";
  for (const char c : article) entry += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  entry += ' ';
  return elided.find(entry) != std::string_view::npos;
}

}  // namespace

struct Analyser::Impl {
  explicit Impl(std::string_view code)
      : language(code), rules(rules_of(code)), segmenter(code), stemmer(rules_of(code)) {}

  std::string language;
  const LanguageRules& rules;
  Segmenter segmenter;
  Stemmer stemmer;
  WordTable words;
  std::vector<WordSegment> segments;

  WordForms forms_of(std::string_view surface);
  void join_compounds(std::string_view text);
  void split_elisions(std::string_view text);
};

WordForms Analyser::Impl::forms_of(std::string_view surface) {
  if (const WordForms* known = words.find(surface)) return *known;
  const std::string folded = fold(surface, rules.folding);
  if (folded.empty()) return words.add(surface, {});
  return words.add(surface, {folded, stemmer.stem(folded)});
}

// Makes one segment of two around a hyphen, with the whole range, where they are one word.
void Analyser::Impl::join_compounds(std::string_view text) {
  const auto word = [&](const WordSegment& s) { return text.substr(s.begin, s.end - s.begin); };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    WordSegment segment = segments[i];
    if (i + 1 < segments.size() && segment.end - segment.begin <= longest_first_part &&
        segment.end + 1 == segments[i + 1].begin && text[segment.end] == '-' &&
        is_one_word(word(segment), word(segments[i + 1]))) {
      segment.end = segments[++i].end;
      segment.mixed = true;
    }
    segments[kept++] = segment;
  }
  segments.resize(kept);
}

// Makes two segments of "l'interception", without the apostrophe.
void Analyser::Impl::split_elisions(std::string_view text) {
  std::vector<WordSegment> split;
  split.reserve(segments.size() + 16);
  for (WordSegment segment : segments) {
    while (segment.mixed) {
      const std::string_view word = text.substr(segment.begin, segment.end - segment.begin);
      const Apostrophe apostrophe = first_apostrophe(word);
      if (apostrophe.at == std::string_view::npos ||
          !is_elided(word.substr(0, apostrophe.at), rules.elided)) {
        break;
      }
      std::size_t behind = apostrophe.at + apostrophe.size;
      if (!makes_word(next_code_point_or_error(word, behind))) break;
      const auto end = segment.begin + static_cast<std::uint32_t>(apostrophe.at);
      split.push_back({segment.begin, end, false});
      segment.begin = end + static_cast<std::uint32_t>(apostrophe.size);
    }
    split.push_back(segment);
  }
  segments.swap(split);
}

Analyser::Analyser(std::string_view language) : impl_(std::make_unique<Impl>(language)) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

void Analyser::analyse(std::string_view text, std::uint32_t first_position,
                       std::vector<Token>& out) {
  Impl& impl = *impl_;
  const unsigned needs = repair_needs(text);
  Repaired repaired;
  if (needs != repairs_nothing) repaired = repair_for(text, needs);
  const std::string_view clean = needs == repairs_nothing ? text : repaired.text;
  impl.segments.clear();
  impl.segmenter.segment(clean, impl.segments);
  impl.join_compounds(clean);
  if (!impl.rules.elided.empty()) impl.split_elisions(clean);

  std::uint32_t position = first_position;
  std::uint32_t last_end = 0;
  for (const WordSegment& segment : impl.segments) {
    const WordForms forms = impl.forms_of(clean.substr(segment.begin, segment.end - segment.begin));
    if (forms.folded.empty()) continue;
    Token token{segment.begin, segment.end, position, forms.folded, forms.stem};
    if (!repaired.origin.empty()) {
      token.begin = repaired.origin[segment.begin];
      token.end = end_in_input(repaired, text, segment.end);
      // A character that repair spelled out as several words is one of them.
      if (token.begin < last_end || token.end <= token.begin) continue;
      last_end = token.end;
    }
    out.push_back(token);
    ++position;
  }
}

void Analyser::trim(std::size_t bound) {
  if (impl_->words.size_in_bytes() > bound) impl_->words.clear();
}

const std::string& Analyser::language() const { return impl_->language; }

}  // namespace pinlex
