// SPDX-License-Identifier: GPL-2.0-or-later
// What the built-in thesaurus costs: to open it as a searcher does at each start, and to look for
// its concepts in a text beside cutting that text into words.

#include <pinlex/text/analyser.hpp>
#include <pinlex/thesaurus/compiled_thesaurus.hpp>
#include <pinlex/thesaurus/concept_finder.hpp>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace pinlex;

constexpr auto powers = PINLEX_SOURCE_DIR "/corpus/data/powers";

const Thesaurus& built_in() {
  static const Thesaurus thesaurus = [] {
    const auto files = read_thesaurus_files({powers});
    if (!files) throw std::runtime_error(files.error().message);
    auto read = Thesaurus::from_toml(*files);
    if (!read) throw std::runtime_error(read.error().message);
    return *std::move(read);
  }();
  return thesaurus;
}

const CompiledThesaurus& compiled() {
  static const CompiledThesaurus made(built_in());
  return made;
}

std::string content_of(const std::string& name) {
  std::ifstream file(PINLEX_SOURCE_DIR "/" + name);
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (text.empty()) throw std::runtime_error(name + " is not there");
  return text;
}

/// A text of few concepts, and one full of them.
constexpr const char* texts[] = {"tests/fixtures/treaties/lighthouses.md",
                                 "corpus/data/digest/coe-185.en.md"};

void compile(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(CompiledThesaurus(built_in()).size());
}
BENCHMARK(compile);

void open(benchmark::State& state) {
  const std::string bytes(compiled().bytes());
  for (auto _ : state) {
    const auto opened = CompiledThesaurus::decode(bytes);
    benchmark::DoNotOptimize(opened->size());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}
BENCHMARK(open);

void analyse(benchmark::State& state) {
  const std::string text = content_of(texts[state.range(0)]);
  Analyser analyser("en");
  std::vector<Token> tokens;
  for (auto _ : state) {
    tokens.clear();
    analyser.analyse(text, 0, tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(analyse)->Arg(0)->Arg(1);

void find_concepts(benchmark::State& state) {
  const std::string text = content_of(texts[state.range(0)]);
  Analyser analyser("en");
  std::vector<Token> tokens;
  analyser.analyse(text, 0, tokens);
  ConceptFinder finder(compiled(), "en");
  std::vector<ConceptMatch> matches;
  for (auto _ : state) {
    matches.clear();
    finder.find(tokens, matches);
    benchmark::DoNotOptimize(matches.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.counters["matches"] = static_cast<double>(matches.size());
  state.counters["tokens"] = static_cast<double>(tokens.size());
}
BENCHMARK(find_concepts)->Arg(0)->Arg(1);

}  // namespace

int main(int count, char** arguments) {
  if (!pinlex::read_thesaurus_files({powers})) {
    std::puts("skipped: there is no built-in thesaurus yet");
    return 77;
  }
  benchmark::Initialize(&count, arguments);
  benchmark::RunSpecifiedBenchmarks();
}
