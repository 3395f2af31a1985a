// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/hit.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// Asks for the references from a provision, or to it, or both.
struct RefsRequest {
  std::string citation;                ///< "ETS 185 art. 21", "coe-185#art_21".
  std::vector<std::string> languages;  ///< Of the texts that refer. Empty: of each instrument one
  std::vector<std::string> editions;   ///< version, English and official where there is one.
  bool from = true;                    ///< What it cites.
  bool to = true;                      ///< What cites it or a part of it.
  std::uint32_t limit = 10;            ///< Of each list, from 1.
  std::uint32_t offset = 0;
};

/// A provision referred to, or the first of a range.
struct CitedTarget {
  std::string id;        ///< "coe-185#art_14", or the id of an instrument.
  std::string last;      ///< Id of the last of a range, else empty.
  std::string citation;  ///< "Convention on Cybercrime (ETS 185), art. 14".
  bool exists = false;   ///< Whether the indexes have it, in some version.
};

/// Words that refer to a provision.
struct FoundReference {
  std::string from;      ///< The provision they stand in: "coe-185#art_19__para_5@en".
  std::string citation;  ///< "Convention on Cybercrime (ETS 185), art. 19(5)".
  std::string edition;
  std::vector<CitedTarget> targets;
  std::string sentence;   ///< The words with those around them, the source's own.
  TextRange words;        ///< In `sentence`.
  Provenance provenance;  ///< Its range is that of the words.
};

/// References in canonical order: by instrument, provision and version, then as they stand.
struct ReferenceList {
  std::uint64_t total = 0;
  std::vector<FoundReference> items;  ///< Those of the page asked for.
};

/// The references from and to a provision in short: no target and no provision twice, in canonical
/// order, the first few of each.
struct BriefReferences {
  std::vector<CitedTarget> cites, cited_by;
  std::uint64_t all_cites = 0, all_cited_by = 0;
};

struct RefsAnswer {
  std::string read_as;  ///< The ids the citation was read as.
  bool from = true, to = true;
  std::uint32_t offset = 0;  ///< Of the first item in its list.
  ReferenceList cites, cited_by;
  std::vector<std::string> notes;  ///< What a person should know, one sentence each.
};

}  // namespace pinlex
