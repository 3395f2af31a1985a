// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/model/catalogue.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex::fetching {

/// A text of the catalogue, and what it should be.
struct Wanted {
  std::string instrument, language;
  Kind kind = Kind::document;
  std::string title;                  ///< In that language; empty where the catalogue has none.
  std::uint32_t articles = 0;         ///< 0 where the catalogue does not say.
  std::vector<PublishedText> places;  ///< Where it is published, tried in order.

  /// "coe-185.en", what its files are named after.
  std::string stem() const { return instrument + "." + language; }
};

/// Which texts are asked for; an empty list means all.
struct Selection {
  std::vector<std::string> ids;
  std::vector<std::string> languages;
};

struct Plan {
  std::vector<Wanted> texts;  ///< By instrument, then language.
  /// What was asked for by id that has no address in the catalogue, a sentence each.
  std::vector<std::string> without;
};

/// What the catalogue says of a text in that language.
Wanted wanted(const Instrument& instrument, const std::string& language);

/// The texts that are selected and that have an address. Fails with Code::usage for an id that the
/// catalogue does not know, and with Code::nothing_found where no text is left.
Result<Plan> make_plan(const Catalogue& catalogue, const Selection& selection);

/// "English", or "'xx'" for a language without a name here.
std::string language_name(const std::string& code);

}  // namespace pinlex::fetching
