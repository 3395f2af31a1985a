// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/citations/citation.hpp>
#include <pinlex/searcher/check.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A citation as judged, and what of the index it names.
struct JudgedCitation {
  CheckedCitation shown;
  std::string instrument;
  std::vector<std::string> eids;         ///< What was cited, whether it exists or not.
  std::vector<ShelvedVersion> versions;  ///< Texts of the instrument; the preferred first.
};

/// Says of citations whether what they name exists.
class CitationJudge {
 public:
  CitationJudge(const Library& library, const Library::Sessions& sessions)
      : library_(library), sessions_(sessions) {}

  /// `text` is what the citation was found in.
  Result<JudgedCitation> judge(const Citation& citation, std::string_view text);

 private:
  Result<CheckedProvision> provision(const JudgedCitation& citation, const std::string& eid,
                                     const std::string& version);

  const Library& library_;
  const Library::Sessions& sessions_;
  std::map<std::string, CheckedProvision> known_;  ///< By id.
};

}  // namespace pinlex
