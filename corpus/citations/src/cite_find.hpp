// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cite_names.hpp"
#include "cite_provisions.hpp"

#include <pinlex/citations/citation.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace pinlex {

/// All citations of a running text that name an instrument and a provision.
std::vector<Citation> find_citations(const CiteNames& names, std::string_view text);

/// The token where the name of an instrument may begin behind provisions: past a comma, "of the",
/// an opening bracket or quotation mark.
std::size_t name_begins(const std::vector<CiteToken>& tokens, std::size_t at);

/// Past marks that close what was opened since token `from`, and past the same instrument named
/// again: "(ETS 185)"; outside of brackets only with `loose`: "Budapest Convention, ETS 185".
std::size_t name_ends(const CiteNames& names, const std::vector<CiteToken>& tokens,
                      const CiteNameMatch& name, std::size_t from, bool loose);

}  // namespace pinlex
