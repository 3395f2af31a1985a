// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/sources/structure.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// The structure of a text, and the bytes it was read from.
struct Read {
  std::string bytes;
  Document document;
  Structured structured;

  const Version& version(std::size_t index = 0) const { return structured.versions.at(index); }
};

/// Reads a text as the indexer would; the test fails where it is refused.
Read read(std::string bytes, const std::string& name = "lamp.md", const Catalogue& catalogue = {});

/// The eIds of a version, in order.
std::vector<std::string> eids(const Version& version);

/// The words of one provision itself, its pieces joined by " | "; "(none)" where it is not there.
std::string words(const Version& version, std::string_view eid);

/// What is wrong with the ranges of a read text: segments that do not ascend, do not cover their
/// text, leave the file, or stand for other bytes than the source has; parents that do not come
/// first; an account that does not add up. Empty where all is well.
std::string faults(const Read& text);

/// A catalogue of invented instruments, in the likeness of the real one.
const Catalogue& lamp_catalogue();

}  // namespace pinlex
