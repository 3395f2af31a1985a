// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/document.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace pinlex {

/// What a caged reader may use. It ends, and its file is refused, where it wants more.
struct CageLimits {
  std::uint64_t memory = 512ull << 20;        ///< Bytes of address space.
  std::uint32_t cpu_seconds = 30;             ///< Of processor time.
  std::uint32_t wall_seconds = 60;            ///< From start to end, waiting included.
  std::uint64_t answer_bytes = 256ull << 20;  ///< Of the document it hands back.
};

/// Reads formats with foreign parsers in a process of its own for each file: a program that gets
/// the bytes, may neither write nor reach a network, and hands back a document, which is checked
/// like any hostile input. What ends badly there is a refused file here. Thread-safe.
class Cage {
 public:
  /// `program` is the reader (`pinlex-read`); empty for the one that is installed, or built, with
  /// the running program.
  explicit Cage(std::filesystem::path program = {}, CageLimits limits = {});

  /// Reads one file. Fails with Code::inputs_refused and the reason: the reader's own, or how it
  /// ended.
  Result<Document> read(std::string_view bytes, std::string_view name) const;

 private:
  std::filesystem::path program_;
  CageLimits limits_;
};

}  // namespace pinlex
