// SPDX-License-Identifier: GPL-2.0-or-later
#include "segments.hpp"

#include "bare_sections.hpp"
#include "numbering.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

/// A line under fewer articles than this is taken for their own words.
constexpr std::size_t least_repetitions = 5;

/// Shorter blocks that recur are numbers that stand alone.
constexpr std::size_t least_note_bytes = 20;

bool is_article(const Headings& headings, std::size_t block) {
  return headings[block] && headings[block]->level == Level::article;
}

bool is_loose_heading(const Document& document, const Headings& headings, std::size_t block) {
  return document.blocks[block].kind == BlockKind::heading && !headings[block];
}

bool begins_with_capital(std::string_view text) {
  if (text.empty()) return false;
  const auto byte = static_cast<unsigned char>(text[0]);
  const auto next = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0;
  if (byte == 0xC3) return next <= 0x9E;
  if (byte == 0xD0) return next >= 0x90 && next <= 0xAF;
  return byte >= 'A' && byte <= 'Z';
}

/// "§ 4 Lamps": an article's number and title with nothing between them, alone in their block; but
/// not "§ 4 of the Act", "§ 4 Abs. 2".
std::optional<HeadingLine> read_titled_article(std::string_view line) {
  static constexpr std::array<std::string_view, 6> parts{"Abs",    "Satz", "Nr",
                                                         "Nummer", "Para", "Sent"};
  constexpr std::size_t longest = 120;
  constexpr std::string_view endings = ".;:,";
  const bool opens = line.starts_with("§") || begins_with_capital(line);
  if (!opens || line.size() > longest || endings.find(line.back()) != std::string_view::npos) {
    return std::nullopt;
  }
  auto heading = read_heading(line, true);
  if (!heading || heading->abbreviation.empty() || heading->level != Level::article)
    return std::nullopt;
  const auto title = line.substr(heading->title_begin);
  const bool reference = std::any_of(
      parts.begin(), parts.end(), [&](std::string_view part) { return title.starts_with(part); });
  const bool repealed = title.size() > 2 && title.front() == '(' && title.back() == ')' &&
                        title.find_first_of("0123456789") == std::string_view::npos;
  return repealed || (begins_with_capital(title) && !reference) ? heading : std::nullopt;
}

/// Follows the articles of a document to see where their numbers begin again.
class RestartFinder {
 public:
  RestartFinder(const Document& document, const Headings& headings)
      : document_(document), headings_(headings) {}

  /// Blocks at which another text begins, ascending; the first block is none of them.
  std::vector<std::size_t> find() {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      note(i);
      if (!is_counted(i)) continue;
      const bool again = seen_any_ && !in_annex_ && headings_[i]->ordinal == 1 && highest_ > 1;
      if (again) starts.push_back(opening_ > last_article_ + 1 ? opening_ : i);
      highest_ = again ? 1 : std::max(highest_, headings_[i]->ordinal);
      seen_any_ = true;
      last_article_ = i;
      opening_ = i + 1;
      opening_is_fixed_ = false;
    }
    return starts;
  }

 private:
  /// Additional and final provisions have numbers of their own.
  bool is_counted(std::size_t i) const {
    return is_article(headings_, i) &&
           (headings_[i]->abbreviation == "art" || headings_[i]->abbreviation == "sec");
  }

  /// Remembers where a text that begins again would have begun: at the last title that follows
  /// words, before the chapters begin.
  void note(std::size_t i) {
    if (document_.blocks[i].kind != BlockKind::heading && !headings_[i]) {
      text_since_heading_ = true;
      return;
    }
    if (is_loose_heading(document_, headings_, i)) {
      if (!opening_is_fixed_ && text_since_heading_ && seen_any_) {
        in_annex_ = false;
        opening_ = i;
      }
    } else if (headings_[i]->level == Level::annex) {
      in_annex_ = true;
    } else if (!is_article(headings_, i)) {
      if (opening_ <= last_article_ + 1) opening_ = i;
      opening_is_fixed_ = true;
    }
    text_since_heading_ = false;
  }

  const Document& document_;
  const Headings& headings_;
  std::uint32_t highest_ = 0;
  std::size_t last_article_ = 0;
  std::size_t opening_ = 0;
  bool opening_is_fixed_ = false;  ///< A chapter has begun since the last article.
  bool text_since_heading_ = false;
  bool seen_any_ = false;
  bool in_annex_ = false;
};

/// Blocks whose heading is a title of the catalogue.
std::vector<std::size_t> titled_blocks(const Document& document, const Headings& headings,
                                       const Catalogue& catalogue) {
  std::vector<std::size_t> blocks;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (!is_loose_heading(document, headings, i)) continue;
    if (catalogue.find_title(document.blocks[i].text()).instrument != nullptr) blocks.push_back(i);
  }
  return blocks;
}

/// Finds the titles at the start of a segment: headings before any other block, the last one that
/// the catalogue knows, or else the last one, being the text's own.
void read_titles(const Document& document, const Headings& headings, const Catalogue& catalogue,
                 TextSegment& segment) {
  segment.body = segment.begin;
  while (segment.body < segment.end && is_loose_heading(document, headings, segment.body)) {
    const Block& block = document.blocks[segment.body++];
    const std::string text = block.text();
    const TitleMatch match = catalogue.find_title(text);
    const bool own = segment.match.instrument == nullptr;
    if (match.instrument == nullptr && !own) continue;
    segment.title = text;
    segment.match = match;
  }
}

/// Decides which headings are the basic units: articles where there are any, else what is marked §,
/// else sections. Groupings must not share the units' name in ids.
void settle_basic_units(Headings& headings) {
  const auto has = [&](Level level, std::string_view abbreviation) {
    return std::any_of(headings.begin(), headings.end(), [&](const auto& heading) {
      return heading && heading->level == level && heading->abbreviation == abbreviation;
    });
  };
  const bool articles = has(Level::article, "art");
  const bool marked = has(Level::article, "sec");
  for (auto& heading : headings) {
    if (!heading || heading->abbreviation != "sec") continue;
    if (articles) {
      heading->level = Level::section;
    } else if (!marked) {
      heading->level = Level::article;
    } else if (heading->level == Level::section) {
      heading->abbreviation = "dvs";
    }
  }
}

}  // namespace

Headings find_headings(const Document& document) {
  Headings headings(document.blocks.size());
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.quoted || block.kind == BlockKind::note) continue;
    const bool heading = block.kind == BlockKind::heading;
    if (!heading && block.lines.size() > 1) continue;
    const std::string_view line = block.lines.front().text;
    headings[i] = read_heading(line, heading);
    if (!heading && !headings[i]) headings[i] = read_titled_article(line);
  }
  settle_basic_units(headings);
  read_bare_sections(document, headings);
  return headings;
}

bool has_articles(const Headings& headings, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (is_article(headings, i)) return true;
  }
  return false;
}

std::vector<bool> find_editors_notes(const Document& document, const Headings& headings) {
  const auto& blocks = document.blocks;
  // First block under an article (behind its title), where another follows it.
  std::vector<std::size_t> first;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!is_article(headings, i)) continue;
    std::size_t at = i + 1;
    if (at < blocks.size() && is_loose_heading(document, headings, at)) ++at;
    const bool followed = at + 1 < blocks.size() && blocks[at].kind == BlockKind::paragraph &&
                          blocks[at + 1].kind == BlockKind::paragraph;
    if (!followed || blocks[at].lines.size() > 1) continue;
    const std::string_view line = blocks[at].lines.front().text;
    Mark mark;
    // What has a number or leads to a list is the text's own, however often it says so.
    const bool own = line.ends_with(':') || read_mark(line, 0, mark);
    if (!own && line.size() >= least_note_bytes) first.push_back(at);
  }
  std::map<std::string_view, std::size_t> times;
  for (const std::size_t at : first) ++times[blocks[at].lines.front().text];
  std::vector<bool> notes(blocks.size(), false);
  for (const std::size_t at : first) {
    notes[at] = times[blocks[at].lines.front().text] >= least_repetitions;
  }
  return notes;
}

std::vector<TextSegment> find_segments(const Document& document, const Headings& headings,
                                       const Catalogue& catalogue) {
  const std::size_t count = document.blocks.size();
  std::vector<std::size_t> starts = RestartFinder(document, headings).find();
  for (const std::size_t block : titled_blocks(document, headings, catalogue))
    starts.push_back(block);
  starts.push_back(0);
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  std::vector<TextSegment> segments;
  for (std::size_t i = starts.size(); i-- > 0;) {
    const std::size_t end = segments.empty() ? count : segments.back().begin;
    // A start passed over has no article behind it, so that each block is looked at once.
    const std::size_t next = i + 1 < starts.size() ? starts[i + 1] : count;
    // What holds no article of its own is the title page of the text that follows it, or the tail
    // of the one before.
    const bool alone = has_articles(headings, starts[i], next) || starts[i] == 0;
    if (!alone) continue;
    TextSegment segment;
    segment.begin = starts[i];
    segment.end = end;
    segments.push_back(segment);
  }
  std::reverse(segments.begin(), segments.end());
  if (segments.size() > 1 && !has_articles(headings, 0, segments[0].end)) {
    segments[1].begin = 0;
    segments.erase(segments.begin());
  }
  for (TextSegment& segment : segments) read_titles(document, headings, catalogue, segment);
  return segments;
}

}  // namespace pinlex
