// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/provision.hpp>
#include <pinlex/model/source.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// What a run of text is in its file's own terms, before its legal structure is known. A note is a
/// footnote, its printed number first in its first line; it belongs to the provision it stands in.
enum class BlockKind : std::uint8_t { heading, paragraph, note };

/// The provision that a block opens, where the format itself says so.
struct DeclaredUnit {
  Level level = Level::article;
  std::string name;    ///< As in an eId: "art", "sec", "para", "rec"; empty for a Level::heading.
  std::string eid;     ///< Whole, where the file carries it; else made of name and number.
  MappedText number;   ///< As printed.
  MappedText heading;  ///< As printed.
  bool numbered = false;  ///< Its words may hold numbers that the format does not declare.
};

/// One block of a source. Each line of the source is kept apart, because a number at the start of
/// any line may open a provision. A table is one line a row, bars between its cells.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;         ///< Of a heading, 1 the highest; else 0.
  std::vector<MappedText> lines;  ///< Inline marks removed, printed numbers kept; none is empty.
  bool quoted = false;            ///< Text of another act ("insert: …"): never opens a provision.
  std::uint16_t depth = 0;        ///< In a declared document: how deep the block's unit lies, 1 the
                                  ///< outermost; words of depth 0 belong to the innermost open.
  std::optional<DeclaredUnit> unit{};  ///< Opened by this block; it may have no lines then.

  /// All lines, joined by a space.
  std::string text() const;
  std::uint32_t begin() const { return lines.front().source().begin; }
};

/// Why bytes of a source are in no provision.
enum class Removed : std::uint8_t {
  whitespace,
  markup,  ///< Marks of the format: '#', '*', tags.
  link_target,
  front_matter,
  navigation,    ///< Menus, banners, images.
  title_page,    ///< Titles of the instrument printed before its text.
  editors_note,  ///< The same line under many articles ("Enters into force …").
  script,        ///< Programs and styles.
  hidden,        ///< What nobody sees: hidden elements, fields of forms.
  metadata,      ///< What the format says of the text.
  contents,      ///< A table of contents.
  page_head,     ///< Running heads and feet, page numbers.
  deletion,      ///< Words that tracked changes delete.
};

std::string_view name(Removed reason);

struct RemovedRange {
  SourceRange range;
  Removed reason = Removed::markup;
};

/// Which members of records hold what: names of fields with the paths of members (names joined by
/// dots, "." the record itself); for words in several languages "text.en" and the like.
using RecordFields = std::map<std::string, std::string>;

/// What is known of a file before its text is read, from a manifest, front matter or the format.
/// Empty members are unknown.
struct Metadata {
  std::string instrument, kind, language, edition, title, address, author;
  std::string published, as_of, retrieved;
  std::vector<std::string> about;
  RecordFields fields;  ///< Of a file of records, from a manifest.

  /// Takes from `weaker` what is empty here.
  void complete_with(const Metadata& weaker);
};

/// The members that are one string, by the names that manifests and records give them.
inline constexpr std::array<std::pair<std::string_view, std::string Metadata::*>, 10>
    metadata_members{{{"instrument", &Metadata::instrument},
                      {"kind", &Metadata::kind},
                      {"language", &Metadata::language},
                      {"edition", &Metadata::edition},
                      {"title", &Metadata::title},
                      {"address", &Metadata::address},
                      {"author", &Metadata::author},
                      {"published", &Metadata::published},
                      {"as_of", &Metadata::as_of},
                      {"retrieved", &Metadata::retrieved}}};

/// The text of a file whose bytes are not UTF-8 text: a PDF, a zip archive, another encoding.
struct ExtractedText {
  std::string text;               ///< UTF-8; every range of the document lies in it.
  std::vector<PlaceMark> places;  ///< Ascending; empty where there are none.
  std::vector<Segment> origin;    ///< Of transcoded text, back to the file's bytes, covering all of
                                  ///< `text`; empty where ranges stay those of the extracted text.
};

/// A file as its reader understood it.
struct Document {
  std::string format;  ///< "markdown", "text", "html", …
  Metadata metadata;
  std::vector<Block> blocks;
  std::vector<RemovedRange> removed;
  bool declared = false;  ///< Only blocks with a unit open provisions; nothing is guessed.
  std::optional<ExtractedText> extracted;
  std::vector<Doubt> doubts;  ///< What its reader leaves open.
};

}  // namespace pinlex
