// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "candidates.hpp"

#include <pinlex/model/instrument.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What the name of a version says: "coe-185@en.digest".
struct VersionName {
  std::string instrument, language;
  Edition edition = Edition::official;
  std::string as_of;  ///< Of a consolidated text with a date.
};

VersionName read_version_name(std::string_view id);

/// Of two versions of one provision, whether the first is to be preferred where nothing else
/// decides: the more authentic one, then the newer.
bool preferred(const VersionName& a, const VersionName& b);

/// A passage that matches, of one version of a provision.
struct Member {
  Candidate candidate;
  std::string version;  ///< "coe-185@en.digest"
};

/// The member that stands for a provision: in the language that matched best (English where nothing
/// ranked), the most authentic text, and of a text in several parts the one that matched best.
/// `members` is not empty and in the order of an answer.
std::size_t shown_member(const std::vector<Member>& members);

/// The versions among the members other than `shown`, in the order of an answer, none twice.
std::vector<std::string> other_versions(const std::vector<Member>& members,
                                        const std::string& shown);

}  // namespace pinlex
