// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/indexer/indexer.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace pinlex;

TEST_CASE("the report says what became of every file") {
  IndexReport report;
  report.generation = 3;
  report.versions = 1;
  report.passages = 2;
  report.seconds = 0.5;
  report.warnings = {"old: gave no text"};
  FileOutcome good;
  good.file = "a.md";
  good.bytes = 10;
  good.sha256 = "00";
  good.format = "markdown";
  good.account = {8, {{Removed::whitespace, 2}}, 0};
  VersionSummary version;
  version.id = "a@en";
  version.title = "A";
  version.kind = "treaty";
  version.language = "en";
  version.edition = "official";
  version.articles = 1;
  version.expected_articles = 2;
  version.provisions = 3;
  version.passages = 2;
  version.doubts = {"a.md:1: one is missing"};
  good.versions = {version};
  FileOutcome bad;
  bad.file = "b\xFF.md";
  bad.refused = "b.md: cannot be opened";
  FileOutcome linked;
  linked.file = "c.md";
  linked.same_as = "a.md";
  report.files = {good, bad, linked};

  CHECK(report.refused() == 1);
  CHECK(to_json(report) == R"({
  "schema": "pinlex.index-report/1",
  "generation": 3,
  "versions": 1,
  "passages": 2,
  "seconds": 0.5,
  "refused": 1,
  "warnings": [
    "old: gave no text"
  ],
  "gone": [],
  "files": [
    {
      "file": "a.md",
      "bytes": 10,
      "sha256": "00",
      "format": "markdown",
      "account": {
        "in_provisions": 8,
        "removed": {
          "whitespace": 2
        },
        "unexplained": 0
      },
      "versions": [
        {
          "id": "a@en",
          "title": "A",
          "kind": "treaty",
          "language": "en",
          "edition": "official",
          "articles": 1,
          "expected_articles": 2,
          "provisions": 3,
          "passages": 2,
          "doubts": [
            "a.md:1: one is missing"
          ]
        }
      ]
    },
    {
      "file": "b)"
                           "\xEF\xBF\xBD"
                           R"(.md",
      "refused": "b.md: cannot be opened"
    },
    {
      "file": "c.md",
      "same_as": "a.md"
    }
  ]
}
)");
}
