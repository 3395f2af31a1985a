// SPDX-License-Identifier: GPL-2.0-or-later
#include "bare_marks.hpp"

#include "mark_scripts.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

constexpr std::size_t max_depth = 8;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number closed by blanks alone. Figures must open a block and come before a capital.
bool read_bare_mark(const BodyLine& line, Mark& mark) {
  const std::string_view text = line.text->text;
  const auto blank = text.find_first_of(" \t");
  if (blank == std::string_view::npos || blank == 0 || blank > 4) return false;
  const auto rest = skip_mark_blanks(text, static_cast<std::uint32_t>(blank));
  if (rest >= text.size()) return false;
  const bool figures = is_digit(text.front());
  const bool before_words = !is_lower(text[rest]) && !is_digit(text[rest]);
  if (figures ? !line.starts_block || !before_words : !is_lower(text.front())) return false;
  // As if a stop closed it.
  const std::string closed = std::string(text.substr(0, blank)) + ". ";
  if (!read_mark(closed, 0, mark) || mark.end != blank + 1) return false;
  mark.end = static_cast<std::uint32_t>(blank);
  mark.rest = rest;
  mark.closing = Mark::nothing;
  return true;
}

/// A list that has begun; `first` is its line until a second number confirms it.
struct OpenList {
  Reading reading;
  std::optional<std::size_t> first;
};

class Finder {
 public:
  explicit Finder(const std::vector<BodyLine>& lines) : lines_(lines), marks_(lines.size()) {}

  std::vector<std::optional<Mark>> find() {
    std::vector<std::optional<Mark>> candidates(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Mark mark;
      if (lines_[i].quoted || read_mark(lines_[i].text->text, 0, mark)) continue;
      if (!read_bare_mark(lines_[i], mark)) continue;
      candidates[i] = mark;
      take(i, candidates);
    }
    return std::move(marks_);
  }

 private:
  void take(std::size_t line, const std::vector<std::optional<Mark>>& candidates) {
    for (std::size_t depth = open_.size(); depth-- > 0;) {
      OpenList& list = open_[depth];
      for (const Reading& reading : candidates[line]->readings) {
        if (reading.numeral != list.reading.numeral ||
            reading.ordinal != list.reading.ordinal + 1) {
          continue;
        }
        if (list.first) marks_[*list.first] = candidates[*list.first];
        marks_[line] = candidates[line];
        list = {reading, std::nullopt};
        open_.resize(depth + 1);
        return;
      }
    }
    for (const Reading& reading : candidates[line]->readings) {
      if (reading.ordinal != 1) continue;
      if (open_.size() >= max_depth) open_.clear();
      open_.push_back({reading, line});
      return;
    }
  }

  const std::vector<BodyLine>& lines_;
  std::vector<std::optional<Mark>> marks_;
  std::vector<OpenList> open_;
};

}  // namespace

std::vector<std::optional<Mark>> find_bare_marks(const std::vector<BodyLine>& lines) {
  return Finder(lines).find();
}

}  // namespace pinlex
