// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "temporary_folder.hpp"

#include <pinlex/index_store/index_reader.hpp>
#include <pinlex/indexer/indexer.hpp>
#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

/// A catalogue of one invented convention with two articles.
inline pinlex::Catalogue lake_catalogue() {
  pinlex::Catalogue catalogue;
  const auto added = catalogue.add_toml(
      "[[instrument]]\n"
      "id = \"lake-1\"\n"
      "kind = \"treaty\"\n"
      "series = \"LTS 1\"\n"
      "articles = 2\n"
      "titles.en = \"Convention on the Quiet of Lakes\"\n",
      "lakes.toml");
  if (!added) throw std::runtime_error(added.error().message);
  return catalogue;
}

/// One article in Markdown.
inline std::string article(int number, const std::string& sentence) {
  return "### Article " + std::to_string(number) + "\n\n#### Moorings\n\n" + sentence + "\n\n";
}

/// The convention with these sentences, one an article from 1 on.
inline std::string lake_convention(const std::vector<std::string>& sentences) {
  std::string text = "---\ninstrument: lake-1\nlanguage: en\n---\n\n";
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    text += article(static_cast<int>(i) + 1, sentences[i]);
  }
  return text;
}

/// A text that no catalogue knows.
inline std::string note(const std::string& sentence) {
  return "---\nlanguage: en\n---\n\n# A note from the shore\n\n" + sentence + "\n";
}

/// Indexes roots with the lake catalogue; the run must succeed.
inline pinlex::IndexReport index_lakes(const std::filesystem::path& index,
                                       std::vector<std::filesystem::path> roots,
                                       bool prune_missing = false) {
  pinlex::IndexRequest request;
  request.index = index;
  request.roots = std::move(roots);
  request.prune_missing = prune_missing;
  auto report = pinlex::index(request, lake_catalogue());
  if (!report) throw std::runtime_error(report.error().message);
  return *report;
}

/// The documents that hold a kind of record, "passage" or "version".
inline std::vector<std::uint32_t> documents_with(const pinlex::IndexReader& reader,
                                                 const std::string& record) {
  const auto found = reader.documents(pinlex::term_of(pinlex::Field::record, record));
  if (!found) throw std::runtime_error(found.error().message);
  return *found;
}

/// Ids of the versions in an index, ascending.
inline std::vector<std::string> versions_in(const std::filesystem::path& index) {
  const auto reader = pinlex::IndexReader::open(index);
  if (!reader) throw std::runtime_error(reader.error().message);
  std::vector<std::string> ids;
  for (const auto document : documents_with(*reader, "version")) {
    ids.push_back(reader->version(document)->id());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

/// The words of all passages in an index, in the order of documents.
inline std::vector<std::string> words_in(const std::filesystem::path& index) {
  const auto reader = pinlex::IndexReader::open(index);
  if (!reader) throw std::runtime_error(reader.error().message);
  std::vector<std::string> words;
  for (const auto document : documents_with(*reader, "passage")) {
    const auto stored = reader->passage(document);
    if (!stored) throw std::runtime_error(stored.error().message);
    std::string all = stored->passage.eid + ":";
    for (const auto& text : stored->passage.texts) all += " " + text.text.text;
    words.push_back(all);
  }
  return words;
}

/// What was refused, in the order of the report.
inline std::vector<std::string> refused_in(const pinlex::IndexReport& report) {
  std::vector<std::string> refused;
  for (const auto& file : report.files) {
    if (!file.refused.empty()) refused.push_back(file.refused);
  }
  return refused;
}
