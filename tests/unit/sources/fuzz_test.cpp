// SPDX-License-Identifier: GPL-2.0-or-later
#include "outline.hpp"

#include <pinlex/model/passage.hpp>
#include <pinlex/sources/reader.hpp>

#include <catch2/catch.hpp>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace pinlex;

namespace {

const std::vector<std::string_view> scraps{
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\t",
    "lamp",
    "Keepers write",
    "1. ",
    "2. ",
    "3.",
    "(a) ",
    "b) ",
    "(i)",
    "ii. ",
    "# ",
    "####",
    "Article 1",
    "Article 2",
    "Artikel 3",
    "CHAPTER I",
    "Annex ",
    "§ 5",
    "> ",
    "- ",
    "* ",
    "**",
    "_",
    "`",
    "```",
    "~~~",
    "[",
    "](x)",
    "![",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<sup>",
    "2</sup>",
    "&amp;",
    "&#x41;",
    "|",
    "|---|",
    "---",
    "===",
    ":",
    ".",
    ";",
    "\\",
    "\xC3\xA9",
    "\xE6\xB3\x95",
    "\xEF\xBB\xBF",
    "\xC2\xA0",
    "Done at Urk",
    "Preamble",
    "title: x",
    "<div>",
    "</div>",
    "    ",
    "4 bis. ",
    "[a]: b",
    "<br>",
    "bis",
};

std::string random_markdown(std::mt19937& random) {
  std::string out;
  const auto count = 1 + random() % 60;
  for (std::uint32_t i = 0; i < count; ++i) out += scraps[random() % scraps.size()];
  return out;
}

std::string random_bytes(std::mt19937& random) {
  std::string out(random() % 80, '\0');
  for (char& c : out) c = static_cast<char>(random() % 256);
  return out;
}

/// Reads if it can be read; returns what is wrong.
std::string fault_of(const std::string& bytes, const std::string& name) {
  auto document = read_source(bytes, name);
  if (!document) return document.error().message.empty() ? "no reason given" : "";
  for (const Block& block : document->blocks) {
    if (block.lines.empty()) return "a block without lines";
    for (const MappedText& line : block.lines) {
      if (line.empty()) return "an empty line";
    }
  }
  auto structured = find_structure(*document, lamp_catalogue(), "lamp", bytes);
  if (!structured) return structured.error().message.empty() ? "no reason given" : "";
  for (const Version& version : structured->versions) {
    std::size_t texts = 0;
    for (const Passage& passage : passages_of(version)) {
      texts += passage.texts.size();
      if (passage.source().end > bytes.size()) return "a passage leaves the file";
    }
    if (texts != version.pieces.size()) return "a piece is in no passage, or in two";
  }
  return faults({bytes, std::move(*document), std::move(*structured)});
}

void try_all(const char* name, std::string (*make)(std::mt19937&), int times) {
  std::mt19937 random(20240809);
  for (int i = 0; i < times; ++i) {
    const std::string bytes = make(random);
    const std::string fault = fault_of(bytes, name);
    if (!fault.empty()) FAIL(fault << " in <<<" << bytes << ">>>");
  }
  SUCCEED();
}

}  // namespace

TEST_CASE("random bytes are refused or read, with every range inside the file") {
  try_all("lamp.md", random_bytes, 4000);
  try_all("lamp.txt", random_bytes, 4000);
  try_all("lamp", random_bytes, 4000);
}

TEST_CASE("random Markdown keeps its ranges in order, and no byte is counted twice") {
  try_all("lamp.md", random_markdown, 20'000);
}

TEST_CASE("random plain text keeps its ranges in order") {
  try_all("lamp.txt", random_markdown, 10'000);
}
