// SPDX-License-Identifier: GPL-2.0-or-later
#include "structure_corpus.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace pinlex;

TEST_CASE("commentary is made of sections and counted paragraphs, never of articles") {
  if (!corpus_is_there()) return;
  for (const std::string folder : {"commentary/drw", "commentary/press-un-convention"}) {
    for (const auto& file : corpus_files(folder, {".md", ".txt"})) {
      CAPTURE(file);
      const CorpusText text = read_corpus_text(file);
      REQUIRE(text.structured.versions.size() == 1);
      const Version& version = text.structured.versions[0];
      CHECK(version.kind == Kind::commentary);
      CHECK(version.doubts.empty());
      CHECK_FALSE(version.title.empty());
      CHECK(version.published.size() == 10);
      for (const Provision& provision : version.provisions) {
        CHECK(provision.eid.starts_with("sec_"));
        CHECK((provision.level == Level::heading || provision.level == Level::paragraph));
      }
    }
  }
}

TEST_CASE("the news article is read as plain text in English") {
  if (!corpus_is_there()) return;
  const CorpusText text = read_corpus_text("commentary/un-adopts-cybercrime-treaty.news.txt");
  CHECK(text.document.format == "text");
  REQUIRE(text.structured.versions.size() == 1);
  CHECK(text.structured.versions[0].language == "en");
  CHECK(text.structured.versions[0].pieces.size() > 10);
}
