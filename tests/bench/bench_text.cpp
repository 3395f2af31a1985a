// SPDX-License-Identifier: GPL-2.0-or-later
// How fast a text is read and cut into words, over one invented treaty repeated.

#include <pinlex/sources/reader.hpp>
#include <pinlex/sources/structure.hpp>
#include <pinlex/text/analyser.hpp>
#include <pinlex/text/repair.hpp>

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

const std::string& treaty() {
  static const std::string text = [] {
    std::ifstream file(PINLEX_SOURCE_DIR "/tests/fixtures/treaties/lighthouses.md");
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return text;
}

void count_bytes(benchmark::State& state) {
  if (treaty().empty()) state.SkipWithError("tests/fixtures/treaties/lighthouses.md is not there");
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * treaty().size()));
}

void repair(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(pinlex::repair(treaty()));
  count_bytes(state);
}
BENCHMARK(repair);

void analyse(benchmark::State& state) {
  pinlex::Analyser analyser("en");
  std::vector<pinlex::Token> tokens;
  for (auto _ : state) {
    tokens.clear();
    analyser.analyse(treaty(), 0, tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  count_bytes(state);
}
BENCHMARK(analyse);

void read_markdown(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(pinlex::read_markdown(treaty()));
  count_bytes(state);
}
BENCHMARK(read_markdown);

void find_structure(benchmark::State& state) {
  const auto document = pinlex::read_markdown(treaty());
  if (!document) return state.SkipWithError(document.error().message.c_str());
  const pinlex::Catalogue catalogue;
  for (auto _ : state) {
    benchmark::DoNotOptimize(pinlex::find_structure(*document, catalogue, "lighthouses", treaty()));
  }
  count_bytes(state);
}
BENCHMARK(find_structure);

}  // namespace

BENCHMARK_MAIN();
