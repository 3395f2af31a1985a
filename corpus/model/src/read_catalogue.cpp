// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/files.hpp>
#include <pinlex/model/catalogue.hpp>

#include <algorithm>
#include <cstdint>
#include <system_error>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_catalogue = 64ull << 20;

/// Files of a folder with that ending, ascending; or the file itself.
std::vector<fs::path> toml_files(const fs::path& place) {
  std::error_code error;
  if (!fs::is_directory(place, error)) return {place};
  std::vector<fs::path> files;
  for (fs::directory_iterator it(place, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".toml") files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<Catalogue> read_catalogue(const std::vector<fs::path>& places) {
  Catalogue catalogue;
  for (const fs::path& place : places) {
    for (const fs::path& file : toml_files(place)) {
      const auto text = read_file(file, largest_catalogue);
      if (!text) return fail(Code::usage, text.error().message, text.error().hint);
      if (auto added = catalogue.add_toml(*text, file.string()); !added) return passed_on(added);
    }
  }
  return catalogue;
}

}  // namespace pinlex
