// SPDX-License-Identifier: GPL-2.0-or-later
#include "check.hpp"

#include "lock_file.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/indexer/indexer.hpp>
#include <pinlex/sources/manifest.hpp>
#include <pinlex/sources/reader.hpp>

#include <system_error>
#include <utility>

namespace pinlex::fetching {
namespace {

namespace fs = std::filesystem;

/// Title pages are shorter than that.
constexpr std::size_t beginning_bytes = 8192;

/// Without "FILE:LINE: ", which names a place that is gone when somebody reads it.
std::string reason_alone(const std::string& refused, const std::string& file) {
  std::string_view reason = refused;
  if (reason.starts_with(file + ":")) reason.remove_prefix(file.size() + 1);
  const std::size_t digits = reason.find_first_not_of("0123456789");
  if (digits != std::string_view::npos && digits > 0 && reason[digits] == ':') {
    reason.remove_prefix(digits + 1);
  }
  reason.remove_prefix(std::min(reason.find_first_not_of(' '), reason.size()));
  return std::string(reason);
}

FoundText found_text(const VersionSummary& version) {
  FoundText text;
  text.id = version.id;
  text.instrument = version.id.substr(0, version.id.find('@'));
  text.language = version.language;
  text.title = version.title;
  text.articles = version.articles;
  text.passages = version.passages;
  return text;
}

/// Reads the file as what was wanted, as the manifest of the folder will declare it.
Result<Reading> read_declared(const fs::path& folder, const Wanted& wanted,
                              const Catalogue& catalogue) {
  Copy copy;
  copy.file = unnamed;
  copy.texts = {wanted.instrument + "@" + wanted.language};
  const fs::path manifest = folder / manifest_name;
  const auto written = replace_file(manifest, manifest_of({{"", {copy, {}}}}));
  if (!written) return passed_on(written);
  auto reading = read(folder, catalogue);
  std::error_code gone;
  fs::remove(manifest, gone);
  return reading;
}

}  // namespace

std::string beginning(const fs::path& folder) {
  std::string out;
  const auto bytes = read_file(folder / unnamed, max_source_bytes);
  if (!bytes) return out;
  const auto texts = read_texts(*bytes, unnamed);
  if (!texts) return out;
  for (const Document& document : texts->documents) {
    out += document.metadata.title + " ";
    for (const Block& block : document.blocks) {
      if (out.size() > beginning_bytes) return out;
      if (!block.lines.empty()) out += block.text() + " ";
    }
  }
  return out;
}

Result<Reading> read(const fs::path& folder, const Catalogue& catalogue) {
  IndexRequest request;
  request.index = folder / "index";  // There is none, and none is made.
  request.roots = {folder / unnamed};
  request.dry_run = true;
  const auto report = index(request, catalogue);
  if (!report) return passed_on(report);
  Reading reading;
  if (report->files.empty()) return fail(Code::internal, "the file that came was not read");
  const FileOutcome& file = report->files.front();
  reading.format = file.format;
  reading.refused = reason_alone(file.refused, file.file);
  if (reading.refused.empty()) reading.refused = file.left_out;
  for (const VersionSummary& version : file.versions) {
    reading.texts.push_back(found_text(version));
  }
  return reading;
}

Result<Checked> check(const fs::path& folder, const Wanted& wanted, const Catalogue& catalogue) {
  const auto bytes = read_file(folder / unnamed, max_source_bytes);
  if (!bytes) return passed_on(bytes);
  auto reading = read(folder, catalogue);
  if (!reading) return passed_on(reading);
  if (reading->format.empty()) reading->format = format_of(*bytes, unnamed).name;
  if (may_be(*reading, wanted) && names_title(beginning(folder), wanted)) {
    auto declared = read_declared(folder, wanted, catalogue);
    if (!declared) return passed_on(declared);
    if (declared->texts.size() == 1) *reading = std::move(*declared);
  }
  const Verdict verdict = judge(*reading, wanted);
  return Checked{std::move(*reading), verdict};
}

}  // namespace pinlex::fetching
