// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pinlex {

/// The parts of "coe-185#art_21__para_3@en.digest" and where the whole stands in its text.
struct CiteIdForm {
  std::string_view instrument;
  std::string_view eid;
  std::string_view version;
  std::size_t begin = 0, end = 0;
};

/// The id around the '#' at that offset of a running text; nothing where there is none.
std::optional<CiteIdForm> id_around(std::string_view text, std::size_t hash);

/// Whether the text is made as an eId: "art_21__para_3", "preamble", "art_706-102-1".
bool is_eid(std::string_view text);

/// Whether the text is made as the suffix of a version: "en", "en.digest", "en.2021-07-05".
bool is_version(std::string_view text);

}  // namespace pinlex
