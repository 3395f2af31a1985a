// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/compare.hpp"
#include "check/marks.hpp"
#include "query/characters.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/text/repair.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace pinlex {
namespace {

bool is_hyphen(char32_t c) { return c == '-' || c == 0xAD || (c >= 0x2010 && c <= 0x2015); }

bool is_emphasis(char32_t c) { return c == '*' || c == '_' || c == '`' || c == '\\' || c == '#'; }

std::string kept(std::string_view text, bool (*wanted)(char32_t)) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (wanted(next_code_point(text, at))) out += text.substr(begin, at - begin);
  }
  return out;
}

std::string without_hyphens(std::string_view text) {
  return kept(text, [](char32_t c) { return !is_hyphen(c); });
}

std::string without_space(std::string_view text) {
  return kept(text, [](char32_t c) { return !is_space(c); });
}

std::string with_plain_apostrophes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    append_utf8(out, c == 0x2018 || c == 0x2019 || c == 0x2BC ? U'\'' : c);
  }
  return out;
}

std::string repaired(std::string_view text) { return repair(text).text; }
std::string in_one_case(std::string_view text) { return fold_case(text); }

/// The kinds of difference found so far.
class DifferenceSet {
 public:
  void add(Difference one) { has_[static_cast<std::size_t>(one)] = true; }
  void word(std::string_view quoted, std::string_view source);
  void gap(std::string_view quoted, std::string_view source);
  std::vector<Difference> list() const;

 private:
  std::array<bool, static_cast<std::size_t>(Difference::numbers) + 1> has_{};
};

/// Makes two spellings of a word more alike step by step, and notes each step that did.
void DifferenceSet::word(std::string_view quoted, std::string_view source) {
  if (quoted == source) return;
  struct Step {
    Difference difference;
    std::string (*change)(std::string_view);
  };
  static constexpr std::array<Step, 5> steps{{{Difference::quotation_marks, with_plain_apostrophes},
                                              {Difference::hyphens, without_hyphens},
                                              {Difference::space, without_space},
                                              {Difference::letter_forms, repaired},
                                              {Difference::letter_case, in_one_case}}};
  std::string mine(quoted), other(source);
  for (const Step& step : steps) {
    std::string my_next = step.change(mine), other_next = step.change(other);
    const bool one_changed = (my_next != mine) != (other_next != other);
    const bool equal = my_next == other_next;
    if (one_changed || equal) add(step.difference);
    if (equal) return;
    mine = std::move(my_next);
    other = std::move(other_next);
  }
  add(Difference::accents);
}

/// Runs of white space; one space, or one line end with its indent, is the same.
std::vector<std::string> spaces_in(std::string_view text) {
  std::vector<std::string> runs;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const bool space = is_space(next_code_point(text, at));
    if (space && !open) runs.emplace_back();
    if (space) runs.back() += text.substr(begin, at - begin);
    open = space;
  }
  for (std::string& run : runs) {
    const bool plain = run.find_first_not_of(" \t\r\n") == std::string::npos;
    if (plain && run.find('\n') != std::string::npos) run = " ";
  }
  return runs;
}

void DifferenceSet::gap(std::string_view quoted, std::string_view source) {
  if (quoted == source) return;
  struct Class {
    Difference difference;
    bool (*holds)(char32_t);
  };
  static constexpr std::array<Class, 4> classes{{{Difference::quotation_marks, is_quotation_mark},
                                                 {Difference::hyphens, is_hyphen},
                                                 {Difference::emphasis, is_emphasis},
                                                 {Difference::punctuation, [](char32_t c) {
                                                    return !is_quotation_mark(c) && !is_hyphen(c) &&
                                                           !is_emphasis(c) && !is_space(c) &&
                                                           !has_no_width(c);
                                                  }}}};
  for (const Class& one : classes) {
    if (kept(quoted, one.holds) != kept(source, one.holds)) add(one.difference);
  }
  const auto my_runs = spaces_in(quoted), other_runs = spaces_in(source);
  if (my_runs != other_runs) {
    // Where a mark is missing, so may be the space beside it.
    if (my_runs.size() == other_runs.size() || without_space(quoted) == without_space(source)) {
      add(Difference::space);
    }
  }
}

std::vector<Difference> DifferenceSet::list() const {
  std::vector<Difference> out;
  for (std::size_t i = 0; i < has_.size(); ++i) {
    if (has_[i]) out.push_back(static_cast<Difference>(i));
  }
  return out;
}

/// Compares what stands between and around the words of a match.
class Comparison {
 public:
  Comparison(const QuoteRow& quote, const ProvisionRow& source, const WholeMatch& match)
      : quote_(quote), source_(source), match_(match) {}

  std::vector<Difference> run() {
    if (match_.left_numbers_out) set_.add(Difference::numbers);
    for (std::size_t i = 0; i < match_.pairs.size(); ++i) {
      words(match_.pairs[i]);
      if (i > 0) between(match_.pairs[i - 1], match_.pairs[i]);
    }
    if (quote_.parts[0].before == QuoteGap::none) before_first();
    if (!quote_.ends_open) behind_last();
    return set_.list();
  }

 private:
  std::string_view text_of(const RowWord& word) const { return source_.texts[word.text].text; }

  void words(const WordPair& pair) {
    if (quote_.parts[pair.quote].in_part) return;
    const auto begin = quote_.words[pair.quote].place.begin;
    const auto end = quote_.words[pair.quote_end - 1].place.end;
    const RowWord& first = source_.words[pair.source];
    const RowWord& last = source_.words[pair.source_end - 1];
    set_.word(quote_.text.substr(begin, end - begin),
              text_of(first).substr(first.place.begin, last.place.end - first.place.begin));
  }

  void between(const WordPair& a, const WordPair& b) {
    if (quote_.parts[b.quote].before != QuoteGap::none) return;
    const auto begin = quote_.words[a.quote_end - 1].place.end;
    const std::string_view quoted =
        quote_.text.substr(begin, quote_.words[b.quote].place.begin - begin);
    const RowWord& left = source_.words[a.source_end - 1];
    const RowWord& right = source_.words[b.source];
    if (left.text == right.text) {
      set_.gap(quoted, text_of(left).substr(left.place.end, right.place.begin - left.place.end));
      return;
    }
    const std::string head(text_of(left).substr(left.place.end));
    const std::string tail(text_of(right).substr(0, right.place.begin));
    // "a)the keeper" is printed as it pleases.
    const bool beside = source_.is_beside(left) || source_.is_beside(right);
    if (beside && quoted == head + tail) return;
    set_.gap(quoted, head + "\n" + tail);
  }

  /// Marks before the first word must stand in the source right before it.
  void before_first() {
    const std::string quoted = without_space(quote_.text.substr(0, quote_.words[0].place.begin));
    if (quoted.empty()) return;
    const std::uint32_t index = match_.first();
    const RowWord& word = source_.words[index];
    const bool alone = index == 0 || source_.words[index - 1].text != word.text;
    const auto begin = alone ? 0 : source_.words[index - 1].place.end;
    const std::string there = without_space(text_of(word).substr(begin, word.place.begin - begin));
    if (!there.ends_with(quoted)) set_.gap(quoted, "");
  }

  void behind_last() {
    const std::string quoted = without_space(quote_.text.substr(quote_.words.back().place.end));
    if (quoted.empty()) return;
    const std::uint32_t index = match_.last();
    const RowWord& word = source_.words[index];
    const bool alone =
        index + 1 == source_.words.size() || source_.words[index + 1].text != word.text;
    const auto end = alone ? static_cast<std::uint32_t>(text_of(word).size())
                           : source_.words[index + 1].place.begin;
    const std::string there =
        without_space(text_of(word).substr(word.place.end, end - word.place.end));
    if (!there.starts_with(quoted)) set_.gap(quoted, "");
  }

  const QuoteRow& quote_;
  const ProvisionRow& source_;
  const WholeMatch& match_;
  DifferenceSet set_;
};

}  // namespace

std::vector<Difference> differences(const QuoteRow& quote, const ProvisionRow& source,
                                    const WholeMatch& match) {
  return Comparison(quote, source, match).run();
}

}  // namespace pinlex
