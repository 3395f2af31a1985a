// SPDX-License-Identifier: GPL-2.0-or-later
#include "version_builder.hpp"

#include <pinlex/model/eid.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace pinlex {
namespace {

/// The number of a unit as its eId has it: "Article 5" is 5, "(a)" is a, "SEC. 12." is 12.
std::string number_in_eid(const MappedText& printed) {
  static constexpr std::string_view blanks = " \n";
  const std::string_view text = printed.text;
  if (const auto heading = read_heading(text, true)) return heading->number;
  const auto end = text.find_last_not_of(blanks);
  if (end == std::string_view::npos) return {};
  const auto begin = text.find_last_of(blanks, end);
  return eid_number(text.substr(begin == std::string_view::npos ? 0 : begin + 1));
}

/// "(a)" counts points, also where it stands directly below an article.
bool counts_points(std::string_view printed) {
  const auto first = printed.find_first_not_of("( \"“");
  return first != std::string_view::npos && printed[first] >= 'a' && printed[first] <= 'z';
}

class DeclaredBuilder {
 public:
  explicit DeclaredBuilder(Version& version) : builder_(version) {}

  void add(const Block& block) {
    if (block.unit) open(*block.unit, block);
    if (block.lines.empty()) return;
    if (block.kind == BlockKind::note) {
      notes_.emplace_back(owner_of(block), &block);
    } else if (!open_.empty() && open_.back().numbered) {
      bool first = true;
      for (const MappedText& line : block.lines) {
        lines_.push_back({&line, first, block.quoted});
        first = false;
      }
    } else {
      builder_.add_piece(owner_of(block), joined_lines(block));
    }
  }

  /// Gives the words gathered to the unit that is open.
  void finish() {
    if (!lines_.empty()) builder_.add_body(open_.back().provision, find_numbering(lines_));
    lines_.clear();
    for (const auto& [owner, note] : notes_) builder_.add_note(owner, *note);
    notes_.clear();
  }

 private:
  struct OpenUnit {
    std::int32_t provision = -1;
    std::uint16_t depth = 0;
    bool numbered = false;
  };

  void open(const DeclaredUnit& unit, const Block& block) {
    finish();
    while (!open_.empty() && open_.back().depth >= block.depth) open_.pop_back();
    Provision provision;
    const bool point = unit.eid.empty() && unit.name == "para" && counts_points(unit.number.text);
    provision.level = point ? Level::point : unit.level;
    provision.parent = open_.empty() ? -1 : open_.back().provision;
    provision.eid = unit.eid;
    if (unit.eid.empty()) {
      provision.eid = make_eid(unit, point ? "point" : unit.name, provision.parent);
    }
    provision.number = unit.number;
    provision.heading = unit.heading;
    const auto& place = unit.number.empty() ? unit.heading : unit.number;
    const std::uint32_t offset =
        place.empty() && !block.lines.empty() ? block.begin() : place.source().begin;
    open_.push_back({builder_.add(std::move(provision), offset), block.depth, unit.numbered});
  }

  std::string make_eid(const DeclaredUnit& unit, const std::string& name, std::int32_t parent) {
    std::string eid = named_after(unit, parent);
    if (!eid.empty()) eid += "__";
    eid += name.empty() ? "hdg" : name;
    std::string number = number_in_eid(unit.number);
    const bool single = unit.level == Level::preamble || unit.level == Level::conclusions ||
                        unit.level == Level::annex;
    if (number.empty() && !single) number = std::to_string(++counted_[eid]);
    return number.empty() ? eid : eid + "_" + number;
  }

  /// Groupings are no part of the id of an article or recital, annexes are.
  std::string named_after(const DeclaredUnit& unit, std::int32_t parent) const {
    const bool basic = unit.level == Level::article || unit.level == Level::heading ||
                       unit.name == "rec" || under_heading(parent);
    while (basic && parent >= 0 && builder_.provision(parent).level != Level::annex) {
      parent = builder_.provision(parent).parent;
    }
    return parent < 0 ? std::string() : builder_.provision(parent).eid;
  }

  /// Numbered paragraphs of a report are named by their numbers alone.
  bool under_heading(std::int32_t parent) const {
    return parent >= 0 && builder_.provision(parent).level == Level::heading;
  }

  std::int32_t owner_of(const Block& block) {
    if (open_.empty()) open_preamble();
    if (block.depth == 0) return open_.back().provision;
    const auto above = std::find_if(open_.rbegin(), open_.rend(), [&](const OpenUnit& unit) {
      return unit.depth <= block.depth;
    });
    return above == open_.rend() ? open_.front().provision : above->provision;
  }

  void open_preamble() {
    Provision provision;
    provision.level = Level::preamble;
    provision.eid = "preamble";
    open_.push_back({builder_.add(std::move(provision), 0), 1, false});
  }

  VersionBuilder builder_;
  std::vector<OpenUnit> open_;
  std::vector<BodyLine> lines_;
  std::vector<std::pair<std::int32_t, const Block*>> notes_;
  std::map<std::string, std::uint32_t> counted_;
};

}  // namespace

void build_declared(const Document& document, Version& version) {
  DeclaredBuilder builder(version);
  for (const Block& block : document.blocks) builder.add(block);
  builder.finish();
}

}  // namespace pinlex
