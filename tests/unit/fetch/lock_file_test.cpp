// SPDX-License-Identifier: GPL-2.0-or-later
#include "lock_file.hpp"

#include <pinlex/sources/manifest.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace pinlex;
using namespace pinlex::fetching;

namespace {

Copy lamps() {
  Copy copy;
  copy.file = "lamp-7.en.pdf";
  copy.address = "https://example.org/lamp-7";
  copy.final_address = "https://example.org/files/lamp-7.pdf";
  copy.time = "2024-05-06T07:08:09Z";
  copy.bytes = 1234;
  copy.sha256 = std::string(64, 'a');
  copy.content_type = "application/pdf";
  copy.validators = {"W/\"1\"", "Mon, 06 May 2024 00:00:00 GMT"};
  copy.format = "pdf";
  copy.texts = {"lamp-7@en"};
  copy.says = "the English text of lamp-7, 12 of 12 articles";
  copy.edition = "official";
  return copy;
}

Copy page() {
  Copy copy;
  copy.file = "refused/lamp-8.nl.html";
  copy.saved_as = "page \"1\"\x7F\n.html";
  copy.time = "2024-05-06T07:08:09Z";
  return copy;
}

}  // namespace

TEST_CASE("a lock file is read as it was written") {
  const LockFile lock{{"lamp-7.en", {lamps(), page()}}, {"lamp-8.nl", {{}, page()}}};
  const auto again = read_lock_file(to_json(lock), "lock");
  REQUIRE(again);
  CHECK(*again == lock);
  const auto none = read_lock_file(to_json({}), "lock");
  REQUIRE(none);
  CHECK(none->empty());
}

TEST_CASE("bytes of a server that are no UTF-8 do not spoil the lock file") {
  Copy copy = lamps();
  copy.content_type = "text/\xFF";
  REQUIRE(read_lock_file(to_json({{"lamp-7.en", {copy, {}}}}), "lock"));
}

TEST_CASE("what is no lock file is refused by name") {
  const std::string good = to_json({{"lamp-7.en", {lamps(), {}}}});
  const auto with = [&good](const std::string& from, const std::string& to) {
    std::string out = good;
    return out.replace(out.find(from), from.size(), to);
  };
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "parse error"},
      {"[]", "lock: is no lock file"},
      {"{}", "the schema is another one"},
      {with("fetch-lock/1", "fetch-lock/2"), "the schema is another one"},
      {with("1234", "\"many\""), "must be number"},
      {with("lamp-7.en.pdf", "../lamp-7.en.pdf"), "'../lamp-7.en.pdf'"},
      {with("lamp-7.en.pdf", "/lamp-7.en.pdf"), "'/lamp-7.en.pdf'"},
      {with("lamp-7.en.pdf", "a//b"), "'a//b'"},
      {with("\"lamp-7.en\"", "\"../x\""), "'../x'"},
      {with("\"lamp-7.en\"", "\"a/b\""), "'a/b'"},
  };
  for (const auto& [json, why] : cases) {
    CAPTURE(json);
    const auto lock = read_lock_file(json, "lock");
    REQUIRE_FALSE(lock);
    CHECK(lock.error().code == Code::usage);
    CHECK_THAT(lock.error().message, Catch::StartsWith("lock: ") && Catch::Contains(why));
  }
}

TEST_CASE("the manifest says to the indexer what each accepted file is") {
  Copy both = lamps();
  both.file = "lamp-9.en.html";
  both.texts = {"lamp-9@en", "lamp-9@fr"};
  Copy by_hand = page();
  by_hand.file = "lamp-8.nl.html";
  by_hand.texts = {"lamp-8@nl.translation"};
  const LockFile lock{
      {"lamp-7.en", {lamps(), page()}}, {"lamp-8.nl", {by_hand, {}}}, {"lamp-9.en", {both, {}}}};
  const std::string toml = manifest_of(lock);
  CHECK(is_our_manifest(toml));
  CHECK_FALSE(is_our_manifest("[[file]]\npath = \"x\"\n"));
  const auto manifest = Manifest::parse(toml, "corpus.toml");
  REQUIRE(manifest);
  const auto said = manifest->lookup("lamp-7.en.pdf");
  CHECK_FALSE(said.skip);
  CHECK(said.metadata.instrument == "lamp-7");
  CHECK(said.metadata.language == "en");
  CHECK(said.metadata.edition == "official");
  CHECK(said.metadata.address == "https://example.org/lamp-7");
  CHECK(said.metadata.retrieved == "2024-05-06");
  CHECK(manifest->lookup("lamp-8.nl.html").metadata.language == "nl");
  CHECK(manifest->lookup("lamp-9.en.html").metadata.instrument.empty());
  CHECK(manifest->lookup("lamp-9.en.html").metadata.address == "https://example.org/lamp-7");
  for (const char* file : {"pinlex-fetch.lock", "refused/x.html", "earlier/x.pdf"}) {
    CHECK(manifest->lookup(file).skip);
  }
}

TEST_CASE("hostile words cannot leave their string in the manifest") {
  Copy copy = lamps();
  copy.file = "lamp\"\n[[file]]\npath = \"**\"\nskip = true\x7F\xFF";
  const auto manifest = Manifest::parse(manifest_of({{"lamp-7.en", {copy, {}}}}), "corpus.toml");
  REQUIRE(manifest);
  CHECK_FALSE(manifest->lookup("other.md").skip);
}
