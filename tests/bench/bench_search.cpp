// SPDX-License-Identifier: GPL-2.0-or-later
// Processor time of searches from an index that is open, top ten with highlights, by class of
// query, each as it is and plain (without expansion and feedback):
//
//   bench_search INDEX FILE...
//
// A line of a file is CLASS<TAB>QUERY, such as judged topics are. Each query is run a few times;
// the least counts. It judges nothing.
#include <pinlex/searcher/searcher.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

constexpr int repeats = 5;

double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The least time of a query, or less than 0 where it is refused.
double least_ms(const pinlex::Searcher& searcher, const std::string& query, bool expand) {
  double least = -1;
  for (int i = 0; i < repeats; ++i) {
    pinlex::SearchRequest request;
    request.query = query;
    request.expand = expand;
    const double before = processor_ms();
    const auto answer = searcher.search(request);
    const double took = processor_ms() - before;
    if (!answer) return -1;
    if (least < 0 || took < least) least = took;
  }
  return least;
}

/// What queries of a class took.
struct Times {
  std::vector<double> full, plain;
};

/// The share'th of sorted times, the next higher one where it falls between two.
double percentile(const std::vector<double>& sorted, double share) {
  const auto rank = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
  return sorted[std::min(rank, sorted.size() - 1)];
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: bench_search INDEX FILE...\n");
    return 2;
  }
  const auto searcher = pinlex::Searcher::open({arguments[1]});
  if (!searcher) {
    std::fprintf(stderr, "%s\n", searcher.error().message.c_str());
    return 1;
  }
  std::map<std::string, Times> times;
  std::printf("%-10s %10s %10s\n", "class", "ms", "plain");
  for (int i = 2; i < count; ++i) {
    std::ifstream file(arguments[i]);
    for (std::string line; std::getline(file, line);) {
      const std::size_t tab = line.find('\t');
      if (tab == std::string::npos) continue;
      const std::string name = line.substr(0, tab), query = line.substr(tab + 1);
      const double full = least_ms(*searcher, query, true);
      const double plain = least_ms(*searcher, query, false);
      std::printf("%-10s %10.2f %10.2f %s\n", name.c_str(), full, plain, query.c_str());
      if (full < 0 || plain < 0) continue;
      for (const std::string& of : {name, std::string("all")}) {
        times[of].full.push_back(full);
        times[of].plain.push_back(plain);
      }
    }
  }
  std::printf("\n%-10s %6s %9s %9s %9s %9s\n", "class", "count", "p50", "p95", "p99", "plain p50");
  for (auto& [name, all] : times) {
    for (auto* some : {&all.full, &all.plain}) std::sort(some->begin(), some->end());
    std::printf("%-10s %6zu %9.2f %9.2f %9.2f %9.2f\n", name.c_str(), all.full.size(),
                percentile(all.full, 0.5), percentile(all.full, 0.95), percentile(all.full, 0.99),
                percentile(all.plain, 0.5));
  }
  return 0;
}
