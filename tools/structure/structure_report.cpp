// SPDX-License-Identifier: GPL-2.0-or-later
// structure-report [--catalogue FOLDER] [--tree] PATH…: what the readers and the structure make of
// files, a line of tab-separated values for each text found in one, and one for each run of bytes
// that nothing explains.
#include <pinlex/base/files.hpp>
#include <pinlex/sources/reader.hpp>
#include <pinlex/sources/structure.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace pinlex;

struct Options {
  fs::path catalogue;
  bool tree = false;
  std::vector<fs::path> paths;
};

bool read_options(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--tree") {
      options.tree = true;
    } else if (word == "--catalogue" && i + 1 < argc) {
      options.catalogue = argv[++i];
    } else if (word.starts_with("--")) {
      return false;
    } else {
      options.paths.emplace_back(word);
    }
  }
  return !options.paths.empty();
}

/// Text of a file without what would move a terminal or break a line of the table.
std::string plain(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return out;
}

struct Counts {
  std::size_t articles = 0, paragraphs = 0, points = 0, notes = 0, empty = 0;
  std::size_t gaps = 0, repeats = 0;
};

Counts count(const Version& version) {
  Counts counts;
  std::vector<bool> has_words(version.provisions.size(), false);
  for (const Piece& piece : version.pieces) has_words[piece.provision] = true;
  for (std::size_t i = version.provisions.size(); i-- > 0;) {
    const Provision& one = version.provisions[i];
    if (has_words[i] && one.parent >= 0) has_words[static_cast<std::size_t>(one.parent)] = true;
    const bool note = one.eid.find("__fn_") != std::string::npos;
    counts.notes += note;
    counts.articles += one.level == Level::article;
    counts.paragraphs += one.level == Level::paragraph;
    counts.points += one.level == Level::point && !note;
    counts.empty += one.level == Level::article && !has_words[i];
  }
  for (const Doubt& doubt : version.doubts) {
    const bool repeat = doubt.message.find("is there already") != std::string::npos;
    (repeat ? counts.repeats : counts.gaps) += 1;
  }
  return counts;
}

void print_row(const std::string& file, const Document& document, const Version& version,
               std::uint64_t unexplained) {
  const Counts counts = count(version);
  std::cout << file << '\t' << document.format << '\t' << plain(version.instrument) << '\t'
            << plain(version.language) << '\t' << counts.articles << '\t' << counts.empty << '\t'
            << counts.paragraphs << '\t' << counts.points << '\t' << counts.notes << '\t'
            << counts.gaps << '\t' << counts.repeats << '\t' << unexplained << '\n';
}

/// The bytes that are in no provision and no class of removed bytes, with their line.
void print_left(const std::string& file, const ByteAccount& account, std::string_view bytes) {
  constexpr std::size_t longest = 80;
  for (const SourceRange& range : account.left) {
    const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(range.begin);
    std::cout << file << "\tunexplained\t" << std::count(bytes.begin(), begin, '\n') + 1 << '\t'
              << plain(bytes.substr(range.begin, std::min<std::size_t>(range.size(), longest)))
              << '\n';
  }
}

void print_tree(const Version& version) {
  std::size_t piece = 0;
  for (std::size_t i = 0; i < version.provisions.size(); ++i) {
    const Provision& one = version.provisions[i];
    std::cout << one.eid << " [" << name(one.level) << "] " << plain(one.number.text) << " | "
              << plain(one.heading.text) << '\n';
    for (piece = 0; piece < version.pieces.size(); ++piece) {
      if (version.pieces[piece].provision != i) continue;
      std::cout << "    " << plain(version.pieces[piece].text.text) << '\n';
    }
  }
  for (const Doubt& doubt : version.doubts) {
    std::cout << "doubt at " << doubt.offset << ": " << plain(doubt.message) << '\n';
  }
}

void report(const fs::path& path, const std::string& file, const Options& options,
            const Catalogue& catalogue) {
  const auto refuse = [&](std::string_view why) {
    std::cout << file << "\trefused\t" << plain(why) << '\n';
  };
  const auto bytes = read_file(path, max_source_bytes);
  if (!bytes) return refuse(bytes.error().message);
  if (is_table_of_values(*bytes)) return refuse("a table of values, not a text");
  const auto document = read_source(*bytes, file);
  if (!document) return refuse(document.error().message);
  const auto found = find_structure(*document, catalogue, path.stem().string(), *bytes);
  if (!found) return refuse(found.error().message);
  for (const Version& version : found->versions) {
    print_row(file, *document, version, found->account.unexplained);
    if (options.tree) print_tree(version);
  }
  print_left(file, found->account, document->extracted ? document->extracted->text : *bytes);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!read_options(argc, argv, options)) {
    std::cerr << "usage: structure-report [--catalogue FOLDER] [--tree] PATH...\n";
    return 2;
  }
  std::vector<fs::path> places;
  if (!options.catalogue.empty()) places.push_back(options.catalogue);
  const auto catalogue = read_catalogue(places);
  if (!catalogue) {
    std::cerr << "structure-report: cannot read the catalogue\n";
    return 2;
  }
  std::cout << "file\tformat\tinstrument\tlanguage\tarticles\tempty\tparagraphs\tpoints\tnotes\t"
               "gaps\trepeats\tunexplained\n";
  for (const fs::path& root : options.paths) {
    std::vector<fs::path> files;
    std::error_code failed;
    if (fs::is_regular_file(root, failed)) files.push_back(root);
    for (const auto& entry : fs::recursive_directory_iterator(root, failed)) {
      if (entry.is_regular_file(failed)) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
      const auto shown = file == root ? file.filename() : file.lexically_relative(root);
      report(file, plain(shown.generic_string()), options, *catalogue);
    }
  }
  return 0;
}
