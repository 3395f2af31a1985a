// SPDX-License-Identifier: GPL-2.0-or-later
#include "structure_corpus.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/sources/reader.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

fs::path corpus() { return fs::path(PINLEX_SOURCE_DIR) / ".." / "shared" / "corpus"; }

const Catalogue& catalogue() {
  static const Catalogue loaded = [] {
    Catalogue out;
    const fs::path folder = fs::path(PINLEX_SOURCE_DIR) / "corpus" / "data" / "catalogue";
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() != ".toml") continue;
      const auto toml = read_file(entry.path(), max_source_bytes);
      REQUIRE(toml);
      const auto added = out.add_toml(*toml, entry.path().string());
      if (!added) FAIL(added.error().message);
    }
    return out;
  }();
  return loaded;
}

}  // namespace

bool corpus_is_there() {
  if (fs::is_directory(corpus() / "treaties")) return true;
  WARN("skipped: there is no corpus at ../shared/corpus");
  return false;
}

std::vector<std::string> corpus_files(const std::string& folder,
                                      const std::vector<std::string>& endings) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(corpus() / folder)) {
    const bool wanted =
        std::find(endings.begin(), endings.end(), entry.path().extension()) != endings.end();
    if (entry.is_regular_file() && wanted) {
      files.push_back(entry.path().lexically_relative(corpus()).generic_string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string corpus_bytes(const std::string& file) {
  auto bytes = read_file(corpus() / file, max_source_bytes);
  if (!bytes) FAIL(bytes.error().message);
  return std::move(*bytes);
}

CorpusText read_corpus_text(const std::string& file) {
  CorpusText text;
  text.file = file;
  text.bytes = corpus_bytes(file);
  auto document = read_source(text.bytes, file);
  if (!document) FAIL(file << ":" << document.error().message);
  text.document = std::move(*document);
  auto structured =
      find_structure(text.document, catalogue(), fs::path(file).stem().string(), text.bytes);
  if (!structured) FAIL(file << ":" << structured.error().message);
  text.structured = std::move(*structured);
  return text;
}

const Version& CorpusText::version(const std::string& instrument,
                                   const std::string& language) const {
  const Version* found = nullptr;
  for (const Version& one : structured.versions) {
    if (one.instrument != instrument || one.language != language) continue;
    if (found != nullptr) FAIL(file << " holds " << instrument << "@" << language << " twice");
    found = &one;
  }
  if (found == nullptr) FAIL(file << " holds no " << instrument << "@" << language);
  return *found;
}

}  // namespace pinlex
