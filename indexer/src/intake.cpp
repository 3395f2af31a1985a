// SPDX-License-Identifier: GPL-2.0-or-later
#include "intake.hpp"

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

/// Adds the account of one text of a file to that of the file.
void add(const ByteAccount& text, ByteAccount& file) {
  file.in_provisions += text.in_provisions;
  file.unexplained += text.unexplained;
  for (const auto& [reason, bytes] : text.removed) {
    const auto known = std::find_if(file.removed.begin(), file.removed.end(),
                                    [&](const auto& one) { return one.first == reason; });
    if (known != file.removed.end()) known->second += bytes;
    if (known == file.removed.end()) file.removed.emplace_back(reason, bytes);
  }
}

/// The steps from what was read to a text; the error is without the file's name.
Result<void> understand(Document& document, const FoundFile& file, const Metadata& declared,
                        const Catalogue& catalogue, Intake& intake) {
  Metadata metadata = declared;
  metadata.complete_with(document.metadata);
  metadata.complete_with(said_by_name(intake.name, catalogue));
  document.metadata = std::move(metadata);
  auto structured = find_structure(document, catalogue, intake.name.slug, intake.bytes);
  if (!structured) return passed_on(structured);
  // What messages and ranges speak of is the text that was extracted.
  std::shared_ptr<const ExtractedPlaces> places;
  if (auto& extracted = document.extracted; extracted && extracted->origin.empty()) {
    intake.bytes = std::move(extracted->text);
    places = std::make_shared<const ExtractedPlaces>(ExtractedPlaces{std::move(extracted->places)});
  }
  add(structured->account, intake.outcome.account);
  for (Version& version : structured->versions) {
    version.source = source_of(file, intake.outcome, version);
    version.source.extracted = places;
    const Instrument* known = catalogue.find(version.instrument);
    if (known != nullptr) version.adopted = known->adopted;
    intake.versions.push_back(std::move(version));
  }
  return {};
}

/// What is wrong with the records of a file, and how many more there are than anybody will read.
std::string refusals(const std::string& file, const std::vector<Error>& records) {
  static constexpr std::size_t most = 20;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, records.size()); ++i) {
    out += (i == 0 ? "" : "; ") + file + ":" + with_hint(records[i].message, records[i].hint);
  }
  if (records.size() <= most) return out;
  return out + "; and " + std::to_string(records.size() - most) + " more";
}

Result<void> understand(const FoundFile& file, const Metadata& declared, const Catalogue& catalogue,
                        Intake& intake) {
  if (is_table_of_values(intake.bytes)) {
    intake.outcome.left_out = "a table of values, not a text";
    return {};
  }
  auto texts = read_texts(intake.bytes, intake.outcome.file, declared.fields);
  if (!texts) return passed_on(texts);
  std::vector<Error> refused = std::move(texts->refused);
  for (Document& document : texts->documents) {
    intake.outcome.format = document.format;
    if (auto done = understand(document, file, declared, catalogue, intake); !done) {
      refused.push_back(done.error());
    }
  }
  intake.outcome.refused = refusals(intake.outcome.file, refused);
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

Intake take_in(const FoundFile& file, Result<std::string> bytes, const Metadata& declared,
               const Catalogue& catalogue, const std::string& known) {
  Intake intake;
  intake.name = read_file_name(file.relative);
  FileOutcome& outcome = intake.outcome;
  outcome.file = file.path.string();
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
