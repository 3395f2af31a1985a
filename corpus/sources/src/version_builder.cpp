// SPDX-License-Identifier: GPL-2.0-or-later
#include "version_builder.hpp"

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
