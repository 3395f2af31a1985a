// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/searcher/live_searcher.hpp>

#include <utility>

namespace pinlex {

LiveSearcher::LiveSearcher(std::vector<std::filesystem::path> indexes,
                           std::filesystem::path catalogue, Searcher searcher)
    : indexes_(std::move(indexes)),
      catalogue_(std::move(catalogue)),
      searcher_(std::move(searcher)) {}

Result<LiveSearcher> LiveSearcher::open(std::vector<std::filesystem::path> indexes,
                                        std::filesystem::path catalogue) {
  auto searcher = Searcher::open(indexes, catalogue);
  if (!searcher) return passed_on(searcher);
  return LiveSearcher(std::move(indexes), std::move(catalogue), std::move(*searcher));
}

const Searcher& LiveSearcher::current() {
  const auto newer = searcher_.newer();
  if (newer && *newer) {
    auto opened = Searcher::open(indexes_, catalogue_);
    if (opened) searcher_ = std::move(*opened);
  }
  return searcher_;
}

}  // namespace pinlex
