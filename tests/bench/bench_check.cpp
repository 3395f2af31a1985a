// SPDX-License-Identifier: GPL-2.0-or-later
// Processor time of checking one quotation over all of the shared texts: words as they stand, with
// other space and case, with a word altered, and of no text. Prints a table and judges nothing.
//
//     bench_check [QUOTATIONS]
#include <pinlex/indexer/indexer.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace pinlex;

constexpr int skipped = 77;

double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <typename T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().message.c_str());
    std::exit(1);
  }
  return std::move(*result);
}

/// Runs of 8 to 60 words of texts chosen evenly from all articles.
std::vector<std::string> sampled(const Searcher& searcher, std::size_t wanted) {
  std::vector<std::string> ids;
  const auto info = must(searcher.info());
  for (const VersionRecord& record : info.versions) {
    for (const OutlineEntry& entry : record.outline) {
      ids.push_back(record.version.instrument + "#" + entry.eid +
                    record.id().substr(record.id().find('@')));
    }
  }
  std::mt19937 random(7);
  std::shuffle(ids.begin(), ids.end(), random);
  std::vector<std::string> out;
  for (const std::string& id : ids) {
    if (out.size() == wanted) break;
    const auto shown = searcher.show({id, {}, {}});
    if (!shown || shown->provisions.empty()) continue;
    std::vector<std::string> words;
    for (const ShownText& text : shown->provisions.front().provision.texts) {
      std::string word;
      if (text.text.size() < 60) continue;
      for (const char c : text.text + " ") {
        if (c != ' ' && c != '\n') {
          word += c;
        } else if (!word.empty()) {
          words.push_back(std::move(word));
          word.clear();
        }
      }
      break;
    }
    if (words.size() < 8) continue;
    const std::size_t length = std::min<std::size_t>(words.size(), 8 + random() % 53);
    const std::size_t begin = random() % (words.size() - length + 1);
    std::string quotation;
    for (std::size_t i = begin; i < begin + length; ++i) {
      quotation += (i == begin ? "" : " ") + words[i];
    }
    out.push_back(std::move(quotation));
  }
  return out;
}

std::string normalised(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= 'a' && text[i] <= 'z') {
      text[i] = static_cast<char>(text[i] - 32);
      break;
    }
  }
  text.insert(text.find(' '), " ");
  return text;
}

std::string altered(std::string text) {
  const auto middle = text.find(' ', text.size() / 2);
  return text.insert(middle == std::string::npos ? text.size() : middle, " xylophone");
}

/// Words of the quotation in another order, among words that no treaty has.
std::string absent(const std::string& text, std::mt19937& random) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  std::shuffle(words.begin(), words.end(), random);
  std::string out = "marmalade";
  for (const std::string& word : words) out += " " + word;
  return out;
}

void measure(const Searcher& searcher, const char* what, const std::vector<std::string>& texts) {
  std::vector<double> times;
  std::map<std::string, std::size_t> verdicts;
  for (const std::string& text : texts) {
    const double begin = processor_ms();
    const auto answer = searcher.check({text, QuotationReading::paragraphs});
    times.push_back(processor_ms() - begin);
    if (!answer) continue;
    for (const CheckedQuotation& one : answer->quotations) {
      ++verdicts[std::string(name(one.verdict))];
    }
  }
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  const double mean =
      std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(times.size());
  std::printf("%-12s %8.3f %8.3f %8.3f %8.3f %8.3f  ", what, mean, at(0.5), at(0.95), at(0.99),
              at(1));
  for (const auto& [verdict, count] : verdicts) std::printf(" %s %zu", verdict.c_str(), count);
  std::printf("\n");
}

}  // namespace

int main(int count, char** arguments) {
  const fs::path corpus = fs::path(PINLEX_SOURCE_DIR) / ".." / "shared" / "corpus";
  if (!fs::exists(corpus)) {
    std::printf("skipped: there is no %s\n", corpus.c_str());
    return skipped;
  }
  const std::size_t wanted = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 500;
  const fs::path folder =
      fs::temp_directory_path() / ("pinlex-bench-check-" + std::to_string(::getpid()));
  IndexRequest request;
  request.index = folder;
  request.roots = {corpus};
  must(index(request, Catalogue{}));
  {
    const Searcher searcher = must(Searcher::open({folder}));
    const auto texts = sampled(searcher, wanted);
    std::mt19937 random(11);
    std::vector<std::string> n, a, b;
    for (const std::string& text : texts) {
      n.push_back(normalised(text));
      a.push_back(altered(text));
      b.push_back(absent(text, random));
    }
    std::printf("%zu quotations, processor ms each: mean, p50, p95, p99, max\n", texts.size());
    measure(searcher, "exact", texts);
    measure(searcher, "normalised", n);
    measure(searcher, "altered", a);
    measure(searcher, "absent", b);
  }
  fs::remove_all(folder);
  return 0;
}
