// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pugixml.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace pinlex {

/// Which list a paragraph is in, and at what level.
struct ListPlace {
  int list = 0;
  std::optional<int> level;  ///< 0 the outermost; unknown where a style names the list alone.
};

/// The numbers that Word prints before paragraphs and never writes down: computed from the lists in
/// numbering.xml, paragraph after paragraph in the order of the text.
class WordNumbering {
 public:
  /// `numbering` is the root of numbering.xml; none for a file without lists.
  explicit WordNumbering(pugi::xml_node numbering);

  /// The number of the next paragraph, with what is printed around it ("§ 3", "(b)", "1.2."); empty
  /// where the list prints none. `style` is the paragraph's, by which some lists know their level.
  std::string next(ListPlace place, std::string_view style);

 private:
  static constexpr int levels = 9;

  struct ListLevel {
    std::uint32_t start = 1;
    std::string format = "decimal";
    std::string text;
    std::string style;
    std::optional<int> restart;  ///< Level (1 the outermost) whose numbers begin this one again.
    bool legal = false;          ///< All numbers of the line in decimals.
  };
  using Levels = std::array<ListLevel, levels>;
  struct List {
    int abstract = -1;
    Levels shown;
    std::array<std::optional<std::uint32_t>, levels> start;  ///< Begins anew at its first use.
    bool used = false;
  };
  struct Counter {
    std::array<std::uint32_t, levels> value{};
    std::array<bool, levels> running{};
  };

  static ListLevel read_level(pugi::xml_node node);
  static void read_levels(pugi::xml_node parent, Levels& into);
  static int level_for(const List& list, const ListPlace& place, std::string_view style);
  static void count(const List& list, int level, Counter& counter);
  static std::string shown(const List& list, int level, const Counter& counter);

  std::map<int, List> lists_;
  std::map<int, Counter> counters_;  ///< By abstract list: lists made of one go on counting.
};

/// A number as a list prints it, by the name of the format in the file ("lowerRoman"); decimal
/// where the name is not known.
std::string list_number(std::uint32_t value, std::string_view format);

}  // namespace pinlex
