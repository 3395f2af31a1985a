// SPDX-License-Identifier: GPL-2.0-or-later
#include "intake.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/base/sha256.hpp>
#include <pinlex/sources/reader.hpp>
#include <pinlex/sources/structure.hpp>

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>

namespace pinlex {
namespace {

std::string with_hint(std::string message, const std::string& hint) {
  return hint.empty() ? std::move(message) : message + "; " + hint;
}

/// What the name of a file says is the weakest word on it.
Metadata said_by_name(const FileName& name, const Catalogue& catalogue) {
  Metadata said;
  said.language = name.language;
  if (catalogue.find(name.base) != nullptr) said.instrument = name.base;
  return said;
}

Source source_of(const FoundFile& file, const FileOutcome& outcome, const Version& version) {
  Source source = version.source;
  source.file = file.relative;
  source.root = file.root;
  source.sha256 = outcome.sha256;
  source.bytes = outcome.bytes;
  return source;
}

/// The steps from bytes to texts; the error is without the file's name.
Result<void> understand(const FoundFile& file, const Metadata& declared, const Catalogue& catalogue,
                        Intake& intake) {
  if (is_table_of_values(intake.bytes)) {
    intake.outcome.left_out = "a table of values, not a text";
    return {};
  }
  auto document = read_source(intake.bytes, intake.outcome.file);
  if (!document) return passed_on(document);
  intake.outcome.format = document->format;
  Metadata metadata = declared;
  metadata.complete_with(document->metadata);
  metadata.complete_with(said_by_name(intake.name, catalogue));
  document->metadata = std::move(metadata);
  auto structured = find_structure(*document, catalogue, intake.name.slug, intake.bytes);
  if (!structured) return passed_on(structured);
  // What messages and ranges speak of is the text that was extracted.
  std::shared_ptr<const ExtractedPlaces> places;
  if (auto& extracted = document->extracted; extracted && extracted->origin.empty()) {
    intake.bytes = std::move(extracted->text);
    places = std::make_shared<const ExtractedPlaces>(ExtractedPlaces{std::move(extracted->places)});
  }
  intake.outcome.account = std::move(structured->account);
  intake.versions = std::move(structured->versions);
  for (Version& version : intake.versions) {
    version.source = source_of(file, intake.outcome, version);
    version.source.extracted = places;
    const Instrument* known = catalogue.find(version.instrument);
    if (known != nullptr) version.adopted = known->adopted;
  }
  return {};
}

}  // namespace

std::string LineNamer::at(std::uint32_t offset, const std::string& message) {
  const std::size_t wanted = std::min<std::size_t>(offset, bytes_.size());
  if (wanted < offset_) {
    offset_ = 0;
    line_ = 1;
  }
  const auto from = bytes_.begin() + static_cast<std::ptrdiff_t>(offset_);
  const auto to = bytes_.begin() + static_cast<std::ptrdiff_t>(wanted);
  line_ += static_cast<std::size_t>(std::count(from, to, '\n'));
  offset_ = wanted;
  return file_ + ":" + std::to_string(line_) + ": " + message;
}

Intake take_in(const FoundFile& file, const Metadata& declared, const Catalogue& catalogue,
               const std::string& known) {
  Intake intake;
  intake.name = read_file_name(file.relative);
  FileOutcome& outcome = intake.outcome;
  outcome.file = file.path.string();
  auto bytes = read_file(file.path, max_source_bytes);
  if (!bytes) {
    outcome.refused = with_hint(bytes.error().message, bytes.error().hint);
    return intake;
  }
  intake.bytes = std::move(*bytes);
  outcome.bytes = intake.bytes.size();
  outcome.sha256 = sha256_hex(intake.bytes);
  intake.unchanged = outcome.sha256 == known;
  if (intake.unchanged) return intake;
  try {
    if (const auto done = understand(file, declared, catalogue, intake); !done) {
      outcome.refused = outcome.file + ":" + with_hint(done.error().message, done.error().hint);
    }
  } catch (const std::exception& error) {
    // A fault of a reader is no reason to lose the rest of the batch.
    intake.versions.clear();
    outcome.refused = outcome.file + ": cannot be read, by a fault of pinlex: " + error.what();
  }
  return intake;
}

}  // namespace pinlex
