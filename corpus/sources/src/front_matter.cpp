// SPDX-License-Identifier: GPL-2.0-or-later
#include "front_matter.hpp"

#include <yaml-cpp/yaml.h>

#include <string>
#include <vector>

namespace pinlex {
namespace {

// Front matter is a few lines; what is longer is text between two rules, or an attack on the
// parser.
constexpr std::size_t max_length = 64 << 10;
constexpr std::size_t max_nesting = 32;

std::size_t line_end(std::string_view bytes, std::size_t at) {
  const auto end = bytes.find('\n', at);
  return end == std::string_view::npos ? bytes.size() : end;
}

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line;
}

/// yaml-cpp recurses as deep as the text nests.
bool nests_too_deep(std::string_view yaml) {
  std::size_t depth = 0;
  for (const char c : yaml) {
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && depth > 0) --depth;
    if (depth > max_nesting) return true;
  }
  return false;
}

std::string scalar(const YAML::Node& map, const char* key) {
  const YAML::Node node = map[key];
  return node && node.IsScalar() ? node.Scalar() : std::string();
}

std::vector<std::string> list(const YAML::Node& map, const char* key) {
  std::vector<std::string> out;
  const YAML::Node node = map[key];
  if (!node) return out;
  if (node.IsScalar()) out.push_back(node.Scalar());
  if (!node.IsSequence()) return out;
  for (const auto& element : node) {
    if (element.IsScalar()) out.push_back(element.Scalar());
  }
  return out;
}

std::string first_of(const YAML::Node& map, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    if (std::string value = scalar(map, key); !value.empty()) return value;
  }
  return {};
}

std::string first_address(const YAML::Node& map) {
  for (const char* key : {"address", "source", "url", "link"}) {
    const std::string value = scalar(map, key);
    if (value.starts_with("https://") || value.starts_with("http://")) return value;
  }
  return {};
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& one : names) out += (out.empty() ? "" : ", ") + one;
  return out;
}

Metadata metadata_of(const YAML::Node& map) {
  Metadata metadata;
  metadata.instrument = scalar(map, "instrument");
  metadata.kind = scalar(map, "kind");
  metadata.language = first_of(map, {"language", "lang"});
  metadata.edition = scalar(map, "edition");
  metadata.title = scalar(map, "title");
  metadata.address = first_address(map);
  metadata.author = joined(list(map, "author"));
  if (metadata.author.empty()) metadata.author = joined(list(map, "authors"));
  metadata.published = date_part(first_of(map, {"published", "date"}));
  metadata.as_of = date_part(scalar(map, "as_of"));
  metadata.retrieved = date_part(first_of(map, {"retrieved", "fetch_date"}));
  metadata.about = list(map, "about");
  return metadata;
}

/// Front matter as people write it: "title: Treaty: a first look" is no YAML, and clear all the
/// same. Only keys with a value on their own line are read, and the first of them: a node looks its
/// keys up one by one.
YAML::Node read_leniently(std::string_view lines) {
  static constexpr std::size_t max_keys = 100;
  YAML::Node map(YAML::NodeType::Map);
  for (std::size_t at = 0; at < lines.size() && map.size() < max_keys;) {
    const std::size_t end = line_end(lines, at);
    const std::string_view line = trimmed(lines.substr(at, end - at));
    const auto colon = line.find(": ");
    if (colon != std::string_view::npos && line.find_first_of(" \t-#\"'") >= colon) {
      const auto value = line.find_first_not_of(' ', colon + 1);
      map[std::string(line.substr(0, colon))] = std::string(line.substr(value));
    }
    at = end + 1;
  }
  return map;
}

}  // namespace

std::size_t front_matter_length(std::string_view bytes) {
  std::size_t at = line_end(bytes, 0);
  if (trimmed(bytes.substr(0, at)) != "---") return 0;
  while (at < bytes.size() && at < max_length) {
    const std::size_t begin = at + 1;
    at = line_end(bytes, begin);
    if (begin <= bytes.size() && trimmed(bytes.substr(begin, at - begin)) == "---") {
      return at < bytes.size() ? at + 1 : at;
    }
  }
  return 0;
}

std::string date_part(std::string_view text) {
  if (text.size() < 10) return {};
  for (std::size_t i = 0; i < 10; ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return {};
  }
  return std::string(text.substr(0, 10));
}

Result<Metadata> parse_front_matter(std::string_view front_matter) {
  if (nests_too_deep(front_matter)) {
    return fail(Code::inputs_refused, "1: the front matter nests too deep");
  }
  const std::size_t begin = line_end(front_matter, 0);
  const std::size_t end = front_matter.rfind("---");
  if (end <= begin) return Metadata{};
  const std::string_view lines = front_matter.substr(begin, end - begin);
  try {
    const YAML::Node map = YAML::Load(std::string(lines));
    return map.IsMap() ? metadata_of(map) : Metadata{};
  } catch (const YAML::Exception&) {
    return metadata_of(read_leniently(lines));
  }
}

}  // namespace pinlex
