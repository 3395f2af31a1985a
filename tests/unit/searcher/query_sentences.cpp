// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/characters.hpp"
#include "query/sentences.hpp"

#include <pinlex/base/utf8.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <utility>

using namespace pinlex;

namespace {

/// Cuts at all that is no letter or digit, but full stops between letters, as ICU does.
std::vector<TextRange> words_of(std::string_view text) {
  std::vector<TextRange> words;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto begin = static_cast<std::uint32_t>(i);
    const char32_t c = next_code_point(text, i);
    const auto end = static_cast<std::uint32_t>(i);
    std::size_t next = i;
    const bool joins = inside && (c == '.' || c == '\'') && i < text.size() &&
                       is_word_character(next_code_point(text, next));
    if (!is_word_character(c) && !joins) {
      inside = false;
      continue;
    }
    const bool single = c >= 0x4E00 && c <= 0x9FFF;
    if (!inside || single) words.push_back({begin, begin});
    words.back().end = end;
    inside = !single;
  }
  return words;
}

using Block = std::pair<SentenceBlock, const char*>;

/// The blocks with "‖" before each word that begins a new sentence.
std::string marked(const std::vector<Block>& blocks) {
  SentenceCounter counter;
  std::string out;
  std::uint32_t last = 0;
  for (const auto& [kind, text] : blocks) {
    const std::vector<TextRange> words = words_of(text);
    std::vector<std::uint32_t> numbers;
    counter.block(text, words, kind, numbers);
    CHECK(numbers.size() == words.size());
    if (!out.empty()) out += " / ";
    std::size_t from = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      out += std::string(text).substr(from, words[i].begin - from);
      from = words[i].begin;
      CHECK((numbers[i] == last || numbers[i] == last + 1));
      if (numbers[i] != last) out += "‖";
      last = numbers[i];
    }
    out += std::string(text).substr(from);
  }
  return out;
}

}  // namespace

TEST_CASE("sentences end where a reader ends them") {
  const char* cases[] = {
      "Each Party shall act. ‖It shall report.",
      "Is it so? ‖No! ‖Then stop… ‖We go on.",
      "It may act (see below). “‖It must.” ‖Then it did.",
      "under art. 5 and arts. 6 and 7, cf. Article 8, para. 2, of ETS No. 185 of 2001",
      "The answer is no. ‖Each Party knows the state of the art. ‖They act.",
      "Article 5. ‖The court decides.",
      "1. Each Party acts. ‖2. It reports.",
      "the U.S. Congress, e.g. The Hague, i.e. Dutch; J. Smith and vol. 3, pp. 4-5",
      "See www.example.org for 3.5 million. ‖More there.",
      "Gem. Art. 10 Abs. 2 GG i.V.m. § 100a StPO gilt Nr. 3. ‖Das Gericht ordnet an.",
      "Op grond van art. 8 lid 2 EVRM, o.a. bij inmenging, vgl. HR. ‖De rechter beslist.",
      "Voir art. L. 34 al. 2 du code, p. ex. Le juge statue. ‖Il décide.",
      "Véase el art. 5, núm. 3, pág. 4, del Convenio. ‖Las Partes actúan.",
      "第二条适用。‖第三条不适用！‖完",
      "هل ينطبق؟ ‖نعم ينطبق. ‖ثم",
      "The Party may. such is the typing error",
      "It ends here.\n\n‖A new paragraph\n\n‖with no stop\n\n‖and: \n\nthis goes on",
      "one line\nand the next. ‖Then a third",
      "Interception means:\n(a) listening;\n(b) recording; or\n(c) watching. ‖It is covert.",
  };
  for (const char* text : cases) {
    INFO(text);
    std::string plain(text);
    for (std::size_t at = plain.find("‖"); at != std::string::npos; at = plain.find("‖")) {
      plain.erase(at, std::string("‖").size());
    }
    CHECK(marked({{SentenceBlock::paragraph, plain.c_str()}}) == text);
  }
}

TEST_CASE("a lead-in and its points are one sentence") {
  constexpr SentenceBlock p = SentenceBlock::paragraph, point = SentenceBlock::point;
  CHECK(marked({{p, "Each Party shall empower its authorities to:"},
                {point, "collect data;"},
                {point, "compel a provider:"},
                {point, "to collect, or"},
                {point, "to assist,"},
                {p, "in real time. Where it cannot, it may act otherwise."},
                {p, "The powers are subject to article 14."}}) ==
        "Each Party shall empower its authorities to: / collect data; / compel a provider: / "
        "to collect, or / to assist, / in real time. ‖Where it cannot, it may act otherwise. / "
        "‖The powers are subject to article 14.");
  CHECK(
      marked({{p, "Authorities may"}, {point, "record"}, {point, "collect"}, {p, "Others not"}}) ==
      "Authorities may / record / collect / ‖Others not");
  CHECK(marked({{p, "Authorities may –"}, {point, "record; and"}, {p, "collect"}}) ==
        "Authorities may – / record; and / collect");
  CHECK(marked({{p, "It may act."}, {point, "record"}}) == "It may act. / ‖record");
  CHECK(marked({{p, "以下："}, {point, "甲；"}, {point, "乙。"}, {p, "丙"}}) ==
        "以下： / 甲； / 乙。 / ‖丙");
}

TEST_CASE("a heading is a sentence of its own") {
  constexpr SentenceBlock p = SentenceBlock::paragraph, heading = SentenceBlock::heading;
  CHECK(marked({{heading, "Interception of content data:"},
                {p, "Each Party acts:"},
                {heading, "Confidentiality"},
                {p, "secret"}}) ==
        "Interception of content data: / ‖Each Party acts: / ‖Confidentiality / ‖secret");
  CHECK(marked({{heading, "Scope"}, {SentenceBlock::point, "all"}}) == "Scope / ‖all");
}

TEST_CASE("a block without words changes nothing") {
  SentenceCounter counter;
  std::vector<std::uint32_t> numbers;
  counter.block("* * *", {}, SentenceBlock::paragraph, numbers);
  CHECK(numbers.empty());
  counter.block("to:", {{0, 2}}, SentenceBlock::paragraph, numbers);
  counter.block("—", {}, SentenceBlock::paragraph, numbers);
  counter.block("act", {{0, 3}}, SentenceBlock::paragraph, numbers);
  CHECK(numbers == std::vector<std::uint32_t>{0, 0});
}
