// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/files.hpp>
#include <pinlex/thesaurus/thesaurus.hpp>

#include <algorithm>
#include <system_error>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

Result<std::vector<fs::path>> toml_files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".toml") files.push_back(it->path());
  }
  if (error) return fail(Code::usage, folder.string() + ": cannot be read: " + error.message());
  if (files.empty()) {
    return fail(Code::usage, folder.string() + ": holds no file ending in .toml",
                "name the folder or the files of a thesaurus");
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<std::vector<ThesaurusFile>> read_thesaurus_files(const std::vector<fs::path>& places) {
  std::vector<ThesaurusFile> read;
  for (const fs::path& place : places) {
    std::error_code error;
    auto files = fs::is_directory(place, error) ? toml_files_in(place)
                                                : Result<std::vector<fs::path>>({place});
    if (!files) return passed_on(files);
    for (const fs::path& file : *files) {
      auto text = read_file(file, largest_thesaurus_file);
      if (!text) return fail(Code::usage, text.error().message, text.error().hint);
      read.push_back({file.string(), *std::move(text)});
    }
  }
  return read;
}

}  // namespace pinlex
