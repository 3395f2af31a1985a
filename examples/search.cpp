// SPDX-License-Identifier: GPL-2.0-or-later
// Asks an index one question from two threads, and prints what may be cited.
//
//   search_cpp INDEX QUERY

#include <pinlex/searcher/searcher.hpp>

#include <iostream>
#include <thread>

namespace {

int failed(const pinlex::Error& error) {
  std::cerr << error.message << "\n" << error.hint << "\n";
  return static_cast<int>(error.code);
}

void print(const pinlex::Hit& hit) {
  std::cout << hit.citation << " [" << hit.edition << "]\n";
  for (const pinlex::ShownText& text : hit.texts) {
    std::cout << "  " << text.number << " " << text.text << "\n";
  }
  const pinlex::Provenance& from = hit.provenance;
  std::cout << "  " << from.file << ", bytes " << from.range.begin << " to " << from.range.end
            << ", SHA-256 " << from.sha256 << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return static_cast<int>(pinlex::Code::usage);
  const auto searcher = pinlex::Searcher::open({argv[1]});
  if (!searcher) return failed(searcher.error());

  pinlex::SearchRequest request;
  request.query = argv[2];
  request.limit = 3;

  // One searcher serves any number of threads.
  std::thread other([&] { (void)searcher->search(request); });
  const auto answer = searcher->search(request);
  other.join();
  if (!answer) return failed(answer.error());

  for (const pinlex::Hit& hit : answer->hits) print(hit);
  for (const std::string& note : answer->notes) std::cout << "note: " << note << "\n";

  // A service opens the index anew once something newer is published.
  const auto newer = searcher->newer();
  if (!newer) return failed(newer.error());
  std::cout << (*newer ? "a newer generation is published\n" : "this is the newest generation\n");
  return answer->hits.empty() ? static_cast<int>(pinlex::Code::nothing_found) : 0;
}
