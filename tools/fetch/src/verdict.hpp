// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "plan.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex::fetching {

/// A text that the readers found in a file.
struct FoundText {
  std::string id;  ///< "coe-185@en".
  std::string instrument, language, title;
  std::uint32_t articles = 0;
  std::uint32_t passages = 0;
};

/// What the readers made of a file.
struct Reading {
  std::string format;   ///< "pdf", "html", …
  std::string refused;  ///< Why it cannot be indexed, or empty.
  std::vector<FoundText> texts;
};

struct Verdict {
  bool right = false;
  std::string says;  ///< In plain words, without a full stop.
};

/// Whether a file is the text that was wanted: title, language and number of articles.
Verdict judge(const Reading& reading, const Wanted& wanted);

/// What a file is that nobody named.
struct Recognition {
  std::optional<Wanted> text;  ///< Of the catalogue; none where it is no text of it.
  Verdict verdict;             ///< On that text.
};

/// The first text of the catalogue in a file that is whole, else the first one, else the one whose
/// title stands in the words of the file's beginning: right only if judge() finds it so.
Recognition recognise(const Reading& reading, std::string_view beginning,
                      const Catalogue& catalogue);

/// The text that a title of the wanted instrument may have been missed in: it is in that language,
/// with as many articles as the catalogue says. Then the title is to be looked for in its words.
bool may_be(const Reading& reading, const Wanted& wanted);

/// Whether the words of a file's beginning hold the title; true where the catalogue has none.
bool names_title(std::string_view beginning, const Wanted& wanted);

/// ".pdf" for "pdf": how a file of that format ends.
std::string ending_of(const std::string& format);

}  // namespace pinlex::fetching
