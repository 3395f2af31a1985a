// SPDX-License-Identifier: GPL-2.0-or-later
#include "version_builder.hpp"

#include <pinlex/model/eid.hpp>

#include <algorithm>
#include <utility>

namespace pinlex {

std::int32_t VersionBuilder::add(Provision provision, std::uint32_t offset) {
  const std::uint32_t times = ++seen_[provision.eid];
  if (times > 1) {
    doubt(offset, provision.eid + " is there already");
    provision.eid += "~" + std::to_string(times);
  }
  version_.provisions.push_back(std::move(provision));
  return static_cast<std::int32_t>(version_.provisions.size()) - 1;
}

void VersionBuilder::add_piece(std::int32_t provision, MappedText text) {
  version_.pieces.push_back({static_cast<std::uint32_t>(provision), std::move(text)});
}

void VersionBuilder::add_body(std::int32_t root, NumberedBody body) {
  std::vector<std::int32_t> index(body.nodes.size());
  for (std::size_t i = 0; i < body.nodes.size(); ++i) {
    NumberedNode& node = body.nodes[i];
    Provision provision;
    provision.parent = node.parent < 0 ? root : index[static_cast<std::size_t>(node.parent)];
    provision.level = node.level;
    provision.eid = this->provision(provision.parent).eid +
                    (node.level == Level::paragraph ? "__para_" : "__point_") + node.number;
    const std::uint32_t offset = node.printed.source().begin;
    provision.number = std::move(node.printed);
    index[i] = add(std::move(provision), offset);
  }
  for (NumberedPiece& piece : body.pieces) {
    add_piece(piece.node < 0 ? root : index[static_cast<std::size_t>(piece.node)],
              std::move(piece.text));
  }
  for (Doubt& doubt : body.doubts) {
    doubt.message = provision(root).eid + ": " + doubt.message;
    version_.doubts.push_back(std::move(doubt));
  }
}

void VersionBuilder::add_note(std::int32_t provision, const Block& note) {
  while (this->provision(provision).parent >= 0 &&
         (this->provision(provision).level == Level::paragraph ||
          this->provision(provision).level == Level::point)) {
    provision = this->provision(provision).parent;
  }
  const MappedText text = joined_lines(note);
  const auto end = std::min(text.text.find_first_of(" \n"), text.text.size());
  const auto first = std::string_view(text.text).substr(0, end);
  // "3", "12)", "(a)", but not the first word of a note without a number.
  const bool printed = end <= 8 && (first.find_first_of("0123456789") != std::string_view::npos ||
                                    (first.size() <= 3 && first.ends_with(')')));
  std::string number = printed ? eid_number(first) : std::string();
  if (number.empty()) number = std::to_string(++notes_[provision]);
  Provision added;
  added.parent = provision;
  added.level = Level::point;
  added.eid = this->provision(provision).eid + "__fn_" + number;
  const auto length = static_cast<std::uint32_t>(text.text.size());
  const auto begin = printed ? static_cast<std::uint32_t>(end) : 0;
  added.number = text.substr(0, begin);
  const std::int32_t owner = add(std::move(added), text.source().begin);
  const auto words = std::min(text.text.find_first_not_of(" \n", begin), text.text.size());
  if (words < length) add_piece(owner, text.substr(static_cast<std::uint32_t>(words), length));
}

void VersionBuilder::doubt(std::uint32_t offset, std::string message) {
  version_.doubts.push_back({offset, std::move(message)});
}

MappedText joined_lines(const Block& block) {
  MappedText text;
  for (const MappedText& line : block.lines) {
    if (!text.empty()) text.append_decoded("\n", {text.source().end, line.source().begin});
    text.append(line);
  }
  return text;
}

}  // namespace pinlex
