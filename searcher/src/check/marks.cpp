// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/marks.hpp"

#include "query/characters.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>

namespace pinlex {
namespace {

constexpr std::size_t deepest = 32;
/// How far a genitive looks for the mark that closes instead of it, bytes.
constexpr std::size_t genitive_reach = 2000;

bool is_single(char32_t c) {
  return c == '\'' || (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A;
}

bool is_single_closer(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018; }

bool is_straight(char32_t c) { return c == '"' || c == 0xFF02 || c == '\''; }

/// Whether `c` closes what `open` opens, neighbours aside.
bool pairs(char32_t open, char32_t c) {
  switch (open) {
    case 0x2018:
      return c == 0x2019;
    case 0x201A:
      return c == 0x2018 || c == 0x2019;
    case 0x2039:
      return c == 0x203A;
    case 0x203A:
      return c == 0x2039;
    case 0x300A:
      return c == 0x300B;
    case '\'':
    case 0xFF02:
      return c == open;
  }
  return closes(open, c);
}

bool always_opens(char32_t c) {
  return c == 0x201E || c == 0x201A || c == 0x300C || c == 0x300E || c == 0x300A;
}

/// Marks that open where their neighbours let them.
bool may_open(char32_t c) {
  return always_opens(c) || c == '"' || c == 0xFF02 || c == '\'' || c == 0x2018 || c == 0x201C ||
         c == 0x201D || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A;
}

bool is_clause_mark(char32_t c) {
  return c == 0xFF0C || c == 0x3002 || c == 0xFF1B || c == 0xFF1A || c == ',' || c == ';';
}

/// A mark that is open, and whether it may stay so over an empty line.
struct OpenMark {
  char32_t mark = 0;
  std::uint32_t begin = 0, inner = 0;
  bool crosses = false;
};

class MarkReader {
 public:
  explicit MarkReader(std::string_view text) : text_(text) {}
  QuoteSpans read();

 private:
  void mark(char32_t c);
  bool close(char32_t c);
  void open(char32_t c);
  void end_paragraph();
  void give_up(const OpenMark& open);
  bool opens(char32_t c) const;
  bool may_close(char32_t c) const;
  bool is_genitive() const;
  bool begins_paragraph() const { return paragraph_begins_; }
  char32_t next() const;
  void nest();

  std::string_view text_;
  QuoteSpans out_;
  std::vector<OpenMark> stack_;
  std::size_t begin_ = 0, end_ = 0;  ///< Of the character looked at.
  char32_t before_ = 0;              ///< The one before it; 0 at the beginning.
  char32_t before_space_ = 0;        ///< The last one that is no space.
  bool paragraph_begins_ = true;     ///< Nothing but space since the last empty line.
  bool line_empty_ = true;
};

char32_t MarkReader::next() const {
  std::size_t at = end_;
  return at < text_.size() ? next_code_point(text_, at) : U'\n';
}

bool MarkReader::is_genitive() const {
  if (before_ != 's' && before_ != 'S') return false;
  std::size_t at = end_;
  if (at >= text_.size() || text_[at] != ' ') return false;
  ++at;
  if (at >= text_.size() || !is_lower_case(next_code_point(text_, at))) return false;
  char32_t before = 'a';
  const std::size_t limit = std::min(text_.size(), at + genitive_reach);
  while (at < limit) {
    const char32_t c = next_code_point(text_, at);
    if (c == '\n' && at < text_.size() && text_[at] == '\n') return false;
    if (is_single(c) && is_space(before)) return false;
    if (is_single_closer(c) && !is_space(before)) {
      std::size_t peek = at;
      if (peek >= text_.size() || !is_word_character(next_code_point(text_, peek))) return true;
    }
    before = c;
  }
  return false;
}

bool MarkReader::may_close(char32_t c) const {
  if (c == 0x300D || c == 0x300F || c == 0x300B || c == 0x201D || c == 0xBB || c == 0x203A) {
    // French sets a space before its closing mark; others that can also open go by it.
    return c != 0xBB || !is_space(before_) || !is_word_character(next());
  }
  if (is_single_closer(c)) {
    return before_ != 0 && !is_space(before_) && !is_word_character(next()) && !is_genitive();
  }
  if (is_straight(c) && is_space(before_)) return is_space(next());
  if (is_straight(c) && (before_ == '(' || before_ == '[')) return false;
  return before_ != 0 && !is_space(before_);
}

bool MarkReader::opens(char32_t c) const {
  if (!may_open(c)) return false;
  if (always_opens(c)) return true;
  const char32_t after = next();
  if (c == 0xAB) return true;
  if (is_space(after) || is_word_character(before_)) return c == 0x201C && !is_space(after);
  if (c == '\'')
    return is_word_character(after) ? !is_digit(after) : after == '[' || after == 0x2026;
  if (c == 0x201D || c == 0xBB || c == 0x203A) return before_ == 0 || is_space(before_);
  return true;
}

void MarkReader::give_up(const OpenMark& open) {
  if (!is_single(open.mark) && open.mark != 0x300A) out_.unpaired.push_back(open.begin);
}

bool MarkReader::close(char32_t c) {
  if (!may_close(c)) return false;
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (!pairs(stack_[i].mark, c)) continue;
    const OpenMark open = stack_[i];
    for (std::size_t k = i + 1; k < stack_.size(); ++k) give_up(stack_[k]);
    stack_.resize(i);
    QuoteSpan span{open.begin, static_cast<std::uint32_t>(end_),
                   open.inner, static_cast<std::uint32_t>(begin_),
                   -1,         open.mark};
    out_.spans.push_back(span);
    return true;
  }
  return false;
}

void MarkReader::open(char32_t c) {
  const bool own_paragraph = begins_paragraph() || before_space_ == ':' || before_space_ == 0xFF1A;
  if (begins_paragraph()) {
    const auto same = std::find_if(stack_.begin(), stack_.end(),
                                   [&](const OpenMark& one) { return one.mark == c; });
    if (same != stack_.end()) return;
  }
  if (stack_.size() == deepest) return;
  const bool crosses = !is_single(c) && (!is_straight(c) || own_paragraph);
  stack_.push_back(
      {c, static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_), crosses});
}

void MarkReader::mark(char32_t c) {
  if (close(c)) return;
  if (opens(c)) open(c);
}

void MarkReader::end_paragraph() {
  paragraph_begins_ = true;
  std::erase_if(stack_, [&](const OpenMark& one) {
    if (!one.crosses) give_up(one);
    return !one.crosses;
  });
}

void MarkReader::nest() {
  std::sort(out_.spans.begin(), out_.spans.end(),
            [](const QuoteSpan& a, const QuoteSpan& b) { return a.begin < b.begin; });
  std::vector<std::int32_t> around;
  for (std::size_t i = 0; i < out_.spans.size(); ++i) {
    QuoteSpan& span = out_.spans[i];
    const auto ended = [&](std::int32_t one) {
      return out_.spans[static_cast<std::size_t>(one)].end <= span.begin;
    };
    while (!around.empty() && ended(around.back())) around.pop_back();
    if (!around.empty()) span.outer = around.back();
    around.push_back(static_cast<std::int32_t>(i));
  }
}

QuoteSpans MarkReader::read() {
  while (end_ < text_.size()) {
    begin_ = end_;
    const char32_t c = next_code_point(text_, end_);
    if (c == '\n') {
      if (line_empty_) end_paragraph();
      line_empty_ = true;
    } else if (!is_space(c)) {
      if (is_quotation_mark(c)) mark(c);
      paragraph_begins_ = false;
      line_empty_ = false;
      before_space_ = c;
    }
    before_ = c;
  }
  for (const OpenMark& open : stack_) give_up(open);
  std::erase_if(out_.spans, [&](const QuoteSpan& span) {
    if (span.mark != 0x300A) return false;
    for (std::size_t at = span.inner_begin; at < span.inner_end;) {
      if (is_clause_mark(next_code_point(text_, at))) return false;
    }
    return true;
  });
  std::sort(out_.unpaired.begin(), out_.unpaired.end());
  nest();
  return std::move(out_);
}

}  // namespace

bool is_quotation_mark(char32_t c) {
  return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) ||
         c == 0x2039 || c == 0x203A || (c >= 0x300A && c <= 0x300F) || c == 0xFF02;
}

QuoteSpans find_quotes(std::string_view text) { return MarkReader(text).read(); }

}  // namespace pinlex
