// SPDX-License-Identifier: GPL-2.0-or-later
#include "run_program.hpp"
#include "searcher_index.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace {

Ran pinlex_in(const std::filesystem::path& folder, std::vector<std::string> words) {
  words.insert(words.begin(),
               {"env", "-u", "PINLEX_INDEX", "-u", "PINLEX_DATA", "COLUMNS=80", PINLEX_PROGRAM});
  return run_in(folder, words);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("each outcome has its exit status") {
  struct Case {
    std::vector<std::string> words;
    int status;
  };
  const FixtureIndex index;
  const std::vector<Case> cases = {
      {{"search", "--index", "index", "lamp"}, 0},
      {{"search", "--index", "index", "submarine"}, 1},
      {{"search", "--index", "index", "--offset", "500", "lamp"}, 1},
      {{"search", "--index", "index", "lamp", "AND"}, 3},
      {{"search", "--index", "index"}, 2},
      {{"search", "--index", "index", "--limit", "-1", "lamp"}, 2},
      {{"search", "--index", "index", "--limit", "1001", "lamp"}, 2},
      {{"search", "--index", "index", "--lim", "3", "lamp"}, 2},
      {{"search", "--index", "index", "--kind", "song", "lamp"}, 2},
      {{"search", "--index", "none", "lamp"}, 4},
      {{"search", "--index", "digest", "lamp"}, 4},
      {{"search", "--index", "index", "--lang", "nl,en", "--lang", "!nl", "--", "lamp"}, 0},
      {{"show", "--index", "index", "lighthouses#art_3"}, 0},
      {{"show", "--index", "index", "lighthouses#art_3__para_9"}, 1},
      {{"show", "--index", "index", "lighthouses#art_33"}, 1},
      {{"show", "--index", "index", "nothing", "at", "all"}, 3},
      {{"info", "--index", "index"}, 0},
      {{"info", "--index", "index", "pigeons"}, 0},
      {{"info", "--index", "index", "Protocol on Carrier Pigeons"}, 0},
      {{"info", "--index", "index", "gulls"}, 1},
      {{"fields"}, 0},
      {{"sing"}, 2},
      {{}, 2},
      {{"--help"}, 0},
      {{"search", "--help"}, 0},
      {{"--version"}, 0},
  };
  for (const Case& one : cases) {
    CAPTURE(one.words);
    const Ran ran = pinlex_in(index.folder().path(), one.words);
    CHECK(ran.status == one.status);
    CHECK(ran.err.empty() == (one.status == 0 || !ran.out.empty()));
  }
}

TEST_CASE("errors have a message and a hint, on standard error") {
  const TemporaryFolder folder;
  const Ran ran = pinlex_in(folder.path(), {"search", "--index", "none", "lamp"});
  CHECK(ran.out.empty());
  CHECK(ran.err.substr(0, 8) == "pinlex: ");
  CHECK(has(ran.err, "\nhint: "));
}

TEST_CASE("colours come only where they are asked for") {
  const FixtureIndex index;
  const auto& folder = index.folder().path();
  const Ran plain = pinlex_in(folder, {"search", "--index", "index", "lamp"});
  CHECK_FALSE(has(plain.out, "\x1b["));
  CHECK(has(plain.out, "«lamp»"));
  const Ran coloured = pinlex_in(folder, {"search", "--color", "--index", "index", "lamp"});
  CHECK(has(coloured.out, "\x1b[1;33mlamp\x1b[0m"));
}

TEST_CASE("the index may be named by the environment") {
  const FixtureIndex index;
  const Ran ran = run_in(index.folder().path(),
                         {"env", "PINLEX_INDEX=index", PINLEX_PROGRAM, "search", "confidential"});
  CHECK(ran.status == 0);
  CHECK(has(ran.out, "art. 3(3)"));
}

TEST_CASE("a reader that stops reading is no error; a full disk is") {
  const FixtureIndex index;
  const std::string search = std::string("'") + PINLEX_PROGRAM + "' search --index index lamp ";
  const auto& folder = index.folder().path();
  const Ran closed = run_in(folder, {"bash", "-c", search + "| true; exit ${PIPESTATUS[0]}"});
  CHECK(closed.status == 0);
  CHECK(closed.err.empty());
  const Ran full = run_in(folder, {"bash", "-c", search + "> /dev/full"});
  CHECK(full.status == 70);
  CHECK(has(full.err, "pinlex: the answer could not be written"));
}
