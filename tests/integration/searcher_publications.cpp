// SPDX-License-Identifier: GPL-2.0-or-later
// Readers search on while a writer publishes again and again.
#include "lake_files.hpp"

#include <pinlex/searcher/live_searcher.hpp>
#include <pinlex/searcher/render.hpp>

#include <catch2/catch.hpp>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <regex>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace pinlex;
namespace fs = std::filesystem;

namespace {

/// The lake convention, whose articles name the round, and an answer that has to have both of one.
class Rounds {
 public:
  void publish(int round) const {
    const std::string bell = " at bell " + std::to_string(round) + ".";
    folder_.write("texts/lake.md", lake_convention({"Boats moor" + bell, "Swans go" + bell}));
    index_lakes(index(), {folder_ / "texts"});
  }

  fs::path index() const { return folder_ / "index"; }

  /// What is wrong with an answer, or nothing.
  static std::string fault(const Result<SearchAnswer>& answer) {
    if (!answer) return answer.error().message;
    const std::string json = to_json(*answer);
    static const std::regex bell("at bell ([0-9]+)\\.\"");
    std::multiset<std::string> rounds;
    for (std::sregex_iterator it(json.begin(), json.end(), bell), end; it != end; ++it) {
      rounds.insert((*it)[1]);
    }
    if (answer->hits.size() == 2 && rounds.size() >= 2 && *rounds.begin() == *rounds.rbegin())
      return {};
    return "an answer is not of one round: " + json;
  }

 private:
  TemporaryFolder folder_;
};

std::size_t open_files() {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()));
}

/// Resident memory, kilobytes.
long resident() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    long size = 0;
    if (word == "VmRSS:" && status >> size) return size;
  }
  return 0;
}

constexpr long allowed_growth = 16 << 10;

}  // namespace

TEST_CASE("readers search on through publications: no error, no wrong answer, nothing grows") {
  const int publications = std::getenv("PINLEX_LONG") != nullptr ? 1000 : 60;
  const Rounds rounds;
  rounds.publish(0);
  std::atomic<bool> done = false;
  std::atomic<long> searches = 0;
  std::mutex mutex;
  std::vector<std::string> faults;
  const auto hammer = [&] {
    auto searcher = LiveSearcher::open({rounds.index()});
    SearchRequest request;
    request.query = "bell";
    while (!done) {
      const std::string fault =
          searcher ? Rounds::fault(searcher->current().search(request)) : searcher.error().message;
      ++searches;
      if (fault.empty()) continue;
      const std::lock_guard lock(mutex);
      faults.push_back(fault);
      return;
    }
  };
  std::size_t files_before = 0;
  long memory_before = 0;
  {
    std::vector<std::jthread> readers;
    for (int i = 0; i < 3; ++i) readers.emplace_back(hammer);
    for (int round = 1; round <= publications; ++round) {
      rounds.publish(round);
      // What is loaded once is loaded by then.
      if (round == publications / 2) memory_before = resident();
    }
    files_before = open_files();
    done = true;
  }
  CAPTURE(searches);
  CHECK(faults == std::vector<std::string>{});
  CHECK(searches > publications / 4);
  // Each reader holds a generation at most, and no reader is left.
  CHECK(open_files() <= files_before);
  CHECK(files_before < 64);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  CHECK(resident() - memory_before < allowed_growth);
#endif
  LiveSearcher last = *LiveSearcher::open({rounds.index()});
  SearchRequest request;
  request.query = "\"bell " + std::to_string(publications) + "\"";
  CHECK(last.current().search(request)->hits.size() == 2);
}
