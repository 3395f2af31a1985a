// SPDX-License-Identifier: GPL-2.0-or-later
#include "reading.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/sources/reader.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

/// What a large file takes beside itself; and the size of one that is read whatever it takes.
constexpr std::uint64_t memory_a_byte = 16;
constexpr std::uint64_t least_file_bytes = 1 << 20;

VersionSummary summary_of(const Version& version, const Catalogue& catalogue) {
  VersionSummary summary;
  summary.title = version.title;
  summary.kind = name(version.kind);
  summary.language = version.language;
  summary.edition = name(version.edition);
  summary.provisions = static_cast<std::uint32_t>(version.provisions.size());
  if (const Instrument* known = catalogue.find(version.instrument)) {
    summary.expected_articles = known->articles;
  }
  return summary;
}

}  // namespace

Result<std::string> bytes_of(const FoundFile& file, const IndexRequest& request) {
  const std::uint64_t most = std::max(request.memory / memory_a_byte, least_file_bytes);
  std::error_code error;
  const bool given = file.root == standard_input_root;
  const auto size = given ? request.standard_input.size() : fs::file_size(file.path, error);
  if (!error && size > most && size <= max_source_bytes) {
    return fail(Code::inputs_refused,
                file.path.string() + ": has " + std::to_string((size >> 20) + 1) +
                    " MB, more than there is memory to read it",
                "pinlex-index --memory 1G reads any file");
  }
  if (given) return request.standard_input;
  return read_file(file.path, max_source_bytes);
}

PackedPart pack(Part part, const Catalogue& catalogue) {
  std::string named_by = naming_path(part.version, catalogue);
  return pack(std::move(part), std::move(named_by));
}

ReadFile read_found(const FoundFile& found, const Metadata& declared, const FileNote* note,
                    const ReadingTools& tools) {
  const bool same = note != nullptr && note->declared == fingerprint(declared);
  Intake intake = take_in(found, bytes_of(found, tools.request), declared, tools.catalogue,
                          same ? note->outcome.sha256 : std::string());
  ReadFile file;
  if (intake.unchanged) {
    file.outcome = note->outcome;
    file.outcome.change = FileChange::unchanged;
    return file;
  }
  LineNamer line(intake.outcome.file, intake.bytes);
  for (Version& version : intake.versions) {
    TextOfFile& text = file.texts.emplace_back();
    text.summary = summary_of(version, tools.catalogue);
    for (const Doubt& doubt : version.doubts) {
      text.summary.doubts.push_back(line.at(doubt.offset, doubt.message));
    }
    Part part = part_of(std::move(version));
    text.summary.id = part.id();
    text.summary.articles = count_articles(part.outline);
    text.summary.passages = static_cast<std::uint32_t>(part.passages.size());
    text.part = pack(std::move(part), tools.catalogue);
  }
  file.outcome = std::move(intake.outcome);
  return file;
}

}  // namespace pinlex
