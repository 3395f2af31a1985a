// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/index_store/index_reader.hpp>
#include <pinlex/index_store/index_writer.hpp>
#include <pinlex/schema/index_document.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

/// A text of a few articles, put into an index without reading any file.
struct LakeText {
  pinlex::VersionRecord record;
  std::vector<pinlex::PassageRecord> passages;
};

inline LakeText lake_text(std::size_t articles, const std::string& instrument = "lake-1") {
  LakeText text;
  text.record.version.instrument = instrument;
  text.record.version.language = "en";
  text.record.version.title = "Lake Convention";
  text.record.sources = {{"lake.md", "texts", std::string(64, 'a'), 100, "", ""}};
  text.record.passages = static_cast<std::uint32_t>(articles);
  for (std::size_t i = 1; i <= articles; ++i) {
    pinlex::PassageRecord stored;
    stored.version = text.record.id();
    stored.passage.eid = "art_" + std::to_string(i);
    stored.passage.units = {{stored.passage.eid,
                             pinlex::Level::article,
                             -1,
                             "Article " + std::to_string(i),
                             "Moorings",
                             {}}};
    pinlex::MappedText words;
    words.append("Boat number " + std::to_string(i) + " shall moor at pier " +
                     std::to_string(i * 7919) + " before the evening bell.",
                 0);
    stored.passage.texts = {{0, words}};
    text.passages.push_back(std::move(stored));
  }
  return text;
}

inline void add_to(pinlex::IndexWriter& writer, const LakeText& text) {
  std::vector<std::string> records;
  std::uint64_t total = 0;
  for (const auto& passage : text.passages) {
    records.push_back(pinlex::encode(passage));
    total += records.back().size();
  }
  REQUIRE(writer.learn(records, total));
  pinlex::Analyser analyser("en");
  REQUIRE(writer.add(pinlex::version_document(text.record)));
  for (const auto& passage : text.passages) {
    REQUIRE(writer.add(pinlex::passage_document(text.record, passage, analyser)));
  }
}

inline pinlex::Header header_of(const LakeText& text) {
  pinlex::Header header;
  header.versions = 1;
  header.passages = text.passages.size();
  header.languages = {"en"};
  return header;
}

/// Publishes the text as the whole of the index; returns the generation.
inline std::uint64_t publish(const std::filesystem::path& index, const LakeText& text,
                             std::uint32_t keep = 2) {
  auto writer = pinlex::IndexWriter::open(index);
  REQUIRE(writer);
  add_to(*writer, text);
  const auto generation = writer->publish(header_of(text), keep);
  REQUIRE(generation);
  return *generation;
}
