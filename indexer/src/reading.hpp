// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "discovery.hpp"
#include "intake.hpp"
#include "notes.hpp"
#include "packed_part.hpp"

#include <pinlex/indexer/indexer.hpp>

#include <string>
#include <vector>

namespace pinlex {

/// A text of a file, with what is said of it in the report.
struct TextOfFile {
  PackedPart part;
  VersionSummary summary;
};

/// A file as it was read, for the collection to admit.
struct ReadFile {
  FileOutcome outcome;
  std::vector<TextOfFile> texts;  ///< None where the live index has them.
};

/// What a run reads files with.
struct ReadingTools {
  const IndexRequest& request;
  const Catalogue& catalogue;
};

/// The bytes of a file, or of standard input. Refuses what would exceed the memory of the run.
Result<std::string> bytes_of(const FoundFile& file, const IndexRequest& request);

/// Reads a file, unless it still is what was noted of it (`note`, null where nothing was). What is
/// wrong with it is in the outcome. Safe for concurrent use.
ReadFile read_found(const FoundFile& found, const Metadata& declared, const FileNote* note,
                    const ReadingTools& tools);

/// The part as bytes, with what the catalogue says of its name.
PackedPart pack(Part part, const Catalogue& catalogue);

}  // namespace pinlex
