// SPDX-License-Identifier: GPL-2.0-or-later
#include "file_name.hpp"

#include <catch2/catch.hpp>

using namespace pinlex;

TEST_CASE("a path below the root becomes a slug and a language") {
  struct Row {
    const char* path;
    const char* slug;
    const char* base;
    const char* language;
  };
  for (const Row& row : {
           Row{"act.md", "act", "act", ""},
           Row{"act.en.md", "act", "act", "en"},
           Row{"act.en", "act", "act", "en"},
           Row{"act.xx.md", "act-xx", "act-xx", ""},
           Row{"act.EN.md", "act-en", "act-en", ""},
           Row{"en.md", "en", "en", ""},
           Row{"dir/Some Act (2001).pt.txt", "dir-some-act-2001", "some-act-2001", "pt"},
           Row{"dir.d/act", "dir-d-act", "act", ""},
           Row{"ley-21459.es.md", "ley-21459", "ley-21459", "es"},
           Row{"v1.2 notes", "v1-2-notes", "v1-2-notes", ""},
           Row{"--a__b--.md", "a-b", "a-b", ""},
           Row{"loi\xC3\xA9.md", "loi", "loi", ""},
       }) {
    const FileName name = read_file_name(row.path);
    INFO(row.path);
    CHECK(name.slug == row.slug);
    CHECK(name.base == row.base);
    CHECK(name.language == row.language);
  }
}

TEST_CASE("languages of one file share its stem, other names do not") {
  CHECK(read_file_name("a/act.en.md").stem == "a/act");
  CHECK(read_file_name("a/act.nl.txt").stem == "a/act");
  CHECK(read_file_name("a-act.md").stem == "a-act");
  CHECK(read_file_name("a-act.md").slug == read_file_name("a/act.md").slug);
}

TEST_CASE("a name without letters of ASCII still gets a slug of its own") {
  const std::string law = read_file_name("\xE6\xB3\x95.md").slug;
  CHECK(law.size() == 17);
  CHECK(law.substr(0, 5) == "text-");
  CHECK(law != read_file_name("\xE4\xBB\xA4.md").slug);
}

TEST_CASE("languages are known by two small letters") {
  for (const char* code : {"aa", "en", "nl", "zu"}) CHECK(is_language_code(code));
  for (const char* code : {"", "e", "eng", "EN", "xx", "n ", " n", "md"}) {
    INFO(code);
    CHECK_FALSE(is_language_code(code));
  }
}
