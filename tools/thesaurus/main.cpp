// SPDX-License-Identifier: GPL-2.0-or-later
#include "command_line.hpp"

#include <pinlex/base/data_dir.hpp>
#include <pinlex/base/files.hpp>
#include <pinlex/base/utf8.hpp>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <map>

namespace {

using namespace pinlex;

int print_error(const Error& error) {
  std::cerr << "pinlex-thesaurus: " << printable(error.message) << "\n";
  if (!error.hint.empty()) std::cerr << "  hint: " << printable(error.hint) << "\n";
  return static_cast<int>(error.code);
}

/// The files that were named, or those that come with pinlex.
Result<std::vector<ThesaurusFile>> files_of(const ThesaurusRequest& request) {
  if (!request.places.empty()) return read_thesaurus_files(request.places);
  const char* const data = std::getenv("PINLEX_DATA");
  const auto folder = data_dir(data == nullptr ? "" : data);
  if (!folder) return passed_on(folder);
  return read_thesaurus_files({*folder / "powers"});
}

int write(const ThesaurusRequest& request, const std::string& text) {
  if (request.output.empty()) {
    std::cout << text << std::flush;
    if (std::cout) return 0;
    return print_error({Code::internal, "standard output: could not be written", {}});
  }
  const auto written = replace_file(request.output, text);
  return written ? 0 : print_error(written.error());
}

void print_summary(const Thesaurus& thesaurus) {
  std::map<std::string, std::size_t> phrases;
  for (const Concept& one : thesaurus.concepts()) {
    for (const auto& [language, label] : one.labels) ++phrases[language];
    for (const PhraseLists* lists : {&one.legal, &one.lay}) {
      for (const auto& [language, list] : *lists) phrases[language] += list.size();
    }
  }
  std::cout << "concepts: " << thesaurus.concepts().size() << "\nphrases:";
  for (const auto& [language, count] : phrases) std::cout << " " << language << " " << count;
  std::cout << "\nfingerprint: " << thesaurus.fingerprint() << "\n";
}

int check(const ThesaurusRequest& request) {
  const auto files = files_of(request);
  if (!files) return print_error(files.error());
  const auto problems = thesaurus_problems(*files);
  for (const Error& problem : problems) print_error(problem);
  if (!problems.empty()) return static_cast<int>(Code::usage);
  const auto thesaurus = Thesaurus::from_toml(*files);
  if (!thesaurus) return print_error(thesaurus.error());
  print_summary(*thesaurus);
  return 0;
}

int export_skos(const ThesaurusRequest& request) {
  const auto files = files_of(request);
  if (!files) return print_error(files.error());
  const auto thesaurus = Thesaurus::from_toml(*files);
  if (!thesaurus) return print_error(thesaurus.error());
  const auto turtle = to_turtle(*thesaurus, request.exported);
  return turtle ? write(request, *turtle) : print_error(turtle.error());
}

int import_skos(const ThesaurusRequest& request) {
  const auto text = read_file(request.places.front(), largest_turtle);
  if (!text) return print_error({Code::usage, text.error().message, text.error().hint});
  const auto read = from_turtle(*text, request.places.front().string(), request.imported);
  if (!read) return print_error(read.error());
  for (const std::string& line : read->left_out) {
    std::cerr << "left out: " << printable(line) << "\n";
  }
  return write(request, to_toml(read->thesaurus));
}

int run(int count, char** arguments) {
  const auto request = read_thesaurus_request(count, arguments);
  if (!request) return print_error(request.error());
  if (!request->answer.empty()) {
    std::cout << request->answer;
    return 0;
  }
  switch (request->command) {
    case ThesaurusCommand::check:
      return check(*request);
    case ThesaurusCommand::export_skos:
      return export_skos(*request);
    case ThesaurusCommand::import_skos:
      return import_skos(*request);
  }
  return static_cast<int>(Code::internal);
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return run(count, arguments);
  } catch (const std::exception& error) {
    return print_error({Code::internal, error.what(), {}});
  }
}
