// SPDX-License-Identifier: GPL-2.0-or-later
#include "check.hpp"
#include "settle.hpp"

#include <pinlex/sources/manifest.hpp>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

namespace pinlex::fetching {
namespace {

namespace fs = std::filesystem;

/// A stem that no text has, to read files under whose text nobody has named.
constexpr std::string_view unknown_stem = "by-hand";

Result<std::vector<fs::path>> files_in(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code unreadable;
    const std::string name = it->path().filename().string();
    if (name.front() == '.' || name == manifest_name) continue;
    if (it->is_regular_file(unreadable)) files.push_back(it->path());
  }
  if (error) return fail(Code::usage, folder.string() + ": cannot be read: " + error.message());
  std::sort(files.begin(), files.end());
  return files;
}

/// The text that a file is named after: "coe-185.en.pdf" is to be coe-185 in English.
std::optional<Wanted> named_by(const fs::path& file, const Catalogue& catalogue) {
  const std::string name = file.filename().string();
  const std::size_t first = std::min(name.find('.'), name.size());
  const std::size_t second = name.find('.', first + 1);
  if (second == std::string::npos) return std::nullopt;
  const Instrument* const known = catalogue.find(name.substr(0, first));
  const std::string language = name.substr(first + 1, second - first - 1);
  if (known == nullptr || language.size() != 2) return std::nullopt;
  return wanted(*known, language);
}

/// The edition that the catalogue publishes in that language, or nothing.
std::string edition_of(const Wanted& wanted) {
  return wanted.places.empty() ? "" : std::string(name(wanted.places.front().edition));
}

Result<FetchOutcome> take(const FetchRun& run, const fs::path& file) {
  const std::string saved_as = file.filename().string();
  auto named = named_by(file, run.catalogue);
  const std::string stem = named ? named->stem() : std::string(unknown_stem);
  const auto refused = [&saved_as](std::string why) {
    return FetchOutcome{FetchOutcome::What::refused, saved_as, std::move(why), {}};
  };
  if (auto brought = run.folder.bring(file, stem); !brought) {
    if (brought.error().code != Code::inputs_refused) return passed_on(brought);
    return refused(brought.error().message);
  }
  Copy copy;
  copy.saved_as = saved_as;
  copy.time = time_text(run.clock.now());
  if (!named) {
    const auto reading = read(run.folder.workplace(stem), run.catalogue);
    const std::string words = beginning(run.folder.workplace(stem));
    run.folder.drop(stem);
    if (!reading) return passed_on(reading);
    const Recognition found = recognise(*reading, words, run.catalogue);
    if (!found.verdict.right) {
      auto outcome = refused(found.verdict.says);
      outcome.note = "a file named as in coe-185.en.pdf is compared with that text";
      return outcome;
    }
    named = found.text;
    if (auto again = run.folder.bring(file, named->stem()); !again) return passed_on(again);
  }
  copy.edition = edition_of(*named);
  auto outcome = settle(run, *named, std::move(copy));
  if (outcome && outcome->what == FetchOutcome::What::refused) outcome->name = saved_as;
  return outcome;
}

}  // namespace

Result<void> take_saved(const FetchRun& run, const fs::path& from) {
  const auto files = files_in(from);
  if (!files) return passed_on(files);
  if (files->empty()) return fail(Code::nothing_found, from.string() + ": there is no file there");
  for (const fs::path& file : *files) {
    const auto outcome = take(run, file);
    if (!outcome) return passed_on(outcome);
    run.report(*outcome);
  }
  return {};
}

}  // namespace pinlex::fetching
