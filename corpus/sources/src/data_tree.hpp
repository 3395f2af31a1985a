// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/model/source.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// A value of a data file, with the bytes it stands in.
struct DataNode {
  enum class Kind : std::uint8_t { none, scalar, list, map };

  Kind kind = Kind::none;
  std::uint32_t begin = 0;         ///< Byte of the file.
  MappedText text;                 ///< Of a scalar: escapes undone, with the way back.
  std::vector<std::string> names;  ///< Of a map, one a member.
  std::vector<DataNode> members;   ///< Of a list or map.

  /// The member of a map, or null.
  const DataNode* member(std::string_view name) const;
};

/// The values of a file, one after another (lines of JSON, documents of YAML), and what of it could
/// not be read: "LINE: why".
struct DataFile {
  std::vector<DataNode> values;
  std::vector<std::string> refused;
};

/// A JSON value, or lines of JSON: there a line that is none is refused alone. The bytes must be
/// UTF-8. Fails (Code::inputs_refused, "LINE: why") for what is no JSON, nests deeper than 64
/// levels, or holds more than a million values or 1,000 members in one map.
Result<DataFile> parse_json(std::string_view bytes);

/// A stream of YAML documents; anchors are passed over and aliases refused. Fails as parse_json().
Result<DataFile> parse_yaml(std::string_view bytes);

/// Makes a tree from events; both parsers drive it.
class DataTreeBuilder {
 public:
  void open(DataNode::Kind kind, std::uint32_t begin);
  void close();
  void name(std::string name);
  void scalar(MappedText text, std::uint32_t begin);
  void none();

  /// Why the last event could not be taken, or empty; nothing more may be added then.
  const std::string& fault() const { return fault_; }
  bool inside_map() const { return !open_.empty() && open_.back().kind == DataNode::Kind::map; }
  bool expects_name() const;

  std::vector<DataNode> take() { return std::exchange(values_, {}); }

 private:
  void add(DataNode node);

  std::vector<DataNode> values_;
  std::vector<DataNode> open_;
  std::size_t count_ = 0;
  std::string fault_;
};

}  // namespace pinlex
