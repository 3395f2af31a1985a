// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a text to be checked: it is refused with a reason, or its quotations lie inside of
// it and in order, and each is compared with and aligned to a small article without harm.
#include "check/align.hpp"
#include "check/compare.hpp"
#include "check/editorial.hpp"
#include "check/input.hpp"
#include "check/quotations.hpp"
#include "check/word_row.hpp"

#include <pinlex/model/catalogue.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const pinlex::CitationReader& reader() {
  static const pinlex::Catalogue catalogue = [] {
    pinlex::Catalogue made;
    const auto added = made.add_toml(
        "[[instrument]]\nid = \"lamps\"\nkind = \"treaty\"\nseries = \"LTS 7\"\n"
        "titles.en = \"Convention on Lamps\"\n",
        "fuzz.toml");
    require(added.has_value());
    return made;
  }();
  static const pinlex::CitationReader made(catalogue);
  return made;
}

std::vector<pinlex::PassageRecord> article() {
  pinlex::PassageRecord record;
  record.version = "lamps@en";
  pinlex::Passage& passage = record.passage;
  passage.eid = "art_1";
  const auto unit = [&](const char* eid, std::int32_t parent, const char* number) {
    pinlex::Unit one;
    one.eid = eid;
    one.parent = parent;
    one.number = number;
    passage.units.push_back(one);
  };
  const auto text = [&](std::uint32_t index, std::string_view words) {
    pinlex::UnitText run;
    run.unit = index;
    run.text.append(words, 10 * index);
    passage.texts.push_back(run);
  };
  unit("art_1", -1, "Article 1");
  unit("art_1__para_1", 0, "1.");
  unit("art_1__para_2", 0, "(a)");
  text(1, "Each Party shall light “the lamp” of co-operation, at 5 % of the cost.");
  text(2, "a keeper watches […] the lamp the lamp the lamp");
  return {record};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!pinlex::check_input(text)) return 0;
  static pinlex::Analyser analyser("en");
  static const auto parts = article();
  analyser.trim();
  const auto source = pinlex::row_of(parts, analyser);
  for (const auto reading : {pinlex::QuotationReading::automatic, pinlex::QuotationReading::marked,
                             pinlex::QuotationReading::paragraphs}) {
    const auto input = pinlex::read_quotations(
        text, reading, [](std::string_view part) { return reader().find_all(part); });
    if (!input) {
      require(input.error().code == pinlex::Code::inputs_refused);
      continue;
    }
    const auto citations = static_cast<std::int32_t>(input->citations.size());
    for (const auto& citation : input->citations) {
      require(citation.begin < citation.end && citation.end <= size);
    }
    std::uint32_t begin = 0;
    for (const auto& quotation : input->quotations) {
      require(quotation.place.begin >= begin && quotation.place.end <= size);
      require(quotation.citation < citations);
      begin = quotation.place.begin;
      const auto words = pinlex::edited(quotation.words);
      const auto quote = pinlex::row_of(words, analyser);
      pinlex::find_whole(quote, source, [&](const pinlex::WholeMatch& match) {
        require(match.last() < source.words.size());
        pinlex::differences(quote, source, match);
        return true;
      });
      const auto alignment = pinlex::align(quote, source);
      require(alignment.similarity >= 0 && alignment.similarity <= 1);
    }
  }
  return 0;
}
