// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli.hpp"

#include <pinlex/base/data_dir.hpp>
#include <pinlex/base/utf8.hpp>
#include <pinlex/model/catalogue.hpp>
#include <pinlex/searcher/render.hpp>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

constexpr int nothing_found = static_cast<int>(Code::nothing_found);

/// Words as one text, as they stood on the command line.
std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

Result<Searcher> open_indexes(const CommandLine& line, const Surroundings& around) {
  std::vector<fs::path> indexes(line.indexes.begin(), line.indexes.end());
  if (indexes.empty() && !around.index.empty()) indexes.emplace_back(around.index);
  const auto data = data_dir(around.data);
  if (indexes.empty() || line.with_digest) {
    if (!data) return passed_on(data);
    indexes.push_back(*data / "digest.index");
  }
  std::error_code missing;
  const bool has_catalogue = data && fs::exists(*data / "catalogue", missing);
  return Searcher::open(indexes, has_catalogue ? *data / "catalogue" : fs::path());
}

template <typename Answer>
std::string rendered(const Answer& answer, const CommandLine& line, const Surroundings& around) {
  if (line.json) return to_json(answer);
  return to_text(answer, {line.colour.value_or(around.colour), around.width});
}

int run_search(const Searcher& searcher, const CommandLine& line, const Surroundings& around) {
  SearchRequest request;
  request.query = joined(line.words);
  request.offset = line.offset;
  request.limit = line.limit;
  request.filters = line.filters;
  const auto answer = searcher.search(request);
  if (!answer) return print_error(answer.error());
  return print(rendered(*answer, line, around), answer->hits.empty() ? nothing_found : 0);
}

int run_show(const Searcher& searcher, const CommandLine& line, const Surroundings& around) {
  const auto answer =
      searcher.show({joined(line.words), line.filters.languages, line.filters.editions});
  if (!answer) return print_error(answer.error());
  const bool lacking = std::any_of(answer->provisions.begin(), answer->provisions.end(),
                                   [](const ShownProvision& p) { return !p.missing.empty(); });
  const int status = lacking || !answer->absent.empty() ? nothing_found : 0;
  return print(rendered(*answer, line, around), status);
}

int run_info(const Searcher& searcher, const CommandLine& line, const Surroundings& around) {
  auto answer = searcher.info();
  if (!answer) return print_error(answer.error());
  const std::string wanted = title_key(joined(line.words));
  std::erase_if(answer->versions, [&](const VersionRecord& record) {
    const Version& version = record.version;
    const auto is_wanted = [&](const std::string& name) { return title_key(name) == wanted; };
    return !wanted.empty() && !is_wanted(version.instrument) && !is_wanted(version.title) &&
           !is_wanted(version.series);
  });
  std::erase_if(answer->catalogued, [&](const Instrument& known) {
    return std::none_of(
        answer->versions.begin(), answer->versions.end(),
        [&](const VersionRecord& record) { return record.version.instrument == known.id; });
  });
  if (answer->versions.empty() && !wanted.empty()) {
    return print_error({Code::nothing_found, "the index has no text of " + joined(line.words),
                        "`pinlex info` lists what it has"});
  }
  return print(rendered(*answer, line, around), 0);
}

int run_fields(const CommandLine& line, const Surroundings& around) {
  if (line.json) return print(fields_to_json(), 0);
  return print(fields_to_text({line.colour.value_or(around.colour), around.width}), 0);
}

}  // namespace

int run(const CommandLine& line, const Surroundings& around) {
  if (line.command == Command::fields) return run_fields(line, around);
  const auto searcher = open_indexes(line, around);
  if (!searcher) return print_error(searcher.error());
  switch (line.command) {
    case Command::search:
      return run_search(*searcher, line, around);
    case Command::show:
      return run_show(*searcher, line, around);
    case Command::info:
      return run_info(*searcher, line, around);
    case Command::fields:
      break;
  }
  return static_cast<int>(Code::internal);
}

int print(std::string_view text, int status) {
  while (!text.empty()) {
    const auto written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return status;
    if (written < 0) {
      return print_error({Code::internal,
                          std::string("the answer could not be written: ") + std::strerror(errno),
                          {}});
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return status;
}

int print_error(const Error& error) {
  std::string text = "pinlex: " + printable(error.message) + "\n";
  if (!error.hint.empty()) text += "hint: " + printable(error.hint) + "\n";
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto written = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (written < 0) break;
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  return static_cast<int>(error.code);
}

}  // namespace pinlex
