// SPDX-License-Identifier: GPL-2.0-or-later
#include "shown.hpp"

#include <pinlex/text/repair.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pinlex {
namespace {

struct Case {
  std::string_view what, text, expected;
};

const std::vector<Case>& repairs() {
  static const std::vector<Case> cases = {
      {"plain text stays", "The data, e.g. of 1.5 MB; see art. 3.",
       "The data, e.g. of 1.5 MB; see art. 3."},
      {"composition", "cafe\u0301", "caf\u00e9"},
      {"soft hyphen", "inter\u00adcept", "intercept"},
      {"soft hyphen at a line end", "inter\u00ad\ncept", "intercept"},
      {"zero-width space and joiner", "a\u200bb\u200dc", "abc"},
      {"bidirectional marks", "\u202bword\u202c \u2067x\u2069", "word x"},
      {"byte order mark", "\ufeffArticle", "Article"},
      {"hyphen at a line end", "surveil-\nlance", "surveillance"},
      {"with blanks around it", "surveil- \r\n   lance", "surveillance"},
      {"typographic hyphen", "surveil\u2010\nlance, co\u2011operate", "surveillance, co-operate"},
      {"not before a capital", "MAD-\nGesetz", "MAD-\nGesetz"},
      {"not after a capital", "EU-\nweit", "EU-\nweit"},
      {"not over an empty line", "third-\n\nparty", "third-\n\nparty"},
      {"not where a compound ends", "Wasser-\nund Luft, celle-\nci est",
       "Wasser-\nund Luft, celle-\nci est"},
      {"but before a longer word", "Wasser-\nundine", "Wasserundine"},
      {"twice in one word", "a-\nb-\nc", "abc"},
      {"not after a digit", "21-\nbis", "21-\nbis"},
      {"Latin ligatures", "o\ufb03ce \ufb01le \ufb02at \ufb00 \ufb06", "office file flat ff st"},
      {"glued by a semicolon", "Data;Reaffirming", "Data; Reaffirming"},
      {"glued by a comma", "Parties,Considering", "Parties, Considering"},
      {"glued by a full stop", "Convention.DONE at", "Convention. DONE at"},
      {"glued to a letter of a list", "b.het verzoek", "b. het verzoek"},
      {"initial", "J.Doe", "J. Doe"},
      {"abbreviations stay", "e.g. U.S. i.e. n.v.t.", "e.g. U.S. i.e. n.v.t."},
      {"host names stay", "www.example.org m.example.org www.x.org",
       "www.example.org m.example.org www.x.org"},
      {"addresses stay", "j.doe@example.org", "j.doe@example.org"},
      {"numbers stay", "1,000.5 3;4 1.2.3", "1,000.5 3;4 1.2.3"},
      {"Arabic tatweel", "\u0627\u0644\u0640\u0640\u0628\u064a\u0627\u0646",
       "\u0627\u0644\u0628\u064a\u0627\u0646"},
      {"Arabic vowel marks", "مُعَدَّات", "معدات"},
      {"Arabic alef forms", "أمن إلى آخر ٱلقانون", "امن الي اخر القانون"},
      {"Arabic seats of hamza", "مسؤول مسئول", "مسءول مسءول"},
      {"reversed lam-alef of the article", "االتفاقية", "الاتفاقية"},
      {"reversed lam-alef with hamza", "اإللكترونية األدلة اآلخر", "الالكترونية الادلة الاخر"},
      {"reversed lam-alef in the word", "الحاالت واالتصاالت", "الحالات والاتصالات"},
      {"a word in order stays", "الاتصالات", "الاتصالات"},
      {"Arabic presentation forms", "\ufefb \ufee3\ufe8e\ufea9\ufe93", "لا مادة"},
      {"reversed lam-alef behind an alef", "االتفاقية حاالت", "الاتفاقية حالات"},
      {"the word for not, turned", "أم ال، وال فال (ال) 5ال", "ام لا، ولا فلا (لا) 5 لا"},
      {"the article stays", "البيان وال5", "البيان ولا 5"},
      {"digits glued to Arabic letters", "23نوفمبر رقم185", "23 نوفمبر رقم 185"},
      {"Arabic digits glued to letters", "٢٣نوفمبر", "٢٣ نوفمبر"},
      {"ill-formed bytes",
       "a\xff"
       "b\xe2\x82",
       "a\ufffd"
       "b\ufffd"},
      {"Cyrillic and Han stay", "Перехват данных, 数据，截取", "Перехват данных, 数据，截取"},
      {"nothing", "", ""},
  };
  return cases;
}

TEST_CASE("repair undoes what extraction and typesetting did") {
  for (const Case& c : repairs()) {
    INFO(c.what);
    CHECK(repair(c.text).text == c.expected);
  }
}

TEST_CASE("repair is idempotent and says where nothing changed") {
  for (const Case& c : repairs()) {
    INFO(c.what);
    const Repaired again = repair(repair(c.text).text);
    CHECK(again.text == c.expected);
    CHECK(again.origin.empty());
    CHECK(repair(c.text).origin.empty() == (c.text == c.expected));
  }
}

TEST_CASE("every byte of a repaired text knows where it came from") {
  // Text, repaired text, and for each of its bytes the offset in the text.
  struct Way {
    std::string_view text, repaired;
    std::vector<std::uint32_t> origin;
  };
  const std::vector<Way> ways = {
      {"a\u00adb", "ab", {0, 3, 4}},
      {"e\u0301x", "\u00e9x", {0, 0, 3, 4}},
      {"o\ufb01", "ofi", {0, 1, 1, 4}},
      {"a;b", "a; b", {0, 1, 2, 2, 3}},
      {"ab-\ncd", "abcd", {0, 1, 4, 5, 6}},
      {"\xff"
       "a",
       "\ufffd"
       "a",
       {0, 0, 0, 1, 2}},
      {"اال", "الا", {0, 1, 2, 3, 4, 5, 6}},
      {"x\u0623y", "x\u0627y", {0, 1, 1, 3, 4}},
      {"e\u0301-\nf;G", "\u00e9f; G", {0, 0, 5, 6, 7, 7, 8}},
  };
  for (const Way& way : ways) {
    INFO(way.text);
    const Repaired repaired = repair(way.text);
    CHECK(repaired.text == way.repaired);
    CHECK(repaired.origin == way.origin);
  }
}

TEST_CASE("offsets of unchanged text are its own") {
  const Repaired repaired = repair("nothing to do");
  CHECK(repaired.origin.empty());
  CHECK(repaired.to_input(5) == 5);
}

TEST_CASE("repair of random mixtures is idempotent, with a way back that never goes down") {
  RandomTexts texts({"a",      "B",      "c",        "é",      "e\u0301", "\u0301",
                     "\u00ad", "-",      "-\n",      "\n",     " ",       ";",
                     ".",      ",",      "\u200b",   "\ufb01", "ا",       "ا",
                     "ل",      "أ",      "و",        "ى",      "\u0654",  "\u064e",
                     "\u0640", "\u0670", "1",        "٢",      "数",      "\u1112\u1161",
                     "\u11ab", "\xff",   "\xe2\x80", "\u2010", "und",     "\ufeff",
                     "\ufefb", "\u0344", "\u212b",   "ß"});
  for (int round = 0; round < 4000; ++round) {
    const std::string text = texts.next(1 + static_cast<std::size_t>(round) % 24);
    const Repaired once = repair(text);
    INFO(text);
    REQUIRE(repair(once.text).text == once.text);
    if (once.origin.empty()) {
      REQUIRE(once.text == text);
      continue;
    }
    REQUIRE(once.origin.size() == once.text.size() + 1);
    REQUIRE(once.origin.back() == text.size());
    for (std::size_t i = 1; i < once.origin.size(); ++i) {
      REQUIRE(once.origin[i - 1] <= once.origin[i]);
    }
  }
}

}  // namespace
}  // namespace pinlex
