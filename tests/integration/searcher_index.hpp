// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "temporary_folder.hpp"

#include <pinlex/indexer/indexer.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

/// What a Result holds, or an exception that says why it holds nothing.
template <typename T>
T must(pinlex::Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + "; " + result.error().hint);
  return std::move(*result);
}

inline std::filesystem::path fixtures() {
  return std::filesystem::path(PINLEX_SOURCE_DIR) / "tests" / "fixtures";
}

inline void make_index(const std::filesystem::path& index, std::vector<std::filesystem::path> roots,
                       const pinlex::CompiledThesaurus& thesaurus = {}) {
  pinlex::IndexRequest request;
  request.index = index;
  request.roots = std::move(roots);
  pinlex::Catalogue catalogue;
  const auto added = catalogue.add_toml(
      "[[instrument]]\nid = \"lighthouses\"\nkind = \"treaty\"\n"
      "titles.en = \"Convention on Lighthouses and the Interception of Light Signals\"\n"
      "titles.nl = \"Verdrag inzake vuurtorens en het onderscheppen van lichtseinen\"\n",
      "lights.toml");
  if (!added) throw std::runtime_error(added.error().message);
  const auto report = must(pinlex::index(request, catalogue, thesaurus));
  if (report.refused() > 0) throw std::runtime_error("a text was refused");
}

/// A guide to the invented convention in other words.
inline const std::string lighthouse_digest =
    "---\n"
    "instrument: lighthouses\n"
    "kind: treaty\n"
    "language: en\n"
    "edition: digest\n"
    "title: Convention on Lighthouses and the Interception of Light Signals\n"
    "---\n\n"
    "## Chapter II\n#### The signals\n\n"
    "### Article 3\n#### Interception of light signals\n\n"
    "1. A country may let keepers note what ships flash at each other, once a judge agrees.\n\n"
    "2. What the judge signs has to list the tower and the ships.\n\n"
    "3. Keepers stay silent about the judge's order.\n";

/// The invented treaties and commentary, with their digest, in an index of their own.
class FixtureIndex {
 public:
  FixtureIndex() {
    folder_.write("digest/lighthouses.en.md", lighthouse_digest);
    make_index(path(), {fixtures() / "treaties", fixtures() / "commentary", folder_ / "digest"});
  }

  std::filesystem::path path() const { return folder_ / "index"; }
  const TemporaryFolder& folder() const { return folder_; }
  pinlex::Searcher open() const { return must(pinlex::Searcher::open({path()})); }

 private:
  TemporaryFolder folder_;
};

inline pinlex::SearchAnswer search(const pinlex::Searcher& searcher, const std::string& query,
                                   const pinlex::Filters& filters = {}) {
  pinlex::SearchRequest request;
  request.query = query;
  request.filters = filters;
  return must(searcher.search(request));
}

/// The error of a search that must fail.
inline pinlex::Error refused(const pinlex::Searcher& searcher, const std::string& query,
                             const pinlex::Filters& filters = {}) {
  pinlex::SearchRequest request;
  request.query = query;
  request.filters = filters;
  const auto answer = searcher.search(request);
  if (answer) throw std::runtime_error("understood as: " + answer->read_as);
  return answer.error();
}

inline std::vector<std::string> pinpoints(const pinlex::SearchAnswer& answer) {
  std::vector<std::string> ids;
  for (const pinlex::Hit& hit : answer.hits) ids.push_back(hit.pinpoint);
  return ids;
}

/// The words that are highlighted in a hit, in order.
inline std::vector<std::string> highlighted(const pinlex::Hit& hit) {
  std::vector<std::string> words;
  for (const pinlex::ShownText& text : hit.texts) {
    for (const pinlex::TextRange& range : text.highlights) {
      words.push_back(text.text.substr(range.begin, range.end - range.begin));
    }
  }
  return words;
}
