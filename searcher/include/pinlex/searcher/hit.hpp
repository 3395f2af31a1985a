// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/provision.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace pinlex {

/// A half-open range of bytes of a text.
struct TextRange {
  std::uint32_t begin = 0, end = 0;
  friend bool operator==(const TextRange&, const TextRange&) = default;
};

/// A run of words shown, of one provision.
struct ShownText {
  std::string eid;
  std::uint32_t depth = 0;  ///< 0 the pinpoint itself.
  std::string number;       ///< Printed before it, on its first run only.
  std::string heading;      ///< Its own heading, on its first run only; mostly empty.
  std::string text;         ///< The source's own words; empty where there is but a number.
  std::vector<TextRange> highlights;  ///< In `text`, ascending.
  SourceRange source;                 ///< In the source file.
};

/// Where a text comes from and as of when it speaks. Empty members are unknown.
struct Provenance {
  std::string file, sha256;             ///< The file it was read from.
  std::string address;                  ///< Of the official text, or of the publication.
  std::string fetched_from, retrieved;  ///< Where and when the file was fetched.
  std::string as_of, published, author;
  SourceRange range;  ///< Hull of what is shown.
  /// Where all ranges are bytes of the text that was extracted from the file (a PDF), the places of
  /// that text; null where they are bytes of the file itself.
  std::shared_ptr<const ExtractedPlaces> extracted;

  /// The page or paragraph that the range lies in: "page 3"; empty where none is known.
  std::string place() const;
};

/// One article (or section) that answers, with its best pinpoint.
struct Hit {
  std::uint32_t rank = 0;  ///< From 1.
  double score = 0;        ///< Rounded to six digits.
  std::string id;          ///< "coe-185#art_21@en".
  std::string pinpoint;    ///< "coe-185#art_21__para_1@en".
  std::string citation;    ///< "Convention on Cybercrime (ETS 185), art. 21(1)".
  std::string instrument, title, kind, language, edition;
  std::string number;   ///< Of the article, as printed: "Article 21".
  std::string heading;  ///< Of the article, as printed.
  std::vector<TextRange> heading_highlights;
  std::vector<std::string> path;  ///< "CHAPTER II – …", outermost first.
  std::vector<ShownText> texts;   ///< The pinpoint, in the order of the source.
  std::vector<std::string> also;  ///< Ids of other versions of the same provision that match.
  Provenance provenance;
};

}  // namespace pinlex
