// SPDX-License-Identifier: GPL-2.0-or-later
#include "data_tree.hpp"

#include <algorithm>

namespace pinlex {
namespace {

constexpr std::size_t max_depth = 64;
constexpr std::size_t max_values = 1'000'000;
constexpr std::size_t max_members = 1000;  // Of a map: names are looked up one by one.

}  // namespace

const DataNode* DataNode::member(std::string_view name) const {
  if (kind != Kind::map) return nullptr;
  const auto at = std::find(names.begin(), names.end(), name);
  return at == names.end() ? nullptr : &members[static_cast<std::size_t>(at - names.begin())];
}

bool DataTreeBuilder::expects_name() const {
  return inside_map() && open_.back().names.size() == open_.back().members.size();
}

void DataTreeBuilder::open(DataNode::Kind kind, std::uint32_t begin) {
  if (open_.size() == max_depth) {
    fault_ = "nested deeper than " + std::to_string(max_depth) + " levels";
    return;
  }
  DataNode node;
  node.kind = kind;
  node.begin = begin;
  open_.push_back(std::move(node));
}

void DataTreeBuilder::close() {
  DataNode node = std::move(open_.back());
  open_.pop_back();
  add(std::move(node));
}

void DataTreeBuilder::name(std::string name) {
  DataNode& map = open_.back();
  if (map.names.size() == max_members) {
    fault_ = "a record of more than " + std::to_string(max_members) + " members";
  } else if (map.member(name) != nullptr) {
    fault_ = "the member '" + name + "' stands twice";
  }
  map.names.push_back(std::move(name));
}

void DataTreeBuilder::scalar(MappedText text, std::uint32_t begin) {
  if (text.text.find('\0') != std::string::npos) fault_ = "there is a zero byte in a text";
  DataNode node;
  node.kind = DataNode::Kind::scalar;
  node.begin = begin;
  node.text = std::move(text);
  add(std::move(node));
}

void DataTreeBuilder::none() { add({}); }

void DataTreeBuilder::add(DataNode node) {
  if (++count_ > max_values) fault_ = "more than " + std::to_string(max_values) + " values";
  (open_.empty() ? values_ : open_.back().members).push_back(std::move(node));
}

}  // namespace pinlex
