// SPDX-License-Identifier: GPL-2.0-or-later
#include "inline_lists.hpp"

#include "mark_scripts.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

/// Words between the semicolon and the last item.
constexpr std::array<std::string_view, 20> conjunctions{
    "and", "or", "et", "ou",  "y", "o",  "e",  "u",  "und", "oder",
    "en",  "of", "и",  "или", "و", "أو", "及", "和", "或",  "以及"};

/// More lists inside each other than any text has.
constexpr std::size_t max_depth = 8;

constexpr std::array<std::string_view, 2> colons{":", "："};
constexpr std::array<std::string_view, 3> semicolons{";", "；", "؛"};

template <std::size_t size>
std::uint32_t length_of(const std::array<std::string_view, size>& signs, std::string_view text) {
  const auto* const found = std::find_if(
      signs.begin(), signs.end(), [&](std::string_view sign) { return text.starts_with(sign); });
  return found == signs.end() ? 0 : u32(found->size());
}

/// Where the number stands that a semicolon's conjunction leads to.
std::uint32_t after_conjunction(std::string_view line, std::uint32_t at) {
  for (const std::string_view word : conjunctions) {
    if (!line.substr(at).starts_with(word)) continue;
    const auto end = skip_mark_blanks(line, at + u32(word.size()));
    const auto rest = line.substr(end);
    if (rest.starts_with("(") || rest.starts_with("（")) return end;
  }
  return at;
}

bool may_stand_inside(const Mark& mark) {
  return mark.closing == '(' || mark.closing == ')' || mark.closing == Mark::degree;
}

struct Cut {
  std::size_t line = 0;
  std::uint32_t at = 0;
};

/// A list that has begun: its last number, and a first item that no second has confirmed yet.
struct OpenList {
  Reading reading;
  char closing = '(';
  std::optional<Cut> unconfirmed;
};

class Cutter {
 public:
  explicit Cutter(const std::vector<BodyLine>& lines) : lines_(lines) {}

  std::vector<Cut> find() {
    for (line_ = 0; line_ < lines_.size(); ++line_) {
      if (!lines_[line_].quoted) read(lines_[line_].text->text);
    }
    std::sort(cuts_.begin(), cuts_.end(), [](const Cut& a, const Cut& b) {
      return std::pair(a.line, a.at) < std::pair(b.line, b.at);
    });
    return std::move(cuts_);
  }

 private:
  void read(std::string_view line) {
    Mark mark;
    std::uint32_t at = 0;
    while (read_mark(line, at, mark)) {
      stands_first(mark);
      at = mark.rest;
    }
    while (at < line.size()) {
      const auto colon = length_of(colons, line.substr(at));
      const auto semicolon = length_of(semicolons, line.substr(at));
      at += std::max<std::uint32_t>(1, colon + semicolon);
      if (colon + semicolon == 0) continue;
      auto next = skip_mark_blanks(line, at);
      if (semicolon > 0) next = after_conjunction(line, next);
      const bool inside = next < line.size() && read_mark(line, next, mark) &&
                          may_stand_inside(mark) && mark.rest < line.size();
      if (!inside) continue;
      if (stands_inside(mark, colon > 0)) at = mark.rest;
    }
  }

  /// A number at the start of a line is an item whatever comes before it.
  void stands_first(const Mark& mark) {
    if (go_on(mark)) return;
    for (const Reading& reading : mark.readings) {
      if (reading.ordinal != 1 || open_.size() >= max_depth) continue;
      open_.push_back({reading, mark.closing, std::nullopt});
      return;
    }
    open_.clear();
  }

  bool stands_inside(const Mark& mark, bool behind_colon) {
    if (go_on(mark)) {
      cuts_.push_back({line_, mark.begin});
      return true;
    }
    if (!behind_colon) return false;
    for (const Reading& reading : mark.readings) {
      if (reading.ordinal != 1 || open_.size() >= max_depth) continue;
      open_.push_back({reading, mark.closing, Cut{line_, mark.begin}});
      return true;
    }
    return false;
  }

  bool go_on(const Mark& mark) {
    for (std::size_t depth = open_.size(); depth-- > 0;) {
      OpenList& list = open_[depth];
      for (const Reading& reading : mark.readings) {
        const bool next = list.closing == mark.closing && reading.numeral == list.reading.numeral &&
                          reading.ordinal == list.reading.ordinal + 1;
        if (!next) continue;
        if (list.unconfirmed) cuts_.push_back(*list.unconfirmed);
        list.unconfirmed.reset();
        list.reading = reading;
        open_.resize(depth + 1);
        return true;
      }
    }
    return false;
  }

  const std::vector<BodyLine>& lines_;
  std::size_t line_ = 0;
  std::vector<OpenList> open_;
  std::vector<Cut> cuts_;
};

}  // namespace

CutLines cut_inline_lists(const std::vector<BodyLine>& lines) {
  const std::vector<Cut> cuts = Cutter(lines).find();
  CutLines out;
  auto cut = cuts.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const MappedText& text = *lines[i].text;
    std::uint32_t from = 0;
    bool first = true;
    const auto add = [&](std::uint32_t to) {
      const auto end = text.text.find_last_not_of(" \t\n", to - 1) + 1;
      out.kept.push_back(text.substr(from, u32(end)));
      out.lines.push_back({&out.kept.back(), first && lines[i].starts_block, lines[i].quoted});
      first = false;
      from = to;
    };
    if (cut == cuts.end() || cut->line != i) {
      out.lines.push_back(lines[i]);
      continue;
    }
    for (; cut != cuts.end() && cut->line == i; ++cut) {
      if (cut->at > from) add(cut->at);
    }
    add(u32(text.text.size()));
  }
  return out;
}

}  // namespace pinlex
