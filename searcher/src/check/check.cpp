// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/check.hpp"

#include "check/cited.hpp"
#include "check/input.hpp"
#include "check/judge.hpp"
#include "check/quotations.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

/// Whether the words of a quotation are those of a text, so that what is in them is the text's own.
bool is_found(const CheckedQuotation& quotation) {
  switch (quotation.verdict) {
    case QuotationVerdict::exact:
    case QuotationVerdict::normalised:
    case QuotationVerdict::elsewhere:
    case QuotationVerdict::digest:
    case QuotationVerdict::altered:
      return true;
    case QuotationVerdict::no_official_text:
    case QuotationVerdict::not_in_corpus:
      return false;
  }
  return false;
}

std::string counted(std::size_t number, const std::string& one, const std::string& many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

class CheckRun {
 public:
  CheckRun(const Library& library, const Library::Sessions& sessions, std::string_view text)
      : library_(library), sessions_(sessions), text_(text), judge_(library, sessions) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos; ++at) {
      line_ends_.push_back(static_cast<std::uint32_t>(at));
    }
  }

  Result<CheckAnswer> run(const ReadInput& input);

 private:
  Result<void> judge_citations(const ReadInput& input);
  Result<void> judge_quotations(const ReadInput& input);
  bool is_checked(const Quotation& quotation);
  std::uint32_t line_at(std::uint32_t offset) const;
  void put_citations();
  void put_notes(const ReadInput& input);

  const Library& library_;
  const Library::Sessions& sessions_;
  std::string_view text_;
  QuotationJudge judge_;
  std::vector<std::uint32_t> line_ends_;
  std::vector<JudgedCitation> citations_;
  std::vector<std::int32_t> checked_;  ///< For each quotation its place in the answer, or -1.
  std::size_t short_ = 0, titles_ = 0;
  CheckAnswer answer_;
};

std::uint32_t CheckRun::line_at(std::uint32_t offset) const {
  const auto end = std::lower_bound(line_ends_.begin(), line_ends_.end(), offset);
  return static_cast<std::uint32_t>(end - line_ends_.begin()) + 1;
}

Result<void> CheckRun::judge_citations(const ReadInput& input) {
  CitationJudge judge(library_, sessions_);
  for (const Citation& citation : input.citations) {
    auto judged = judge.judge(citation, text_);
    if (!judged) return passed_on(judged);
    judged->shown.line = line_at(citation.begin);
    citations_.push_back(std::move(*judged));
  }
  return {};
}

/// Whether a quotation is worth its while: long enough, no title of an instrument, and not inside
/// of one that is found.
bool CheckRun::is_checked(const Quotation& quotation) {
  if (quotation.outer >= 0) {
    const std::int32_t outer = checked_[static_cast<std::size_t>(quotation.outer)];
    if (outer >= 0 && is_found(answer_.quotations[static_cast<std::size_t>(outer)])) return false;
  }
  const auto catalogue = library_.catalogue(sessions_);
  if (catalogue && quotation.form == QuotationForm::marks &&
      (*catalogue)->find_title(quotation.words.text).instrument != nullptr) {
    ++titles_;
    return false;
  }
  const std::size_t words = judge_.words_in(quotation.words);
  if (words >= min_quotation_words || (words > 0 && quotation.citation >= 0)) return true;
  if (words > 0) ++short_;
  return false;
}

Result<void> CheckRun::judge_quotations(const ReadInput& input) {
  for (const Quotation& quotation : input.quotations) {
    checked_.push_back(-1);
    if (!is_checked(quotation)) continue;
    CheckedQuotation out;
    out.form = quotation.form;
    out.place = quotation.place;
    out.line = line_at(quotation.place.begin);
    out.text = quotation.words.text;
    out.citation = quotation.citation;
    const JudgedCitation* cited = quotation.citation < 0
                                      ? nullptr
                                      : &citations_[static_cast<std::size_t>(quotation.citation)];
    const auto judged = judge_.judge(quotation.words, cited, out);
    if (!judged) return judged;
    checked_.back() = static_cast<std::int32_t>(answer_.quotations.size());
    answer_.quotations.push_back(std::move(out));
  }
  return {};
}

/// All citations but those inside of words that are found: they are the source's own.
void CheckRun::put_citations() {
  std::vector<bool> tied(citations_.size());
  for (const CheckedQuotation& quotation : answer_.quotations) {
    if (quotation.citation >= 0) tied[static_cast<std::size_t>(quotation.citation)] = true;
  }
  std::vector<std::int32_t> place(citations_.size(), -1);
  std::size_t first = 0;  // No quotation before it ends behind the citation looked at.
  for (std::size_t i = 0; i < citations_.size(); ++i) {
    const TextRange at = citations_[i].shown.place;
    const auto& all = answer_.quotations;
    while (first < all.size() && all[first].place.end <= at.begin) ++first;
    bool own = false;
    for (std::size_t k = first; k < all.size() && all[k].place.begin <= at.begin && !own; ++k) {
      own = at.end <= all[k].place.end && is_found(all[k]);
    }
    if (own && !tied[i]) continue;
    place[i] = static_cast<std::int32_t>(answer_.citations.size());
    answer_.citations.push_back(std::move(citations_[i].shown));
  }
  for (CheckedQuotation& quotation : answer_.quotations) {
    if (quotation.citation >= 0) {
      quotation.citation = place[static_cast<std::size_t>(quotation.citation)];
    }
  }
}

void CheckRun::put_notes(const ReadInput& input) {
  static constexpr std::size_t most = 10;
  if (short_ > 0) {
    answer_.notes.push_back(counted(short_, "quotation", "quotations") + " of fewer than " +
                            std::to_string(min_quotation_words) + " words without a citation " +
                            (short_ == 1 ? "is" : "are") + " not checked");
  }
  if (titles_ > 0) {
    answer_.notes.push_back(counted(titles_, "title", "titles") +
                            " of instruments in quotation marks " + (titles_ == 1 ? "is" : "are") +
                            " not checked");
  }
  for (std::size_t i = 0; i < input.unpaired.size() && i < most; ++i) {
    answer_.notes.push_back("nothing closes the quotation mark at line " +
                            std::to_string(line_at(input.unpaired[i])) +
                            "; what follows it is not checked");
  }
  if (input.unpaired.size() > most) {
    answer_.notes.push_back("nothing closes " + std::to_string(input.unpaired.size() - most) +
                            " further quotation marks");
  }
  answer_.complete = input.unpaired.empty();
  if (answer_.empty()) {
    answer_.notes.push_back("there is nothing to check: no citation, and no quotation of " +
                            std::to_string(min_quotation_words) + " words or more");
  }
}

Result<CheckAnswer> CheckRun::run(const ReadInput& input) {
  answer_.reading = input.reading;
  const auto citations = judge_citations(input);
  if (!citations) return passed_on(citations);
  const auto quotations = judge_quotations(input);
  if (!quotations) return passed_on(quotations);
  put_citations();
  put_notes(input);
  return std::move(answer_);
}

}  // namespace

Result<CheckAnswer> check(const Library& library, const CheckRequest& request) {
  const auto sane = check_input(request.text);
  if (!sane) return passed_on(sane);
  const auto sessions = library.sessions();
  if (!sessions) return passed_on(sessions);
  const auto reader = library.citations(*sessions);
  if (!reader) return passed_on(reader);
  const auto input = read_quotations(request.text, request.reading, [&](std::string_view text) {
    return (*reader)->find_all(text);
  });
  if (!input) return passed_on(input);
  return CheckRun(library, *sessions, request.text).run(*input);
}

}  // namespace pinlex
