// SPDX-License-Identifier: GPL-2.0-or-later
#include "side_by_side.hpp"

#include "text_parts.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

constexpr std::string_view divider = " │ ";
constexpr std::size_t divider_width = 3;
constexpr std::size_t narrowest = 36;

std::size_t column_width(const TextStyle& style, std::size_t columns) {
  const std::size_t dividers = divider_width * (columns - 1);
  return style.width > dividers ? (style.width - dividers) / columns : 0;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

/// The width of a line that was set, without its colours.
std::size_t visible_width(std::string_view line) {
  std::string bare;
  while (!line.empty()) {
    const auto colour = line.find('\x1b');
    bare += line.substr(0, colour);
    if (colour == std::string_view::npos) break;
    line.remove_prefix(std::min(line.find('m', colour), line.size() - 1) + 1);
  }
  return width_of(bare);
}

/// Puts cells beside each other.
void put_row(std::string& out, const std::vector<std::string>& cells, std::size_t width) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 0;
  for (const std::string& cell : cells) {
    lines.push_back(lines_of(cell));
    height = std::max(height, lines.back().size());
  }
  for (std::size_t y = 0; y < height; ++y) {
    std::string row;
    for (std::size_t x = 0; x < lines.size(); ++x) {
      const std::string cell = y < lines[x].size() ? lines[x][y] : std::string();
      if (x > 0) row += divider;
      row += cell;
      const std::size_t used = visible_width(cell);
      if (x + 1 < lines.size() && used < width) row.append(width - used, ' ');
    }
    while (!row.empty() && row.back() == ' ') row.pop_back();
    out += row + "\n";
  }
}

/// A run of words by its provision, and the how-manieth of it.
using RowKey = std::pair<std::string, std::uint32_t>;

std::vector<RowKey> keys_of(const Hit& version) {
  std::vector<RowKey> keys;
  std::map<std::string, std::uint32_t> runs;
  for (const ShownText& text : version.texts) keys.push_back({text.eid, runs[text.eid]++});
  return keys;
}

/// The rows of all versions: those of the first, and what only others have after what it follows.
std::vector<RowKey> rows_of(const std::vector<std::vector<RowKey>>& versions) {
  std::vector<RowKey> rows;
  for (const auto& keys : versions) {
    auto after = rows.begin();
    for (const RowKey& key : keys) {
      const auto there = std::find(rows.begin(), rows.end(), key);
      after = there != rows.end() ? there + 1 : rows.insert(after, key) + 1;
    }
  }
  return rows;
}

}  // namespace

bool columns_fit(const TextStyle& style, std::size_t columns) {
  return columns > 1 && column_width(style, columns) >= narrowest;
}

std::string side_by_side(const std::vector<const Hit*>& versions, const TextStyle& style) {
  TextStyle narrow = style;
  narrow.width = static_cast<std::uint32_t>(column_width(style, versions.size()));
  std::string out;
  std::vector<std::string> cells;
  std::vector<TextSetter> setters;
  std::vector<std::vector<RowKey>> keys;
  for (const Hit* version : versions) {
    TextLayout layout(narrow);
    put_names(layout, *version);
    layout.gap();
    cells.push_back(layout.take());
    setters.emplace_back(version->texts);
    keys.push_back(keys_of(*version));
  }
  put_row(out, cells, narrow.width);
  for (const RowKey& row : rows_of(keys)) {
    for (std::size_t i = 0; i < versions.size(); ++i) {
      TextLayout layout(narrow);
      const auto at = std::find(keys[i].begin(), keys[i].end(), row) - keys[i].begin();
      const auto& texts = versions[i]->texts;
      if (at < std::ssize(texts)) setters[i].put(layout, texts[static_cast<std::size_t>(at)]);
      cells[i] = layout.take();
    }
    put_row(out, cells, narrow.width);
  }
  TextLayout sources(style);
  for (const Hit* version : versions) {
    sources.gap();
    put_source(sources, *version);
  }
  return out + sources.take();
}

}  // namespace pinlex
