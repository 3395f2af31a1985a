// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalogue.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace pinlex {
namespace {

constexpr const char* example = "write for example: art. 21(3) Budapest Convention";
constexpr const char* naming =
    "an instrument is named by its id (coe-185), title, short name or series number (ETS 185)";

struct Refused {
  const char* typed;
  const char* message;  ///< With the caret line.
  const char* hint;
};

TEST_CASE("what is no citation is refused with caret and hint") {
  const std::vector<Refused> table{
      {"", "the citation is empty\n  \n  ^", example},
      {"   ", "the citation is empty\n     \n  ^", example},
      {"()", "no instrument is known as ')'\n  ()\n   ^", naming},
      {"art.", "a number is missing after 'art'\n  art.\n      ^", example},
      {"art. Budapest", "a number is missing after 'art.'\n  art. Budapest\n       ^", example},
      {"art. 5 para ECHR", "a number is missing after 'para'\n  art. 5 para ECHR\n              ^",
       example},
      {"§", "a number is missing after '§'\n  §\n   ^", example},
      {"21", "a number alone is no citation\n  21\n  ^", example},
      {"21(3)", "a number alone is no citation\n  21(3)\n  ^", example},
      {"art. 21 Budapst Convention",
       "no instrument is known as 'Budapst Convention'\n  art. 21 Budapst Convention\n"
       "          ^",
       "did you mean Budapest Convention (coe-185)"},
      {"Paleremo Convention art. 20",
       "no instrument is known as 'Paleremo Convention'\n  Paleremo Convention art. 20\n  ^",
       "did you mean Palermo Convention (untoc)"},
      {"art. 21 ETS 999", "no instrument is known as 'ETS 999'\n  art. 21 ETS 999\n          ^",
       naming},
      {"art. 21 of the Moon Treaty",
       "no instrument is known as 'Moon Treaty'\n  art. 21 of the Moon Treaty\n                 ^",
       naming},
      {"art. 5 Budapest Treaty",
       "no instrument is known as 'Budapest Treaty'\n  art. 5 Budapest Treaty\n         ^", naming},
      {"interception of content data",
       "no instrument is known as 'interception of content data'\n"
       "  interception of content data\n  ^",
       naming},
      {"Budapest Convention foo",
       "'foo' does not name a provision\n  Budapest Convention foo\n                      ^",
       example},
      {"Budapest Convention art. 21 foo",
       "cannot read 'foo' as part of the citation\n  Budapest Convention art. 21 foo\n"
       "                              ^",
       example},
      {"art. 8 ECHR and art. 9",
       "cannot read 'and art. 9' as part of the citation\n  art. 8 ECHR and art. 9\n"
       "              ^",
       example},
      {"art. 8 ECHR UNTOC",
       "the citation names two instruments, echr and untoc\n  art. 8 ECHR UNTOC\n"
       "              ^",
       "cite one instrument at a time"},
      {"ECHR art. 8 UNTOC",
       "the citation names two instruments, echr and untoc\n  ECHR art. 8 UNTOC\n"
       "              ^",
       "cite one instrument at a time"},
      {"art. 3 Optional Protocol to the CRC",
       "'Optional Protocol to the CRC' may be crc-op-ac or crc-op-sc\n"
       "  art. 3 Optional Protocol to the CRC\n         ^",
       "name the instrument by its id"},
      {"arts. 21 to 16 Budapest",
       "the range runs backwards\n  arts. 21 to 16 Budapest\n              ^",
       "write the lower number first"},
      {"coe-999#art_1", "no instrument has the id 'coe-999'\n  coe-999#art_1\n  ^",
       "ids look like coe-185"},
      {"untok#art_1", "no instrument has the id 'untok'\n  untok#art_1\n  ^",
       "did you mean untoc (untoc)"},
      {"coe-185#", "'' is not made as the id of a provision\n  coe-185#\n          ^",
       "ids look like coe-185#art_21__para_3"},
      {"coe-185#art_", "'art_' is not made as the id of a provision\n  coe-185#art_\n          ^",
       "ids look like coe-185#art_21__para_3"},
      {"coe-185#Art_5",
       "'Art_5' is not made as the id of a provision\n  coe-185#Art_5\n          ^",
       "ids look like coe-185#art_21__para_3"},
      {"coe-185#art_5@",
       "'' is not made as the name of a version\n  coe-185#art_5@\n                ^",
       "versions look like en, en.digest or en.2021-07-05"},
      {"coe-185#art_5@english",
       "'english' is not made as the name of a version\n  coe-185#art_5@english\n"
       "                ^",
       "versions look like en, en.digest or en.2021-07-05"},
  };
  for (const auto& [typed, message, hint] : table) {
    INFO(typed);
    const auto citation = small_reader().parse(typed);
    REQUIRE_FALSE(citation);
    CHECK(citation.error().code == Code::query);
    CHECK(citation.error().message == message);
    CHECK(citation.error().hint == hint);
  }
}

TEST_CASE("the caret counts characters, not bytes, and long texts are cut") {
  const auto accents = small_reader().parse("artículo 5 del Übel");
  REQUIRE_FALSE(accents);
  CHECK(accents.error().message ==
        "no instrument is known as 'Übel'\n  artículo 5 del Übel\n                 ^");
  const auto cut = small_reader().parse("art. 5 " + std::string(200, 'x'));
  REQUIRE_FALSE(cut);
  CHECK(cut.error().message == "no instrument is known as '" + std::string(60, 'x') +
                                   "…'\n  art. 5 " + std::string(50, 'x') + "\n         ^");
}

TEST_CASE("control characters do not reach the message") {
  const auto citation = small_reader().parse("art. 5 \x1B[31mred");
  REQUIRE_FALSE(citation);
  CHECK(citation.error().message.find('\x1B') == std::string::npos);
}

TEST_CASE("hostile input is refused") {
  const std::vector<std::string> inputs{
      std::string(1'000'000, 'a'),
      "art. 5 \xFF\xFE ECHR",
      "\xC3",
      std::string("art. 5\0 ECHR", 12),
      std::string(900, '('),
      std::string(400, '.') + "art",
      "art. 99999999999999999999 ECHR",
      "art. 1(2)(3)(4)(5)(6)(7)(8)(9)(10)(11)(12)(13)(14) ECHR",
      "#",
      "@",
      "#@",
      "coe-185##",
      "§§§§§§§§",
      "art. art. art.",
      "first second third",
      "- - -",
      "art. 5 -",
      "arts. 5-",
      "art. (3)",
  };
  for (const auto& input : inputs) {
    INFO(input.substr(0, 60));
    const auto citation = small_reader().parse(input);
    REQUIRE_FALSE(citation);
    CHECK(citation.error().code == Code::query);
    CHECK_FALSE(citation.error().hint.empty());
    CHECK(citation.error().message.size() < 400);
  }
}

}  // namespace
}  // namespace pinlex
