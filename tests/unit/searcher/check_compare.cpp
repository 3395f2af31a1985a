// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/align.hpp"
#include "check/compare.hpp"
#include "check/word_row.hpp"
#include "searcher_records.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;
using Strings = std::vector<std::string>;

namespace {

/// A quotation laid against the article on lanterns.
struct Laid {
  explicit Laid(const std::string& words) : analyser("en") {
    parts.resize(1);
    parts[0].passage = lantern_article();
    MappedText mapped;
    mapped.append(words, 0);
    text = edited(mapped);
    quote = row_of(text, analyser);
    source = row_of(parts, analyser);
  }
  Analyser analyser;
  std::vector<PassageRecord> parts;
  EditedText text;
  QuoteRow quote;
  ProvisionRow source;
};

/// "none" where the words do not stand there, else what differs, or "exact".
std::string comparison(const std::string& words) {
  const Laid laid(words);
  std::string out = "none";
  find_whole(laid.quote, laid.source, [&](const WholeMatch& match) {
    out.clear();
    for (const Difference one : differences(laid.quote, laid.source, match)) {
      out += (out.empty() ? "" : ", ") + std::string(name(one));
    }
    if (out.empty()) out = "exact";
    return false;
  });
  return out;
}

std::string shown(const std::vector<DiffRun>& diff) {
  std::string out;
  for (const DiffRun& run : diff) {
    if (!out.empty()) out += ' ';
    if (run.kind == DiffKind::same) out += run.text;
    if (run.kind == DiffKind::source) out += "[-" + run.text + "-]";
    if (run.kind == DiffKind::quotation) out += "{+" + run.text + "+}";
  }
  return out;
}

}  // namespace

TEST_CASE("whole quotations are found and what differs is named") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"An owner keeps secret that a keeper watches.", "exact"},
      {"owner keeps secret that", "exact"},
      {"An owner\nkeeps secret", "exact"},
      {"An owner  keeps secret", "space"},
      {"An owner\u00A0keeps secret", "space"},
      {"an OWNER keeps secret", "case"},
      {"An own-er keeps secret", "hyphens"},
      {"An own er keeps secret", "space"},
      {"An owner, keeps “secret”", "quotation marks, punctuation"},
      {"An owner *keeps* secret", "emphasis"},
      {"An ówner keeps secret", "accents"},
      {"An ow\xC2\xADner keeps secret", "hyphens"},
      {"An owner keeps secret, that", "punctuation"},
      {"An owner keeps § secret", "none"},
      {"An owner keeps the secret", "none"},
      {"keeps secret that a keeper watches. Judges review", "numbers left out"},
      {"keeps secret that a keeper watches. 3. Judges review", "exact"},
      {"for grave wrongs: (a) watch the signals of a lantern; and (b) oblige an owner: (i) to "
       "watch;",
       "exact"},
      {"for grave wrongs: watch the signals of a lantern; and oblige an owner", "numbers left out"},
      {"Judges review […] keepers do.", "exact"},
      {"A keeper may […] watch the signals […] Judges review", "exact"},
      {"Judges review […] A keeper may", "none"},
      {"[J]udges review what keep[ing] do", "exact"},
      {"[A]n owner keeps secret", "exact"},
      {"Judges [of the land] do.", "exact"},
      {"Judges review [sic] what keepers do", "exact"},
      {"watch the signals of a lantern by night", "none"},
  };
  for (const auto& [words, expected] : cases) {
    CAPTURE(words);
    CHECK(comparison(words) == expected);
  }
}

TEST_CASE("what is altered is shown word by word") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"An owner keeps quiet that a keeper watches",
       "An owner keeps [-secret-] {+quiet+} that a keeper watches"},
      {"An owner keeps secret that a good keeper watches",
       "An owner keeps secret that a {+good+} keeper watches"},
      {"An owner keeps that a keeper watches", "An owner keeps [-secret-] that a keeper watches"},
      {"An owner may keep secret that a keeper watches",
       "An owner [-keeps-] {+may keep+} secret that a keeper watches"},
  };
  for (const auto& [words, expected] : cases) {
    CAPTURE(words);
    const Laid laid(words);
    const Alignment alignment = align(laid.quote, laid.source);
    CHECK(alignment.similarity >= altered_from);
    CHECK(shown(alignment.diff) == expected);
  }
  const Laid strange("boats carry letters over the sea for pay");
  CHECK(align(strange.quote, strange.source).similarity < altered_from);
  const Laid nothing("…");
  CHECK(align(nothing.quote, nothing.source).similarity == 0);
}

TEST_CASE("parts of a split article are one row of words") {
  Laid laid("of a lantern");
  laid.parts.push_back(laid.parts[0]);
  const ProvisionRow twice = row_of(laid.parts, laid.analyser);
  std::size_t headings = 0;
  for (const RowText& text : twice.texts) headings += text.text == "Reading of lantern signals";
  CHECK(headings == 1);
  CHECK(twice.texts.back().part == 1);
}

TEST_CASE("a whole provision may be laid against a whole one") {
  const Laid laid("Owners keep secret that a keeper watches. Judges review that.");
  CHECK(shown(align(laid.quote, laid.source).diff) ==
        "[-owner keeps-] {+Owners keep+} secret that a keeper watches. Judges review {+that+}");
  const Alignment whole = align(laid.quote, laid.source, AlignExtent::whole);
  CHECK(shown(whole.diff) ==
        "[-A keeper may, for grave wrongs a watch the signals of a lantern; and b oblige an owner "
        "i to watch; or ii to help the keeper as the case demands 2 An owner keeps-] {+Owners "
        "keep+} secret that a keeper watches. Judges review [-what keepers do-] {+that+}");
  CHECK(whole.similarity < 0.3);
  const Laid same(
      "A keeper may, for grave wrongs: watch the signals of a lantern; and oblige an owner: to "
      "watch; or to help the keeper as the case demands. An owner keeps secret that a keeper "
      "watches. Judges review what keepers do.");
  const Alignment equal = align(same.quote, same.source, AlignExtent::whole);
  CHECK(equal.similarity == 1);
  REQUIRE(equal.diff.size() == 1);
  CHECK(equal.diff.front().kind == DiffKind::same);
}
