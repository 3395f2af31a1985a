// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "check/cited.hpp"
#include "check/editorial.hpp"
#include "check/locate.hpp"
#include "check/quotations.hpp"
#include "check/standing.hpp"
#include "library.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace pinlex {

/// Says of quotations where they stand. Keeps what it has read of the indexes. For one thread.
class QuotationJudge {
 public:
  QuotationJudge(const Library& library, const Library::Sessions& sessions);

  /// Fills in verdict, places, differences and diff of a quotation. `cited` is the citation it
  /// belongs to, or null.
  Result<void> judge(const MappedText& words, const JudgedCitation* cited, CheckedQuotation& out);

  /// How many words a quotation has, in the language that makes most of them.
  std::size_t words_in(const MappedText& words);

 private:
  using Provisions = std::vector<std::shared_ptr<const LoadedProvision>>;

  /// How much of an article that is split into passages is read with one of them.
  enum class PartsRead : std::uint8_t { part, neighbours, article };

  /// A passage as the index proposed it.
  struct FoundPassage {
    std::uint32_t document = 0;
    PassageRecord record;
  };
  using FoundPassages = std::vector<FoundPassage>;

  /// The words of one quotation in the languages that the indexes have.
  struct Readings {
    const JudgedCitation* cited = nullptr;
    bool has_omission = false;
    std::vector<std::map<std::string, QuoteRow>> by_language;  ///< For each index.
    std::vector<Standing> whole, alike;
    std::vector<FoundPassages> split;  ///< Likely parts of split articles, for each question.
    std::size_t order = 0;

    std::vector<const QuoteRow*> of(std::uint32_t index) const;
  };

  Readings read(const EditedText& text, const JudgedCitation* cited);
  Result<void> find(Readings& readings);
  Result<void> look_in_cited(Readings& readings, Provisions& looked_at);
  Result<void> look_around(Readings& readings);
  Result<void> look_for_likeness(Readings& readings, const Provisions& cited);
  Result<Provisions> likely(Readings& readings, PartsRead extent);
  void keep_likest(FoundPassages& passages, const std::vector<const QuoteRow*>& rows) const;
  void compare(Readings& readings, const Provisions& candidates);
  Result<FoundPassages> read_passages(std::uint32_t index,
                                      const std::vector<std::uint32_t>& documents) const;
  Result<std::shared_ptr<const LoadedProvision>> load(std::uint32_t index, FoundPassage passage,
                                                      PartsRead extent);
  Result<std::vector<PassageRecord>> neighbours(std::uint32_t index,
                                                const FoundPassage& passage) const;
  Result<std::shared_ptr<const LoadedProvision>> whole_article(ShelvedVersion version,
                                                               std::string_view eid);
  std::shared_ptr<const LoadedProvision> keep(ShelvedVersion version,
                                              std::vector<PassageRecord> parts);
  bool stands(Readings& readings, const std::shared_ptr<const LoadedProvision>& provision);
  static void conclude(Readings& readings, CheckedQuotation& out);

  const Library& library_;
  const Library::Sessions& sessions_;
  std::vector<PassageLocator> locators_;  ///< One an index.
  /// By index, version, eId, and the first and last part of the passage.
  std::map<std::tuple<std::uint32_t, std::string, std::string, std::uint32_t, std::uint32_t>,
           std::shared_ptr<const LoadedProvision>>
      known_;
};

}  // namespace pinlex
