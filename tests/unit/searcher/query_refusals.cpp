// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parser.hpp"

#include <catch2/catch.hpp>

using namespace pinlex;

namespace {

struct RefusedCase {
  const char* query;
  const char* message;
  const char* hint;
};

// Nothing of the language is ever read as a word: it is understood or refused, at its place.
const RefusedCase refused_cases[] = {
    {"", "there is no word in the query", "write what the text should speak of"},
    {" , . ;",
     "there is no word in the query\n"
     "   , . ;\n"
     "  ^",
     "write what the text should speak of"},
    {"(",
     "the bracket is never closed\n"
     "  (\n"
     "  ^",
     "put a ) where the group ends"},
    {"()",
     "there is nothing between the brackets\n"
     "  ()\n"
     "  ^^",
     "leave them out, or fill them"},
    {"a ( ) b",
     "there is nothing between the brackets\n"
     "  a ( ) b\n"
     "    ^^^",
     "leave them out, or fill them"},
    {"(a OR b",
     "the bracket is never closed\n"
     "  (a OR b\n"
     "  ^",
     "put a ) where the group ends"},
    {"a) OR b",
     "the bracket was never opened\n"
     "  a) OR b\n"
     "   ^",
     "leave it out, or put a ( before the group"},
    {"a OR (b AND (c OR d)",
     "the bracket is never closed\n"
     "  a OR (b AND (c OR d)\n"
     "       ^",
     "put a ) where the group ends"},
    {")",
     "the bracket was never opened\n"
     "  )\n"
     "  ^",
     "leave it out"},
    {"\"content data",
     "the quotation mark is never closed\n"
     "  \"content data\n"
     "  ^",
     "put another one behind the phrase"},
    {"a \"\" b",
     "there is no word between the quotation marks\n"
     "  a \"\" b\n"
     "    ^^",
     "write a phrase, as in \"content data\""},
    {"\" , \"",
     "there is no word between the quotation marks\n"
     "  \" , \"\n"
     "  ^^^^^",
     "write a phrase, as in \"content data\""},
    {"„Inhalt",
     "the quotation mark is never closed\n"
     "  „Inhalt\n"
     "  ^",
     "put another one behind the phrase"},
    {"a AND",
     "there is nothing to the right of AND\n"
     "  a AND\n"
     "    ^^^",
     "write it between two words, as in content AND traffic"},
    {"AND a",
     "there is nothing to the left of AND\n"
     "  AND a\n"
     "  ^^^",
     "write it between two words, as in content AND traffic"},
    {"a OR",
     "there is nothing to the right of OR\n"
     "  a OR\n"
     "    ^^",
     "write it between two words, as in content AND traffic"},
    {"OR",
     "there is nothing to the left of OR\n"
     "  OR\n"
     "  ^^",
     "write it between two words, as in content AND traffic"},
    {"a AND OR b",
     "there is nothing to the right of AND\n"
     "  a AND OR b\n"
     "    ^^^",
     "write it between two words, as in content AND traffic"},
    {"(AND a)",
     "there is nothing to the left of AND\n"
     "  (AND a)\n"
     "   ^^^",
     "write it between two words, as in content AND traffic"},
    {"(a AND)",
     "there is nothing to the right of AND\n"
     "  (a AND)\n"
     "     ^^^",
     "write it between two words, as in content AND traffic"},
    {"NOT",
     "there is nothing to the right of NOT\n"
     "  NOT\n"
     "  ^^^",
     "write what must not be there, as in secrecy NOT death"},
    {"a NOT",
     "there is nothing to the right of NOT\n"
     "  a NOT\n"
     "    ^^^",
     "write what must not be there, as in secrecy NOT death"},
    {"NOT AND a",
     "there is nothing to the right of NOT\n"
     "  NOT AND a\n"
     "  ^^^",
     "write what must not be there, as in secrecy NOT death"},
    {"a /5",
     "there is nothing to the right of /5\n"
     "  a /5\n"
     "    ^^",
     "write it between two words, as in content /5 traffic"},
    {"/5 a",
     "there is nothing to the left of /5\n"
     "  /5 a\n"
     "  ^^",
     "write it between two words, as in content /5 traffic"},
    {"a /5 /s b",
     "there is nothing to the right of /5\n"
     "  a /5 /s b\n"
     "    ^^",
     "write it between two words, as in content /5 traffic"},
    {"(/p a)",
     "there is nothing to the left of /p\n"
     "  (/p a)\n"
     "   ^^",
     "write it between two words, as in content /p traffic"},
    {"a /p (b",
     "the bracket is never closed\n"
     "  a /p (b\n"
     "       ^",
     "put a ) where the group ends"},
    {"in:heading",
     "in:heading has nothing behind it\n"
     "  in:heading\n"
     "  ^^^^^^^^^^",
     "put a word or phrase there, as in in:heading secrecy"},
    {"in:heading AND a",
     "in:heading has nothing behind it\n"
     "  in:heading AND a\n"
     "  ^^^^^^^^^^",
     "put a word or phrase there, as in in:heading secrecy"},
    {"in:heading NOT a",
     "in:heading has nothing behind it\n"
     "  in:heading NOT a\n"
     "  ^^^^^^^^^^",
     "put a word or phrase there, as in in:heading secrecy"},
    {"in:heading lang:en",
     "in:heading goes before a word, a phrase or a group of them\n"
     "  in:heading lang:en\n"
     "             ^^^^^^^",
     "put AND between it and what it does not apply to"},
    {"in:heading (a OR lang:en)",
     "in:heading goes before a word, a phrase or a group of them\n"
     "  in:heading (a OR lang:en)\n"
     "                   ^^^^^^^",
     "put AND between it and what it does not apply to"},
    {"knd:treaty",
     "there is no field \"knd\"\n"
     "  knd:treaty\n"
     "  ^^^^",
     "did you mean kind:, or the words \"knd …\""},
    {"language:en",
     "there is no field \"language\"\n"
     "  language:en\n"
     "  ^^^^^^^^^",
     "did you mean lang:, or the words \"language …\""},
    {"title:\"gag order\"",
     "there is no field \"title\"\n"
     "  title:\"gag order\"\n"
     "  ^^^^^^",
     "put the words in quotation marks, or use one of about: art: cites: concept: date: "
     "edition: exact: group: id: "
     "in: instrument: kind: lang: lay: power: safeguard: version:"},
    {"Datum:2001",
     "there is no field \"Datum\"\n"
     "  Datum:2001\n"
     "  ^^^^^^",
     "did you mean date:, or the words \"Datum …\""},
    {"zzz:x",
     "there is no field \"zzz\"\n"
     "  zzz:x\n"
     "  ^^^^",
     "put the words in quotation marks, or use one of about: art: cites: concept: date: "
     "edition: exact: group: id: "
     "in: instrument: kind: lang: lay: power: safeguard: version:"},
    {"kind:",
     "there is no value behind kind:\n"
     "  kind:\n"
     "  ^^^^^",
     "write it without a space, as in kind:x"},
    {"a kind: treaty",
     "there is no value behind kind:\n"
     "  a kind: treaty\n"
     "    ^^^^^",
     "write it without a space, as in kind:x"},
    {"(a kind:)",
     "there is no value behind kind:\n"
     "  (a kind:)\n"
     "     ^^^^^",
     "write it without a space, as in kind:x"},
    {"kind:(treaty OR protocol)",
     "there is no value behind kind:\n"
     "  kind:(treaty OR protocol)\n"
     "  ^^^^^",
     "write the field before each value, as in kind:x OR kind:y"},
    {"lang:en,nl",
     "lang: takes one value\n"
     "  lang:en,nl\n"
     "         ^",
     "write lang:x OR lang:y"},
    {"instrument:coe-*",
     "instrument: takes no wildcard\n"
     "  instrument:coe-*\n"
     "                 ^",
     "write the whole value"},
    {"kind:,",
     "there is no value behind kind:\n"
     "  kind:,\n"
     "  ^^^^^",
     "write it without a space, as in kind:x"},
    {"kind:\"\"",
     "there is no word between the quotation marks\n"
     "  kind:\"\"\n"
     "       ^^",
     "write a phrase, as in \"content data\""},
    {"kind:treaty..protocol",
     "kind: takes no range\n"
     "  kind:treaty..protocol\n"
     "  ^^^^^^^^^^^^^^^^^^^^^",
     "name one value, as in kind:x OR kind:y"},
    {"art:21..16",
     "the range ends before it begins\n"
     "  art:21..16\n"
     "  ^^^^^^^^^^",
     "write the lower number first"},
    {"art:16..",
     "a range of articles needs a whole number at both ends\n"
     "  art:16..\n"
     "  ^^^^^^^^",
     "write art:16..21"},
    {"art:..",
     "a range without ends\n"
     "  art:..\n"
     "  ^^^^^^",
     "write date:2001..2024"},
    {"art:a..b",
     "a range of articles needs a whole number at both ends\n"
     "  art:a..b\n"
     "  ^^^^^^^^",
     "write art:16..21"},
    {"a /0 b",
     "the distance must be from 1 to 1,000\n"
     "  a /0 b\n"
     "    ^^",
     "/1 is for words side by side, /p for the same paragraph"},
    {"a /1001 b",
     "the distance must be from 1 to 1,000\n"
     "  a /1001 b\n"
     "    ^^^^^",
     "/1 is for words side by side, /p for the same paragraph"},
    {"a /99999 b",
     "the distance must be from 1 to 1,000\n"
     "  a /99999 b\n"
     "    ^^^^^^",
     "/1 is for words side by side, /p for the same paragraph"},
    {"a +0 b",
     "the distance must be from 1 to 1,000\n"
     "  a +0 b\n"
     "    ^^",
     "/1 is for words side by side, /p for the same paragraph"},
    {"a /99999999999999999999 b",
     "the distance must be from 1 to 1,000\n"
     "  a /99999999999999999999 b\n"
     "    ^^^^^^^^^^^^^^^^^^^^^",
     "/1 is for words side by side, /p for the same paragraph"},
    {"a /5x b",
     "/5x is not an operator\n"
     "  a /5x b\n"
     "    ^^^",
     "the operators are AND, OR, NOT, /5, +5, /s and /p"},
    {"a /w b",
     "/w is not an operator\n"
     "  a /w b\n"
     "    ^^",
     "the operators are AND, OR, NOT, /5, +5, /s and /p"},
    {"a +s b",
     "+s is not an operator\n"
     "  a +s b\n"
     "    ^^",
     "/s takes no order; +5 is for words in order"},
    {"a +P b",
     "+P is not an operator\n"
     "  a +P b\n"
     "    ^^",
     "/p takes no order; +5 is for words in order"},
    {"+wiretap",
     "+wiretap is not an operator\n"
     "  +wiretap\n"
     "  ^^^^^^^^",
     "put AND between what must stand in one passage"},
    {"a w/5 b",
     "w/5 is not an operator here\n"
     "  a w/5 b\n"
     "    ^^^",
     "write /5"},
    {"a W/s b",
     "W/s is not an operator here\n"
     "  a W/s b\n"
     "    ^^^",
     "write /s"},
    {"a pre/3 b",
     "pre/3 is not an operator here\n"
     "  a pre/3 b\n"
     "    ^^^^^",
     "write +3"},
    {"a NEAR/7 b",
     "NEAR/7 is not an operator here\n"
     "  a NEAR/7 b\n"
     "    ^^^^^^",
     "write /7"},
    {"wiretap -satellite",
     "- is not an operator\n"
     "  wiretap -satellite\n"
     "          ^",
     "write NOT before what must not be there"},
    {"(-satellite)",
     "- is not an operator\n"
     "  (-satellite)\n"
     "   ^",
     "write NOT before what must not be there"},
    {"\"content data\"~5",
     "~ sets no distance\n"
     "  \"content data\"~5\n"
     "                ^^",
     "write the words as a /5 b"},
    {"word~2",
     "~ cannot stand inside a word\n"
     "  word~2\n"
     "      ^",
     "~ goes before a word; a word is written without weights"},
    {"word^2",
     "^ cannot stand inside a word\n"
     "  word^2\n"
     "      ^",
     "~ goes before a word; a word is written without weights"},
    {"=( a b )",
     "= goes before one word or phrase\n"
     "  =( a b )\n"
     "  ^",
     "put it before each word of the group"},
    {"~(a b)",
     "~ goes before one word or phrase\n"
     "  ~(a b)\n"
     "  ^",
     "put it before each word of the group"},
    {"=intercept*",
     "a wildcard takes no = or ~\n"
     "  =intercept*\n"
     "   ^^^^^^^^^^",
     "only a word or phrase is replaced by what means the same"},
    {"exact:",
     "exact: has no word behind it\n"
     "  exact:\n"
     "  ^^^^^^",
     "write exact:word or exact:\"some words\" without a space"},
    {"exact:intercept*",
     "exact: takes no wildcard\n"
     "  exact:intercept*\n"
     "  ^^^^^^^^^^^^^^^^",
     "leave out exact: or the *"},
    {"exact:(a b)",
     "exact: has no word behind it\n"
     "  exact:(a b)\n"
     "  ^^^^^^",
     "write exact:word or exact:\"some words\" without a space"},
    {"*",
     "the wildcard is too short\n"
     "  *\n"
     "  ^",
     "put at least two letters before the *"},
    {"a *",
     "the wildcard is too short\n"
     "  a *\n"
     "    ^",
     "put at least two letters before the *"},
    {"i*",
     "the wildcard is too short\n"
     "  i*\n"
     "  ^^",
     "put at least two letters before the *"},
    {"re-i* ",
     "the wildcard is too short\n"
     "  re-i* \n"
     "  ^^^^^",
     "put at least two letters before the *"},
    {"*tion",
     "a wildcard stands only at the end of a word\n"
     "  *tion\n"
     "  ^",
     "write the beginning of the word, as in intercept*"},
    {"inter*ption",
     "a wildcard stands only at the end of a word\n"
     "  inter*ption\n"
     "       ^",
     "write the beginning of the word, as in intercept*"},
    {"intercept**",
     "a wildcard stands only at the end of a word\n"
     "  intercept**\n"
     "           ^",
     "write the beginning of the word, as in intercept*"},
    {"\"intercept* communications\"",
     "a wildcard cannot stand in a phrase\n"
     "  \"intercept* communications\"\n"
     "            ^",
     "join it with +1, as in \"lawful\" +1 intercept*"},
    {"NOT a /5 b",
     "NOT cannot stand beside /5\n"
     "  NOT a /5 b\n"
     "  ^^^^^",
     "put it before the whole, as in NOT (a /5 b)"},
    {"a /5 NOT b",
     "NOT cannot stand beside /5\n"
     "  a /5 NOT b\n"
     "       ^^^^^",
     "put it before the whole, as in NOT (a /5 b)"},
    {"(a AND NOT b) /p c",
     "NOT cannot stand beside /p\n"
     "  (a AND NOT b) /p c\n"
     "         ^^^^^",
     "put it before the whole, as in NOT (a /p b)"},
    {"a /s (b OR lang:en)",
     "a field cannot stand beside /s\n"
     "  a /s (b OR lang:en)\n"
     "             ^^^^^^^",
     "/s goes between words; put AND before a field"},
    {"lang:en /5 a",
     "a field cannot stand beside /5\n"
     "  lang:en /5 a\n"
     "  ^^^^^^^",
     "/5 goes between words; put AND before a field"},
    {"(a AND b) /5 (c AND d)",
     "AND stands on both sides of /5\n"
     "  (a AND b) /5 (c AND d)\n"
     "               ^^^^^^^^^",
     "put it on one side, or use /s or /p"},
    {"(a OR (b AND c)) +3 (d AND e)",
     "AND stands on both sides of +3\n"
     "  (a OR (b AND c)) +3 (d AND e)\n"
     "                      ^^^^^^^^^",
     "put it on one side, or use /s or /p"},
    {"通信内容 AND (截获",
     "the bracket is never closed\n"
     "  通信内容 AND (截获\n"
     "               ^",
     "put a ) where the group ends"},
    {"the Party shall adopt such legislative measures as may be necessary to empower its "
     "authorities to collect AND OR record data through the application of technical means",
     "there is nothing to the right of AND\n"
     "  …necessary to empower its authorities to collect AND OR record data through the "
     "application of te…\n"
     "                                                   ^^^",
     "write it between two words, as in content AND traffic"},
};

}  // namespace

TEST_CASE("what is not understood is refused with place and hint") {
  for (const RefusedCase& c : refused_cases) {
    INFO(c.query);
    const Result<Node> tree = parse_query(c.query, {});
    REQUIRE_FALSE(tree);
    CHECK(tree.error().code == Code::query);
    CHECK(tree.error().message == c.message);
    CHECK(tree.error().hint == c.hint);
  }
}
