// SPDX-License-Identifier: GPL-2.0-or-later
#include "library.hpp"
#include "numbering.hpp"

#include <pinlex/searcher/verify.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace pinlex {
namespace {

/// The article that a provision is or lies in, by its units.
std::string article_of(const Passage& passage, std::uint32_t unit) {
  while (passage.units[unit].level != Level::article && passage.units[unit].parent >= 0) {
    unit = static_cast<std::uint32_t>(passage.units[unit].parent);
  }
  return passage.units[unit].level == Level::article ? passage.units[unit].eid : passage.eid;
}

bool has_words(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") != std::string::npos;
}

}  // namespace

Result<VerifyAnswer> verify(const std::filesystem::path& index,
                            const std::filesystem::path& catalogue) {
  Catalogue known;
  Concordance parallels;
  if (!catalogue.empty()) {
    if (auto added = add_catalogue(known, parallels, catalogue); !added) return passed_on(added);
  }
  const auto reader = IndexReader::open(index, RecipeCheck::any);
  if (!reader) return passed_on(reader);
  std::map<std::string, std::set<std::string>> with_words;
  auto checked = check_index(*reader, [&](const PassageRecord& record) {
    for (const UnitText& text : record.passage.texts) {
      if (!has_words(text.text.text)) continue;
      with_words[record.version].insert(article_of(record.passage, text.unit));
    }
  });
  if (!checked) return passed_on(checked);
  const Header& header = reader->header();
  VerifyAnswer answer{reader->path().string(),
                      header.generation,
                      header.created,
                      checked->versions.size(),
                      checked->passages,
                      checked->bytes,
                      std::move(checked->faults),
                      {}};
  for (const VersionRecord& record : checked->versions) {
    const Instrument* instrument = known.find(record.version.instrument);
    const std::uint32_t expected = instrument != nullptr ? instrument->articles : 0;
    auto doubts = numbering_doubts(record, with_words[record.id()], expected);
    if (!doubts.empty()) answer.numbering.push_back({record.id(), std::move(doubts)});
  }
  return answer;
}

}  // namespace pinlex
