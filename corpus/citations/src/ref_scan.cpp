// SPDX-License-Identifier: GPL-2.0-or-later
#include "ref_scan.hpp"

#include "cite_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace pinlex {
namespace {

/// How far around a telling word a reference may reach. Each number of a list and each name tells
/// by itself, so these need not hold a whole list.
constexpr std::size_t reach_on = 160;
constexpr std::size_t reach_of_name = 450;
/// The article before it, and behind a mark the name of an act: "Vienna Convention, Article 5".
constexpr std::size_t reach_back = 24;
constexpr std::size_t reach_of_mark = 200;

constexpr std::size_t longest_word = 24;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return static_cast<unsigned char>(c) >= 0xC3 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// Of an ASCII letter.
char lower(char c) { return static_cast<char>(c | 0x20); }

constexpr std::array<bool, 256> make_word_bytes() {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    table[c] = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  return table;
}
constexpr std::array<bool, 256> word_bytes = make_word_bytes();
bool is_word_byte(char c) { return word_bytes[static_cast<unsigned char>(c)]; }

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

class Scanner {
 public:
  Scanner(const CiteNames& names, const RefLexicon& lexicon, std::string_view text, bool acts)
      : names_(names), lexicon_(lexicon), text_(text), acts_(acts) {}

  std::vector<std::pair<std::size_t, std::size_t>> run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const char c = text_[at];
      if (is_letter(c)) {
        at = word(at);
      } else if (is_digit(c)) {
        at = number(at);
      } else {
        if (c == '\xC2' && at + 1 < text_.size() && text_[at + 1] == '\xA7') promise(at, reach_on);
        ++at;
      }
    }
    return std::move(regions_);
  }

 private:
  std::size_t word(std::size_t begin) {
    std::size_t end = begin;
    unsigned char all = 0;
    for (; end < text_.size() && is_word_byte(text_[end]); ++end) {
      all |= static_cast<unsigned char>(text_[end]);
    }
    const std::size_t length = end - begin;
    if (all >= 0x80) {
      if (length <= 2 * longest_word) take(folded(text_.substr(begin, length)), begin, end);
      return end;
    }
    if (length > longest_word || !lexicon_.may_hold(lower(text_[begin]), length)) return end;
    std::array<char, longest_word> low;
    std::transform(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                   text_.begin() + static_cast<std::ptrdiff_t>(end), low.begin(), lower);
    take({low.data(), length}, begin, end);
    return end;
  }

  void take(std::string_view word, std::size_t begin, std::size_t end) {
    const unsigned roles = lexicon_.of(word);
    if (roles == 0) return;
    if ((roles & RefLexicon::relative) != 0) {
      if (unit_follows(end) || unit_precedes(begin)) promise(begin, reach_on);
    } else if ((roles & RefLexicon::ordinal) != 0) {
      if (unit_follows(end)) promise(begin, reach_on);
    } else if ((roles & RefLexicon::unit) != 0) {
      if (number_follows(end)) promise(begin, reach_on);
    } else if (acts_ && (roles & RefLexicon::act) != 0) {
      promise(begin, reach_on);
    }
    if ((roles & RefLexicon::name) != 0 && names_.may_go_on(word, next_word(end))) {
      promise(begin, reach_of_name);
    }
  }

  /// Digits with an ordinal's ending: "2nd paragraph", "1er".
  std::size_t number(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    std::size_t ending = end;
    while (ending < text_.size() && ending < end + 4 && is_letter(text_[ending])) ++ending;
    if (ending > end && ending < end + 4 &&
        is_ordinal_ending(folded(text_.substr(end, ending - end)))) {
      promise(begin, reach_on);
    }
    return ending;
  }

  std::string next_word(std::size_t at) const {
    const std::size_t limit = std::min(text_.size(), at + 4);
    while (at < limit && !is_letter(text_[at]) && !is_digit(text_[at])) ++at;
    std::size_t end = at;
    while (end < text_.size() && end < at + 2 * longest_word &&
           (is_word_byte(text_[end]) || is_digit(text_[end]))) {
      ++end;
    }
    return folded(text_.substr(at, end - at));
  }

  /// "this article", "the two preceding paragraphs", "the present Convention": within three words.
  bool unit_follows(std::size_t at) const {
    for (int n = 0; n < 3; ++n) {
      while (at < text_.size() && is_blank(text_[at])) ++at;
      std::size_t end = at;
      while (end < text_.size() && is_word_byte(text_[end])) ++end;
      if (end == at || end - at > longest_word) return false;
      if (is_unit(text_.substr(at, end - at))) return true;
      at = end;
    }
    return false;
  }

  bool is_unit(std::string_view word) const {
    return (lexicon_.of(folded(word)) & RefLexicon::unit) != 0;
  }

  /// "paragraphe précédent"
  bool unit_precedes(std::size_t at) const {
    while (at > 0 && is_blank(text_[at - 1])) --at;
    std::size_t begin = at;
    while (begin > 0 && at - begin <= longest_word && is_word_byte(text_[begin - 1])) --begin;
    return begin < at && is_unit(text_.substr(begin, at - begin));
  }

  /// Whether a digit, a letter or a Roman numeral stands there: "21", "(a)", "b)", "II", "a.i".
  bool number_follows(std::size_t at) const {
    std::size_t skipped = 0;
    while (at < text_.size() && !is_letter(text_[at]) && !is_digit(text_[at]) && skipped < 4) {
      ++at;
      ++skipped;
    }
    if (skipped == 0 || at >= text_.size()) return false;
    if (is_digit(text_[at])) return true;
    std::size_t end = at;
    while (end < text_.size() && end < at + 6 && is_word_byte(text_[end])) ++end;
    const std::string word = folded(text_.substr(at, end - at));
    if (word.size() == 1 || small_roman(word) != 0) return true;
    // "Article No. 5", "sub-paragraph": the words behind tell.
    if (is_number_word(word) || find_ordinal(word) != nullptr) return true;
    return word.size() == 2 && word[0] == word[1];
  }

  void promise(std::size_t at, std::size_t on) {
    const std::size_t near = at - std::min(at, reach_back);
    const bool mark =
        text_.substr(near, at - near).find_first_of(",(:['") != std::string_view::npos;
    std::size_t begin = mark ? at - std::min(at, reach_of_mark) : near;
    std::size_t end = std::min(text_.size(), at + on);
    if (!regions_.empty() && begin <= regions_.back().second) {
      if (end <= regions_.back().second) return;
      begin = regions_.back().first;
      regions_.pop_back();
    }
    while (begin > 0 && !is_blank(text_[begin - 1])) --begin;
    while (end < text_.size() && !is_blank(text_[end])) ++end;
    if (!regions_.empty() && begin <= regions_.back().second) {
      begin = regions_.back().first;
      regions_.pop_back();
    }
    regions_.emplace_back(begin, end);
  }

  const CiteNames& names_;
  const RefLexicon& lexicon_;
  std::string_view text_;
  bool acts_;
  std::vector<std::pair<std::size_t, std::size_t>> regions_;
};

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> reference_regions(const CiteNames& names,
                                                                   const RefLexicon& lexicon,
                                                                   std::string_view text,
                                                                   bool acts) {
  return Scanner(names, lexicon, text, acts).run();
}

}  // namespace pinlex
