// SPDX-License-Identifier: GPL-2.0-or-later
#include "summary.hpp"

#include <pinlex/base/utf8.hpp>

#include <ostream>
#include <string>

namespace pinlex {
namespace {

void print_version(const VersionSummary& version, std::ostream& out) {
  out << "  " << printable(version.id) << ": " << version.kind << ", " << version.edition << ", "
      << version.language << ", \"" << printable(version.title) << "\"\n    ";
  out << version.articles;
  if (version.expected_articles > 0) out << " of " << version.expected_articles;
  out << " articles, " << version.provisions << " provisions, " << version.passages
      << " passages\n";
  if (!version.duplicate_of.empty()) {
    out << "    duplicate of " << printable(version.duplicate_of) << "\n";
  }
  for (const std::string& doubt : version.doubts) out << "    doubt: " << printable(doubt) << "\n";
}

std::size_t count_doubts(const IndexReport& report) {
  std::size_t doubts = 0;
  for (const FileOutcome& file : report.files) {
    for (const VersionSummary& version : file.versions) doubts += version.doubts.size();
  }
  return doubts;
}

}  // namespace

void print_refused(const IndexReport& report, std::ostream& out) {
  for (const FileOutcome& file : report.files) {
    if (!file.refused.empty()) out << printable(file.refused) << "\n";
  }
  for (const std::string& warning : report.warnings) out << printable(warning) << "\n";
}

void print_left_out(const IndexReport& report, std::ostream& out) {
  for (const FileOutcome& file : report.files) {
    if (file.left_out.empty()) continue;
    out << printable(file.file) << ": left out: " << file.left_out << "\n";
  }
}

void print_files(const IndexReport& report, std::ostream& out) {
  for (const FileOutcome& file : report.files) {
    out << printable(file.file);
    if (file.change != FileChange::unknown) out << " (" << name(file.change) << ")";
    out << "\n";
    if (!file.same_as.empty()) out << "  the same as " << printable(file.same_as) << "\n";
    if (!file.left_out.empty()) out << "  left out: " << file.left_out << "\n";
    if (!file.refused.empty()) out << "  refused: " << printable(file.refused) << "\n";
    if (!file.format.empty()) out << "  " << file.format << ", " << file.bytes << " bytes\n";
    for (const VersionSummary& version : file.versions) print_version(version, out);
  }
  for (const std::string& file : report.gone) out << printable(file) << " (gone)\n";
}

void print_summary(const IndexReport& report, std::ostream& out) {
  out << "files: " << report.files.size() << "\n"
      << "refused: " << report.refused() << "\n"
      << "doubts: " << count_doubts(report) << "\n"
      << "versions: " << report.versions << "\n"
      << "passages: " << report.passages << "\n"
      << "generation: " << report.generation << "\n";
}

}  // namespace pinlex
