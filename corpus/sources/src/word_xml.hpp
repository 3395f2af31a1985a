// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pugixml.hpp>

#include <string_view>

namespace pinlex {

/// The name of an element or attribute without its prefix: programs that write Word files choose
/// their own.
inline std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  const auto colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

inline bool is_named(pugi::xml_node node, std::string_view name) {
  return local_name(node.name()) == name;
}

inline pugi::xml_node child_of(pugi::xml_node node, std::string_view name) {
  return node.find_child([&](pugi::xml_node child) { return is_named(child, name); });
}

inline std::string_view attribute_of(pugi::xml_node node, std::string_view name) {
  return node
      .find_attribute(
          [&](pugi::xml_attribute attribute) { return local_name(attribute.name()) == name; })
      .value();
}

/// The value of a property: <w:NAME w:val="…"/>; empty where it is not there.
inline std::string_view value_of(pugi::xml_node node, std::string_view name) {
  return attribute_of(child_of(node, name), "val");
}

/// A property that is there and not switched off.
inline bool is_on(pugi::xml_node node, std::string_view name) {
  const pugi::xml_node property = child_of(node, name);
  if (!property) return false;
  const std::string_view value = attribute_of(property, "val");
  return value != "0" && value != "false" && value != "off";
}

}  // namespace pinlex
