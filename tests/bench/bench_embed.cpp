// SPDX-License-Identifier: GPL-2.0-or-later
// What the doors of the library cost, from one process:
//
//   bench_embed INDEX ROUNDS [SEARCHES]
//
// Opening; a search through the C interface beside the same through C++, in pairs; searches a
// second of one thread and of eight; and how the heap grows over SEARCHES searches. It judges
// nothing.
#include <pinlex/searcher/searcher.hpp>

#include <malloc.h>
#include <pinlex.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

const std::vector<std::string> queries = {
    "interception of content data", "\"mutual assistance\" /s data",   "wiretapping",
    "art. 21 Budapest Convention",  "(search OR seizure) /p computer", "conditions and safeguards",
    "preserv* NOT traffic",
};

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

pinlex::Searcher opened(const char* index) {
  auto searcher = pinlex::Searcher::open({index});
  if (!searcher) {
    std::fprintf(stderr, "%s\n", searcher.error().message.c_str());
    std::exit(1);
  }
  return *std::move(searcher);
}

std::size_t search(const pinlex::Searcher& searcher, const std::string& query) {
  pinlex::SearchRequest request;
  request.query = query;
  const auto answer = searcher.search(request);
  if (!answer) std::abort();
  std::size_t bytes = 0;
  for (const pinlex::Hit& hit : answer->hits) bytes += hit.citation.size();
  return bytes;
}

std::size_t search(const pinlex_searcher* searcher, const std::string& query) {
  pinlex_answer* answer = pinlex_search(searcher, query.data(), query.size(), nullptr, nullptr);
  if (answer == nullptr) std::abort();
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < pinlex_answer_hits(answer); ++i) {
    bytes += pinlex_hit_citation(pinlex_answer_hit(answer, i)).size;
  }
  pinlex_answer_free(answer);
  return bytes;
}

void opening(const char* index, int rounds) {
  std::vector<double> alone, with_first;
  for (int i = 0; i < rounds; ++i) {
    const auto start = Clock::now();
    const pinlex::Searcher searcher = opened(index);
    alone.push_back(ms_since(start));
    search(searcher, queries.front());
    with_first.push_back(ms_since(start));
  }
  std::printf("open            %8.3f ms median, with the first search %.3f ms\n", median(alone),
              median(with_first));
}

void pairs(const pinlex::Searcher& cpp, const pinlex_searcher* c, int rounds) {
  std::vector<double> in_cpp, in_c, ratios;
  for (int i = 0; i < rounds; ++i) {
    for (const std::string& query : queries) {
      double took[2] = {};
      for (const int door : {i % 2, 1 - i % 2}) {  // Each goes first as often as the other.
        const auto start = Clock::now();
        const std::size_t bytes = door == 0 ? search(cpp, query) : search(c, query);
        took[door] = ms_since(start);
        if (bytes == 0) std::abort();
      }
      in_cpp.push_back(took[0]);
      in_c.push_back(took[1]);
      ratios.push_back(took[1] / took[0]);
    }
  }
  std::printf("search          %8.3f ms median in C++, %.3f ms in C, ratio of pairs %.3f\n",
              median(in_cpp), median(in_c), median(ratios));
}

/// Searches a second of so many threads together.
double throughput(const pinlex::Searcher& searcher, std::size_t threads) {
  const auto work = [&](std::size_t share) {
    for (std::size_t i = 0; i < share; ++i) search(searcher, queries[i % queries.size()]);
  };
  const std::size_t each = queries.size() * 128 / threads;
  const auto start = Clock::now();
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work, each);
  work(each);
  for (std::thread& one : others) one.join();
  return static_cast<double>(each * threads) / ms_since(start) * 1e3;
}

void threads(const pinlex::Searcher& searcher, int rounds) {
  std::vector<double> one, eight, ratios;
  for (int i = 0; i < rounds; ++i) {
    one.push_back(throughput(searcher, 1));
    eight.push_back(throughput(searcher, 8));
    ratios.push_back(eight.back() / one.back());
  }
  std::printf("throughput      %8.0f a second median in one thread, %.0f in eight, ratio %.2f\n",
              median(one), median(eight), median(ratios));
}

void heap(const pinlex_searcher* searcher, long searches) {
  std::size_t early = 0;
  for (long i = 0; i < searches; ++i) {
    if (i == searches / 10) early = mallinfo2().uordblks;
    search(searcher, queries[static_cast<std::size_t>(i) % queries.size()]);
  }
  std::printf("heap            %8ld bytes more after %ld searches than after a tenth of them\n",
              static_cast<long>(mallinfo2().uordblks - early), searches);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: bench_embed INDEX ROUNDS [SEARCHES]\n");
    return 2;
  }
  const char* index = arguments[1];
  const int rounds = std::max(1, std::atoi(arguments[2]));
  opening(index, rounds);
  const pinlex::Searcher cpp = opened(index);
  pinlex_searcher* c = pinlex_open(&index, 1, "", nullptr);
  pairs(cpp, c, rounds);
  threads(cpp, rounds);
  heap(c, count > 3 ? std::atol(arguments[3]) : 100L * rounds);
  pinlex_close(c);
  return 0;
}
