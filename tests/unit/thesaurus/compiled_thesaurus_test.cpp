// SPDX-License-Identifier: GPL-2.0-or-later
#include "fixture.hpp"

#include <pinlex/text/analyser.hpp>
#include <pinlex/thesaurus/compiled_thesaurus.hpp>
#include <pinlex/thesaurus/concept_finder.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a compiled thesaurus tells what the thesaurus says") {
  const CompiledThesaurus compiled{harbours()};
  REQUIRE(compiled.size() == 3);
  const auto lamp = compiled.find("lamp-watching");
  REQUIRE(lamp == 1u);
  CHECK(compiled.id(1) == "lamp-watching");
  CHECK(compiled.kind(1) == ConceptKind::power);
  CHECK(compiled.kind(2) == ConceptKind::safeguard);
  CHECK(compiled.weight(0) == 0.5);
  CHECK(compiled.note(1) == "Looking at lamps while they burn.");
  CHECK(compiled.note(0).empty());
  CHECK(compiled.label(1, "fr") == "observation des lampes");
  CHECK(compiled.label(1, "nl") == "watching of lamps");
  CHECK(compiled.broader(1) == Numbers{0});
  CHECK(compiled.narrower(0) == Numbers{1, 2});
  CHECK(compiled.related(2) == Numbers{1});
  CHECK(compiled.languages() == std::vector<std::string_view>{"ar", "en", "fr", "ru", "zh"});
  CHECK(compiled.phrases(2).size() == 3);
  CHECK(compiled.phrases(2)[2].text == "logs ... shall ... be kept");
  CHECK(compiled.phrases(2)[2].wording == Wording::legal);
  CHECK_FALSE(compiled.find("lamp"));
  CHECK_FALSE(compiled.find("zebra"));
}

TEST_CASE("a compiled thesaurus is carried by its bytes, and goes back to what it was") {
  const Thesaurus thesaurus = harbours();
  const CompiledThesaurus compiled(thesaurus);
  CHECK(compiled.fingerprint() == thesaurus.fingerprint());
  const auto decoded = CompiledThesaurus::decode(std::string(compiled.bytes()));
  REQUIRE(decoded);
  CHECK(decoded->bytes() == compiled.bytes());
  const auto again = decoded->thesaurus();
  REQUIRE(again);
  CHECK(*again == thesaurus);
  CHECK(to_toml(*again) == to_toml(thesaurus));
  CHECK(CompiledThesaurus(*again).bytes() == compiled.bytes());
}

TEST_CASE("an empty thesaurus is carried too") {
  const auto decoded = CompiledThesaurus::decode(std::string(CompiledThesaurus().bytes()));
  REQUIRE(decoded);
  CHECK(decoded->size() == 0);
  CHECK(decoded->languages().empty());
  CHECK_FALSE(decoded->find("a"));
  REQUIRE(decoded->thesaurus());
  CHECK(decoded->thesaurus()->concepts().empty());
}

TEST_CASE("bytes of another format are refused by name") {
  std::string bytes(CompiledThesaurus(harbours()).bytes());
  bytes[16] = 9;
  const auto decoded = CompiledThesaurus::decode(bytes);
  REQUIRE_FALSE(decoded);
  CHECK(decoded.error().code == Code::wrong_format);
  CHECK(decoded.error().message ==
        "the stored thesaurus has format 9, and this version of pinlex reads format 1");
  CHECK(decoded.error().hint == "index the texts again");
}

TEST_CASE("a stored thesaurus that is cut off or longer is refused") {
  const std::string bytes(CompiledThesaurus(harbours()).bytes());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    const auto decoded = CompiledThesaurus::decode(bytes.substr(0, size));
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().message == "the stored thesaurus is not what was written");
    CHECK(decoded.error().code == Code::damaged);
  }
  CHECK_FALSE(CompiledThesaurus::decode(bytes + "x"));
}

TEST_CASE("no changed byte of a stored thesaurus can do harm") {
  const std::string bytes(CompiledThesaurus(harbours()).bytes());
  Analyser analyser("en");
  std::vector<Token> tokens;
  analyser.analyse("They keep lamps and logs under watch; the logs shall always be kept.", 0,
                   tokens);
  std::size_t refused = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int change : {1, 2, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ change);
      const auto decoded = CompiledThesaurus::decode(changed);
      if (!decoded) {
        ++refused;
        continue;
      }
      std::vector<ConceptMatch> found;
      ConceptFinder(*decoded, "en").find(tokens, found);
      for (const ConceptMatch& match : found) {
        REQUIRE(match.number < decoded->size());
        REQUIRE(match.first <= match.last);
        REQUIRE(match.last < tokens.size());
      }
      for (std::uint32_t i = 0; i < decoded->size(); ++i) {
        REQUIRE(decoded->label(i, "zh").size() <= bytes.size());
      }
      const auto thesaurus = decoded->thesaurus();
      if (!thesaurus) CHECK(thesaurus.error().code == Code::damaged);
    }
  }
  CHECK(refused > bytes.size());
}
