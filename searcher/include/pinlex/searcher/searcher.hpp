// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/model/instrument.hpp>
#include <pinlex/schema/record.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace pinlex {

/// Which texts an answer may come from. Empty lists allow all; a name that starts with '!' leaves
/// out instead ("!digest").
struct Filters {
  std::vector<std::string> instruments, kinds, editions, languages;
};

struct SearchRequest {
  std::string query;
  std::uint32_t offset = 0;  ///< Hits to leave out, best first.
  std::uint32_t limit = 10;  ///< Hits wanted, at most 1,000.
  Filters filters;
};

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

/// How many passages match.
struct Total {
  std::uint64_t value = 0;
  bool exact = false;  ///< Otherwise "at least".
};

struct SearchAnswer {
  std::string query;
  std::string read_as;  ///< How the query was read, in its canonical form.
  Total total;
  std::vector<Hit> hits;
  std::vector<std::string> notes;  ///< What a person should know, such as a provision cited in
                                   ///< the query that does not exist.
};

/// A provision asked for by citation or id.
struct ShowRequest {
  std::string citation;                ///< "ETS 185 art. 21", "coe-185#art_21@en.digest".
  std::vector<std::string> languages;  ///< Versions wanted; empty: English, else the first.
  std::vector<std::string> editions;
};

/// A commentary that speaks of a provision. Empty members are unknown.
struct CommentaryNote {
  std::string id;  ///< "note-eff-2024-redlines@en.digest".
  std::string title, author;
  std::string published;  ///< ISO 8601 date, or a part of one.
  std::string address;    ///< Where it was published.
  std::string edition;
};

/// One version of a provision with its place in the tree.
struct ShownProvision {
  Hit provision;                      ///< `texts` holds the whole provision; rank 0.
  std::string missing;                ///< The id asked for, where only an ancestor exists.
  std::vector<OutlineEntry> outline;  ///< Of a grouping or a whole instrument, instead of texts.
  std::vector<CommentaryNote> commentary{};  ///< That speaks of it or of what it is part of.
};

struct ShowAnswer {
  std::string read_as;  ///< The ids the citation was read as.
  std::vector<ShownProvision> provisions;
  std::vector<std::string> absent;  ///< Ids asked for beside those shown that no text here has.
  std::vector<std::string> notes;   ///< What a person should know, one sentence each.
};

/// What is in the index.
struct InfoAnswer {
  struct Index {
    std::string path, recipe, created, writer;
    std::uint64_t generation = 0, passages = 0;
  };
  std::vector<Index> indexes;
  std::vector<VersionRecord> versions;  ///< By id.
  std::vector<Instrument> catalogued;   ///< What the catalogue says of their instruments, by id.
};

/// An immutable snapshot of one or more indexes: what is published later is not seen. Moves
/// cheaply. All members are safe to call from many threads at once. Never prints, exits or reads
/// the environment.
class Searcher {
 public:
  /// Opens the live generation of each index; errors as IndexReader::open, naming the index.
  /// `catalogue` is the file with the instruments people may cite, or a folder of such files; it is
  /// read when first needed.
  static Result<Searcher> open(const std::vector<std::filesystem::path>& indexes,
                               std::filesystem::path catalogue = {});

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  /// Code::query where the query is not understood (message with caret), Code::usage for a filter
  /// value that no text has. No match is a success with no hits.
  Result<SearchAnswer> search(const SearchRequest& request) const;

  /// Code::query where the citation is not understood; Code::nothing_found where the index has no
  /// text of the instrument.
  Result<ShowAnswer> show(const ShowRequest& request) const;

  Result<InfoAnswer> info() const;

  /// Whether a newer generation of any of the indexes has been published.
  Result<bool> newer() const;

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinlex
