// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/searcher.hpp>

#include <filesystem>
#include <vector>

namespace pinlex {

/// A searcher that follows what is published, for programs that run long. For one thread at a time.
class LiveSearcher {
 public:
  /// As Searcher::open.
  static Result<LiveSearcher> open(std::vector<std::filesystem::path> indexes,
                                   std::filesystem::path catalogue = {});

  /// The newest snapshot that can be opened; valid until the next call. Where a newer generation
  /// cannot be opened, the one before goes on answering.
  const Searcher& current();

 private:
  LiveSearcher(std::vector<std::filesystem::path> indexes, std::filesystem::path catalogue,
               Searcher searcher);

  std::vector<std::filesystem::path> indexes_;
  std::filesystem::path catalogue_;
  Searcher searcher_;
};

}  // namespace pinlex
