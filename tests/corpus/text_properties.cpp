// SPDX-License-Identifier: GPL-2.0-or-later
#include "segmenter.hpp"
#include "token_properties.hpp"

#include <pinlex/text/analyser.hpp>
#include <pinlex/text/language.hpp>
#include <pinlex/text/repair.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

// The Markdown and plain text files of the shared corpus, in order; none where it is absent.
const std::vector<fs::path>& shared_files() {
  static const std::vector<fs::path> files = [] {
    std::vector<fs::path> found;
    const fs::path root = fs::path(PINLEX_SOURCE_DIR) / ".." / "shared" / "corpus";
    if (!fs::is_directory(root)) return found;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      const std::string extension = entry.path().extension().string();
      if (extension == ".md" || extension == ".txt") found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
  }();
  return files;
}

bool corpus_is_absent() {
  if (!shared_files().empty()) return false;
  WARN("skipped: ../shared/corpus is not there");
  return true;
}

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The first word where two ways to cut a text differ, or nothing.
std::string difference(const std::vector<WordSegment>& left,
                       const std::vector<WordSegment>& right) {
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    if (i >= left.size() || i >= right.size()) return "a word more at " + std::to_string(i);
    if (left[i].begin != right[i].begin || left[i].end != right[i].end) {
      return "bytes " + std::to_string(left[i].begin) + " and " + std::to_string(right[i].begin);
    }
  }
  return {};
}

TEST_CASE("the table cuts every shared text as ICU does") {
  if (corpus_is_absent()) return;
  for (const fs::path& path : shared_files()) {
    const std::string text = repair(content_of(path)).text;
    for (const std::string& language : {guess_language(text).language, std::string("sv")}) {
      Segmenter segmenter(language);
      std::vector<WordSegment> by_table, by_icu;
      segmenter.segment(text, by_table);
      segmenter.segment_by_icu(text, by_icu);
      INFO(path << " as " << language);
      CHECK(difference(by_table, by_icu) == "");
      CHECK_FALSE(by_icu.empty());
    }
  }
}

TEST_CASE("the table cuts every shared text as ICU does before repair, too") {
  if (corpus_is_absent()) return;
  Segmenter segmenter("en");
  std::vector<WordSegment> by_table, by_icu;
  for (const fs::path& path : shared_files()) {
    const std::string text = content_of(path);
    by_table.clear();
    by_icu.clear();
    segmenter.segment(text, by_table);
    segmenter.segment_by_icu(text, by_icu);
    INFO(path);
    CHECK(difference(by_table, by_icu) == "");
  }
}

TEST_CASE("every shared text has tokens with exact ranges, each the same token alone") {
  if (corpus_is_absent()) return;
  for (const fs::path& path : shared_files()) {
    const std::string text = content_of(path);
    Analyser analyser(guess_language(text).language);
    INFO(path << " as " << analyser.language());
    CHECK(broken_property(analyser, text) == "");
  }
}

TEST_CASE("repair of every shared text is idempotent") {
  if (corpus_is_absent()) return;
  for (const fs::path& path : shared_files()) {
    const std::string once = repair(content_of(path)).text;
    const Repaired again = repair(once);
    INFO(path);
    CHECK(again.origin.empty());
    CHECK(again.text == once);
  }
}

}  // namespace
}  // namespace pinlex
