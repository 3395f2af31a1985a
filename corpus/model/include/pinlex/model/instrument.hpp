// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What an instrument is. The order is that of authority, used as a mild prior in ranking.
enum class Kind : std::uint8_t {
  treaty,
  protocol,
  statute,
  decision,
  explanatory_report,
  commentary,
  document,
};

/// Which text of an instrument a version holds. The order is that of preference when a citation
/// names none.
enum class Edition : std::uint8_t {
  official,      ///< The authentic text.
  consolidated,  ///< The text as amended up to a date.
  translation,   ///< A translation that is not authentic.
  digest,        ///< A guide in other words; never proof of the text.
};

/// Names as they stand in files, options and answers, e.g. "explanatory-report".
std::string_view name(Kind kind);
std::string_view name(Edition edition);
std::optional<Kind> kind_from(std::string_view name);
std::optional<Edition> edition_from(std::string_view name);

/// All names, in the order of the enum, for messages that say what was expected.
std::string kind_names();
std::string edition_names();

/// Where a text of an instrument can be fetched, as a file.
struct PublishedText {
  std::string language;
  std::string address;
  std::string format;  ///< What is published there: "pdf", "html", …
  Edition edition = Edition::official;
  bool verified = false;  ///< Whether somebody has fetched that text from there.
};

/// A catalogued act. Titles and short names are by language (ISO 639-1 code).
struct Instrument {
  std::string id;  ///< "coe-185"; [a-z0-9-]+, never changes.
  Kind kind = Kind::document;
  std::map<std::string, std::string> titles;              ///< Full official titles.
  std::map<std::string, std::vector<std::string>> names;  ///< Short names and aliases.
  std::string series;  ///< The number people cite, "ETS 185"; printed behind the title.
  std::string parent;  ///< Id of the convention that a protocol belongs to, or empty.
  std::string publisher;
  std::string address;            ///< Where the official text is published (https).
  bool address_verified = false;  ///< Whether somebody has fetched that address.
  std::string adopted;            ///< ISO 8601 date, or empty.
  std::string in_force;           ///< ISO 8601 date, or empty.
  std::uint32_t articles = 0;     ///< How many articles the text has; 0 where unknown.
  std::vector<std::pair<std::string, std::string>> facts;  ///< Dated facts, in the file's order.
  std::vector<PublishedText>
      texts;  ///< In the file's order: those of a language as they are tried.

  /// The title in that language, else English, else any, else the id.
  std::string_view title(std::string_view language) const;
};

/// "Convention on Cybercrime (ETS 185)": the title with the series number where there is one.
std::string display_title(const Instrument& instrument, std::string_view language);

}  // namespace pinlex
