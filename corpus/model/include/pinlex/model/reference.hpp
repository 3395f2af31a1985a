// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A provision that a text refers to, or a range of them.
struct ReferenceTarget {
  std::string eid;   ///< "art_14"; empty for the whole instrument.
  std::string last;  ///< Last eId of a range such as "Articles 2 to 11", else empty.

  friend bool operator==(const ReferenceTarget&, const ReferenceTarget&) = default;
};

/// Words of a text that refer to a provision, and what they refer to.
struct Reference {
  std::uint32_t text = 0;                ///< Index in Passage::texts.
  std::uint32_t begin = 0, end = 0;      ///< Bytes of that text.
  std::string instrument;                ///< Id of the instrument referred to.
  std::vector<ReferenceTarget> targets;  ///< At least one.

  friend bool operator==(const Reference&, const Reference&) = default;
};

/// Whether the target is the provision, lies in it, or is a range that holds it. The empty eId is
/// the whole instrument: everything lies in it.
bool refers_into(const ReferenceTarget& target, std::string_view eid);

/// Whether the eId lies between the ends of a range, or in one that does.
bool is_in_range(std::string_view eid, std::string_view first, std::string_view last);

/// What stands between two provisions whose last numbers are both whole or both single letters:
/// art_3, art_4 between art_2 and art_5. At most 1000; empty where it cannot be counted.
std::vector<std::string> between(std::string_view first, std::string_view last);

}  // namespace pinlex
