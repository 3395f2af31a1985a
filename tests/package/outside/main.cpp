// SPDX-License-Identifier: GPL-2.0-or-later
// Indexes a folder and asks one question, through the installed headers and libraries alone.

#include <pinlex/indexer/indexer.hpp>
#include <pinlex/searcher/render.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <filesystem>
#include <iostream>

namespace {

int failed(const pinlex::Error& error) {
  std::cerr << error.message << "\n" << error.hint << "\n";
  return static_cast<int>(error.code);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::filesystem::remove_all(argv[2]);

  pinlex::IndexRequest indexing;
  indexing.index = argv[2];
  indexing.roots = {argv[1]};
  const auto report = pinlex::index(indexing, pinlex::Catalogue{});
  if (!report) return failed(report.error());
  std::cout << report->versions << " texts, " << report->passages << " passages\n";

  const auto searcher = pinlex::Searcher::open({indexing.index});
  if (!searcher) return failed(searcher.error());
  pinlex::SearchRequest question;
  question.query = "lighthouse keeper";
  const auto answer = searcher->search(question);
  if (!answer) return failed(answer.error());
  std::cout << pinlex::to_text(*answer, pinlex::TextStyle{});
  return answer->hits.empty() ? 1 : 0;
}
