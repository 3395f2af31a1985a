// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "discovery.hpp"
#include "file_name.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/indexer/indexer.hpp>
#include <pinlex/model/catalogue.hpp>
#include <pinlex/model/provision.hpp>

#include <string>
#include <vector>

namespace pinlex {

/// A file as it was understood.
struct Intake {
  FileOutcome outcome;  ///< Without versions: those are for the collection to admit.
  FileName name;
  std::string bytes;              ///< For the lines that messages name.
  std::vector<Version> versions;  ///< Empty where the file was refused.
  bool unchanged = false;         ///< It is what was known, and was not looked at closer.
};

/// Finds the texts in one file. What is wrong with the file, or with reading its `bytes`, is in the
/// outcome. `declared` is what manifests say of it, `known` the SHA-256 that it need not be read
/// with.
Intake take_in(const FoundFile& file, Result<std::string> bytes, const Metadata& declared,
               const Catalogue& catalogue, const std::string& known = {});

/// "FILE:LINE: message", the line counted from an offset; offsets that ascend cost one pass.
class LineNamer {
 public:
  LineNamer(std::string file, std::string_view bytes) : file_(std::move(file)), bytes_(bytes) {}
  std::string at(std::uint32_t offset, const std::string& message);

 private:
  std::string file_;
  std::string_view bytes_;
  std::size_t offset_ = 0;
  std::size_t line_ = 1;
};

}  // namespace pinlex
