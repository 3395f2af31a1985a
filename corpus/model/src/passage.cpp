// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/eid.hpp>
#include <pinlex/model/passage.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

namespace pinlex {
namespace {

bool is_root(const Version& version, std::size_t index) {
  const Provision& provision = version.provisions[index];
  if (provision.level == Level::article) return true;
  if (is_grouping(provision.level)) return false;
  return provision.parent < 0 ||
         !is_within(provision.eid,
                    version.provisions[static_cast<std::size_t>(provision.parent)].eid);
}

/// For each provision the one that its passage is named after; groupings hold their own words.
std::vector<std::size_t> roots_of(const Version& version) {
  std::vector<std::size_t> root(version.provisions.size());
  for (std::size_t i = 0; i < root.size(); ++i) {
    const Provision& provision = version.provisions[i];
    const bool own = is_root(version, i) || is_grouping(provision.level) || provision.parent < 0;
    root[i] = own ? i : root[static_cast<std::size_t>(provision.parent)];
  }
  return root;
}

/// Words by white space; where there is none, three bytes of UTF-8 and half a word a character.
std::uint32_t count_words(std::string_view text) {
  std::uint32_t words = 0;
  std::uint32_t dense = 0;
  bool inside = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool space = byte <= ' ';
    if (!space && !inside) ++words;
    inside = !space;
    if (byte >= 0xE3 && byte <= 0xE9) ++dense;
  }
  return words + dense / 2;
}

std::string printed(const MappedText& text) { return text.text; }

std::vector<Ancestor> ancestors_of(const Version& version, std::size_t root) {
  std::vector<Ancestor> out;
  for (std::int32_t i = version.provisions[root].parent; i >= 0;) {
    const Provision& above = version.provisions[static_cast<std::size_t>(i)];
    out.push_back({above.eid, printed(above.number), printed(above.heading)});
    i = above.parent;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

/// The provisions and pieces of one passage before it is cut into parts.
struct Whole {
  std::size_t root = 0;
  std::vector<std::size_t> provisions;  ///< The root first.
  std::vector<std::size_t> pieces;
};

std::vector<Whole> gather(const Version& version) {
  const auto root = roots_of(version);
  std::vector<Whole> wholes;
  std::map<std::size_t, std::size_t> by_root;
  for (std::size_t i = 0; i < root.size(); ++i) {
    const auto [found, fresh] = by_root.try_emplace(root[i], wholes.size());
    if (fresh) wholes.push_back({root[i], {}, {}});
    wholes[found->second].provisions.push_back(i);
  }
  for (std::size_t i = 0; i < version.pieces.size(); ++i) {
    wholes[by_root[root[version.pieces[i].provision]]].pieces.push_back(i);
  }
  return wholes;
}

/// The child of the root that a provision lies in, or the root itself.
std::size_t top_child(const Version& version, std::size_t root, std::size_t index) {
  while (index != root && version.provisions[index].parent >= 0 &&
         static_cast<std::size_t>(version.provisions[index].parent) != root) {
    index = static_cast<std::size_t>(version.provisions[index].parent);
  }
  return index;
}

/// Runs of pieces that stay together, filled up to the limit of words.
std::vector<std::vector<std::size_t>> cut(const Version& version, const Whole& whole,
                                          std::uint32_t limit) {
  std::vector<std::vector<std::size_t>> parts(1);
  std::uint32_t words = 0;
  std::size_t last_child = whole.root;
  for (const std::size_t piece : whole.pieces) {
    const std::size_t child = top_child(version, whole.root, version.pieces[piece].provision);
    const bool may_cut = child != last_child && child != whole.root;
    if (may_cut && words >= limit) {
      parts.emplace_back();
      words = 0;
    }
    words += count_words(version.pieces[piece].text.text);
    parts.back().push_back(piece);
    last_child = child;
  }
  return parts;
}

Unit unit_of(const Provision& provision, std::int32_t parent) {
  return {provision.eid,
          provision.level,
          parent,
          printed(provision.number),
          printed(provision.heading),
          hull(provision.number.source(), provision.heading.source())};
}

/// One part: the root, the provisions its pieces are in, and all between.
Passage part_of(const Version& version, const Whole& whole, const std::vector<std::size_t>& pieces,
                bool only) {
  std::set<std::size_t> wanted{whole.root};
  if (only) wanted.insert(whole.provisions.begin(), whole.provisions.end());
  for (const std::size_t piece : pieces) {
    for (std::size_t i = version.pieces[piece].provision; i != whole.root;) {
      wanted.insert(i);
      i = static_cast<std::size_t>(version.provisions[i].parent);
    }
  }
  Passage passage;
  passage.eid = version.provisions[whole.root].eid;
  passage.ancestors = ancestors_of(version, whole.root);
  std::map<std::size_t, std::uint32_t> unit;
  for (const std::size_t i : wanted) {
    const auto parent = version.provisions[i].parent;
    const bool below = i != whole.root;
    unit[i] = static_cast<std::uint32_t>(passage.units.size());
    passage.units.push_back(
        unit_of(version.provisions[i],
                below ? static_cast<std::int32_t>(unit[static_cast<std::size_t>(parent)]) : -1));
  }
  for (const std::size_t piece : pieces) {
    passage.texts.push_back({unit[version.pieces[piece].provision], version.pieces[piece].text});
  }
  return passage;
}

}  // namespace

SourceRange Passage::source() const {
  SourceRange range;
  for (const Unit& unit : units) range = hull(range, unit.source);
  for (const UnitText& text : texts) range = hull(range, text.text.source());
  return range;
}

std::vector<Passage> passages_of(const Version& version) {
  std::vector<Passage> out;
  for (const Whole& whole : gather(version)) {
    const Provision& root = version.provisions[whole.root];
    if (is_grouping(root.level) && whole.pieces.empty()) continue;
    const auto limit = root.level == Level::heading ? commentary_passage_words : max_passage_words;
    const auto parts = cut(version, whole, limit);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      out.push_back(part_of(version, whole, parts[i], parts.size() == 1));
      out.back().part = static_cast<std::uint32_t>(i);
      out.back().parts = static_cast<std::uint32_t>(parts.size());
    }
  }
  return out;
}

}  // namespace pinlex
