// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/catalogue.hpp>
#include <pinlex/sources/structure.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace pinlex {

/// A shared file as it was read.
struct CorpusText {
  std::string file;  ///< Path below the corpus.
  std::string bytes;
  Document document;
  Structured structured;

  /// The version of an instrument in a language; the test fails where there is none, or two.
  const Version& version(const std::string& instrument, const std::string& language) const;
};

/// Whether the shared corpus is there; warns that the test is skipped where it is not.
bool corpus_is_there();

/// Paths below the corpus of all files below a folder with one of the endings, sorted.
std::vector<std::string> corpus_files(const std::string& folder,
                                      const std::vector<std::string>& endings);

/// Reads a file of the corpus with the catalogue of the project; the test fails where it is
/// refused.
CorpusText read_corpus_text(const std::string& file);

/// The bytes of a file of the corpus.
std::string corpus_bytes(const std::string& file);

}  // namespace pinlex
