// SPDX-License-Identifier: GPL-2.0-or-later
#include "outline.hpp"

#include "foreign_formats.hpp"

#include <pinlex/sources/reader.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace pinlex {
namespace {

std::string fault_of(const MappedText& text, std::string_view bytes) {
  std::uint32_t covered = 0;
  std::uint32_t behind = 0;
  for (const Segment& segment : text.segments) {
    if (segment.text != covered) return "a segment does not begin where the last one ends";
    if (segment.source < behind) return "segments do not ascend in the source";
    covered += segment.text_length;
    behind = segment.source + segment.source_length;
    if (behind > bytes.size()) return "a segment leaves the file";
    if (covered > text.text.size()) return "a segment leaves its text";
    const auto said = std::string_view(text.text).substr(segment.text, segment.text_length);
    const auto there = bytes.substr(segment.source, segment.source_length);
    // Bytes stand as they are; only white space may be other white space (a line break of one
    // byte).
    const auto same = [](char a, char b) {
      return a == b || ((a == '\n' || a == ' ') &&
                        std::string_view(" \t\r\n").find(b) != std::string_view::npos);
    };
    if (segment.bytewise() &&
        !std::equal(said.begin(), said.end(), there.begin(), there.end(), same)) {
      return "'" + std::string(said) + "' stands for '" + std::string(there) + "'";
    }
  }
  return covered == text.text.size() ? "" : "segments do not cover the text";
}

std::string faults_of(const Version& version, std::string_view bytes) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < version.provisions.size(); ++i) {
    const Provision& provision = version.provisions[i];
    if (provision.eid.empty() || !seen.insert(provision.eid).second)
      return "twice: " + provision.eid;
    if (provision.parent >= static_cast<std::int32_t>(i)) return "a parent comes after its child";
    for (const MappedText* text : {&provision.number, &provision.heading}) {
      if (auto fault = fault_of(*text, bytes); !fault.empty()) return provision.eid + ": " + fault;
    }
  }
  std::uint32_t behind = 0;
  for (const Piece& piece : version.pieces) {
    if (piece.provision >= version.provisions.size()) return "a piece of no provision";
    if (piece.text.empty()) return "a piece without words";
    if (auto fault = fault_of(piece.text, bytes); !fault.empty()) return "a piece: " + fault;
    // A footnote stands in the middle of what it belongs to.
    if (version.provisions[piece.provision].eid.find("__fn_") != std::string::npos) continue;
    const SourceRange range = piece.text.source();
    if (range.begin < behind) return "pieces do not ascend in the source";
    behind = range.end;
  }
  for (const Doubt& doubt : version.doubts) {
    if (doubt.offset > bytes.size()) return "a doubt outside of the file";
  }
  return "";
}

}  // namespace

Read read(std::string bytes, const std::string& name, const Catalogue& catalogue) {
  Read out;
  out.bytes = std::move(bytes);
  // No process of its own here.
  const bool foreign = format_of(out.bytes, name).caged;
  auto document = foreign ? read_foreign(out.bytes, name) : read_source(out.bytes, name);
  if (!document) FAIL("refused: " << document.error().message);
  out.document = std::move(*document);
  auto structured = find_structure(out.document, catalogue, "lamp", out.bytes);
  if (!structured) FAIL("refused: " << structured.error().message);
  out.structured = std::move(*structured);
  return out;
}

std::vector<std::string> eids(const Version& version) {
  std::vector<std::string> out;
  for (const Provision& provision : version.provisions) out.push_back(provision.eid);
  return out;
}

std::string words(const Version& version, std::string_view eid) {
  std::string out;
  bool found = false;
  for (std::size_t i = 0; i < version.provisions.size(); ++i) {
    if (version.provisions[i].eid != eid) continue;
    found = true;
    for (const Piece& piece : version.pieces) {
      if (piece.provision == i) out += (out.empty() ? "" : " | ") + piece.text.text;
    }
  }
  return found ? out : "(none)";
}

std::string faults(const Read& text) {
  for (const Version& version : text.structured.versions) {
    if (auto fault = faults_of(version, text.bytes); !fault.empty()) return fault;
  }
  std::uint64_t sum = text.structured.account.in_provisions + text.structured.account.unexplained;
  for (const auto& [reason, bytes] : text.structured.account.removed) sum += bytes;
  const auto& extracted = text.document.extracted;
  const std::size_t size = extracted ? extracted->text.size() : text.bytes.size();
  return sum == size ? "" : "the account does not add up to the file";
}

const Catalogue& lamp_catalogue() {
  static const Catalogue catalogue = [] {
    Catalogue out;
    const auto added = out.add_toml(
        "[[instrument]]\nid = \"lamp-7\"\nkind = \"treaty\"\nseries = \"LTS 7\"\n"
        "titles.en = \"Convention on Lighthouse Logs\"\n"
        "titles.nl = \"Verdrag inzake vuurtorenlogboeken\"\n"
        "[[instrument]]\nid = \"lamp-7-p1\"\nkind = \"protocol\"\nparent = \"lamp-7\"\n"
        "titles.en = \"Protocol to the Convention on Lighthouse Logs\"\n",
        "lamps.toml");
    REQUIRE(added);
    return out;
  }();
  return catalogue;
}

}  // namespace pinlex
