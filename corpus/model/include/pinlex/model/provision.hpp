// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/instrument.hpp>
#include <pinlex/model/source.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// The place of a provision in the tree of a text, outermost first.
enum class Level : std::uint8_t {
  preamble,
  annex,
  part,
  title,
  chapter,
  section,  ///< A grouping of articles.
  heading,  ///< A section of a text that is not made of articles (commentary, reports).
  article,  ///< The basic unit: article of a treaty or code, section of an act.
  paragraph,
  point,
  conclusions,  ///< The closing formula: "Done at …".
};

std::string_view name(Level level);

/// Whether the level only groups articles and is never part of an article's id.
bool is_grouping(Level level);

/// One node of a version's tree.
struct Provision {
  std::string eid;  ///< After the Akoma Ntoso naming convention: "art_21__para_1__point_b".
  Level level = Level::article;
  std::int32_t parent = -1;  ///< Index in Version::provisions, -1 at the top. Parents come first.
  MappedText number;         ///< As printed, "Article 21", "1.", "(ii)"; empty where counted.
  MappedText heading;        ///< As printed; empty where there is none.
};

/// A run of a provision's own words. A provision with points has a piece for its lead-in and
/// possibly one for its closing words; pieces stand in the order of the source.
struct Piece {
  std::uint32_t provision = 0;  ///< Index in Version::provisions.
  MappedText text;
};

/// Something the structure of a text leaves open; reported, never silently settled.
struct Doubt {
  std::uint32_t offset = 0;  ///< Byte of the source it is about.
  std::string message;       ///< "article 12 follows article 10".
};

/// A file a version was read from.
struct Source {
  std::string file;    ///< Path below the root it was found under.
  std::string root;    ///< That root, as given.
  std::string sha256;  ///< Of the file's bytes, hexadecimal.
  std::uint64_t bytes = 0;
  std::string address;    ///< Where the file was fetched from, or empty.
  std::string retrieved;  ///< ISO 8601 date of fetching, or empty.
  /// Where ranges are bytes of the text that was extracted from the file (a PDF), its places; null
  /// where they are bytes of the file itself.
  std::shared_ptr<const ExtractedPlaces> extracted = {};
};

/// One language of one instrument in one edition, with its whole tree.
struct Version {
  std::string instrument;  ///< Catalogue id, or the slug of an uncatalogued file.
  Kind kind = Kind::document;
  std::string title;  ///< In this version's language.
  std::string series;
  std::string language;  ///< ISO 639-1, "und" where nothing told.
  Edition edition = Edition::official;
  std::string as_of;               ///< Date as of which the text speaks, or empty.
  std::string address;             ///< Of the official text, or of the publication.
  std::string author;              ///< Of commentary, or empty.
  std::string published;           ///< Date of a commentary, or empty.
  std::string adopted;             ///< Date on which the instrument was adopted, or empty.
  std::vector<std::string> about;  ///< Provisions a commentary speaks of ("uncc#art_30").
  Source source;
  std::vector<Provision> provisions;  ///< In the order of the source.
  std::vector<Piece> pieces;          ///< In the order of the source.
  std::vector<Doubt> doubts;
};

/// The date that `date:` asks for: that as of which the text speaks, else that of its publication,
/// else that of the adoption of the instrument. Empty where none is known as YYYY, YYYY-MM or
/// YYYY-MM-DD.
std::string_view text_date(const Version& version);

}  // namespace pinlex
