// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/model/catalogue.hpp>
#include <pinlex/sources/structure.hpp>
#include <pinlex/thesaurus/compiled_thesaurus.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// How far a run is. All files are read before anything is written.
struct IndexProgress {
  enum class Step : std::uint8_t { reading, writing };
  Step step = Step::reading;
  std::size_t files_done = 0, files = 0;    ///< That are read; 0 of 0 when writing.
  std::uint64_t bytes_done = 0, bytes = 0;  ///< Of the files when reading, of texts when writing.
  std::string file;                         ///< The last one read; empty when writing.
};

/// The least that a run can do with, bytes.
inline constexpr std::uint64_t least_memory = 256 << 20;

/// What an indexing run is asked to do.
struct IndexRequest {
  std::filesystem::path index;
  std::vector<std::filesystem::path> roots;  ///< Files and folders; each is a root of its own.
  std::string standard_input;                ///< The bytes of the root "-".
  bool dry_run = false;                      ///< Read and report only; the index is not touched.
  bool rebuild = false;             ///< Analyse all texts anew, as they are stored or were read.
  std::vector<std::string> remove;  ///< Instruments or versions to take out, by id.
  bool read_all = false;            ///< Also read files that have not changed since they were read.
  bool prune_missing = false;  ///< Whether an empty or unreadable root removes what came from it.
  /// Instruments from which no words of other languages are learnt, for measuring.
  std::vector<std::string> no_pairs_from;
  std::uint32_t keep = 2;      ///< Generations kept, the new one among them.
  std::uint32_t jobs = 1;      ///< Threads that read and analyse; the index is the same.
  /// What the run may take in memory, bytes, about: at least least_memory. What exceeds it waits on
  /// disk, beside what is written. The index is the same.
  std::uint64_t memory = 1 << 30;
  std::uint32_t shards = 0;    ///< Of an index made anew; 0: as its size asks for.
  /// Called from the calling thread after each file that is read and each instrument that is written.
  std::function<void(const IndexProgress&)> progress;
};

/// A text found in a file, for the report.
struct VersionSummary {
  std::string id;  ///< "coe-185@en".
  std::string title;
  std::string kind, language, edition;
  std::uint32_t articles = 0;
  std::uint32_t expected_articles = 0;  ///< From the catalogue; 0 where unknown.
  std::uint32_t provisions = 0;
  std::uint32_t passages = 0;
  std::string duplicate_of;         ///< File whose text of this version was taken instead.
  std::vector<std::string> doubts;  ///< "FILE:LINE: message".
};

/// What a file is against what the live index was made from. One that was refused or was a
/// duplicate then, in whole or part, is read again as if it were new.
enum class FileChange : std::uint8_t { unknown, fresh, changed, unchanged };

/// "new", "changed", "unchanged".
std::string_view name(FileChange change);

/// What became of one file.
struct FileOutcome {
  std::string file;
  FileChange change = FileChange::unknown;
  std::uint64_t bytes = 0;
  double seconds = 0;  ///< What reading it took.
  std::string sha256;
  std::string format;
  std::string left_out;  ///< Why it is no text to index ("a table of values"), or empty.
  std::string refused;   ///< Why it, or one of its texts, was not indexed ("FILE:LINE: reason").
  std::string same_as;   ///< File or folder read instead, where this is a link to it; else empty.
  std::vector<VersionSummary> versions;
  ByteAccount account;
};

/// The outcome of a run.
struct IndexReport {
  std::vector<FileOutcome> files;            ///< In canonical order of paths.
  std::uint64_t generation = 0;              ///< Published; 0 where nothing was.
  std::uint64_t versions = 0, passages = 0;  ///< In the whole index.
  double seconds = 0;
  std::vector<std::string> gone;  ///< Files that texts came from before and that are no more.
  /// What somebody should know that is about no single file: a root that gave no text.
  std::vector<std::string> warnings;

  /// How many files were refused.
  std::size_t refused() const;
};

/// Reads the roots, and publishes a generation that holds their texts beside those of other roots.
/// Files that are what the live generation was made from are not read again, and texts that nothing
/// touched not analysed, unless the analyser or the thesaurus differ. Where nothing changed nothing
/// is published, and the report names the generation that stays.
/// One bad file stops nothing: it is in the report. Fails as IndexWriter does, with Code::usage for
/// a manifest that is wrong, or a root that does not exist, and with Code::nothing_found for an id
/// to remove that is not there. Not thread-safe on one index: a second writer is refused. The
/// concepts of `thesaurus` are found in every text, those of other roots too.
Result<IndexReport> index(const IndexRequest& request, const Catalogue& catalogue,
                          const CompiledThesaurus& thesaurus = {});

/// The report as JSON (`pinlex.index-report/1`).
std::string to_json(const IndexReport& report);

}  // namespace pinlex
