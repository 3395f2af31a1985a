// SPDX-License-Identifier: GPL-2.0-or-later
#include "grouping.hpp"

#include <pinlex/model/eid.hpp>

#include <algorithm>

namespace pinlex {

VersionName read_version_name(std::string_view id) {
  const ProvisionId parts = parse_id(id);
  VersionName name;
  name.instrument = parts.instrument;
  const auto dot = parts.version.find('.');
  name.language = parts.version.substr(0, dot);
  if (dot == std::string::npos) return name;
  const std::string rest = parts.version.substr(dot + 1);
  if (const auto edition = edition_from(rest)) {
    name.edition = *edition;
  } else {
    name.edition = Edition::consolidated;
    name.as_of = rest;
  }
  return name;
}

bool preferred(const VersionName& a, const VersionName& b) {
  if (a.edition != b.edition) return a.edition < b.edition;
  return a.as_of > b.as_of;
}

std::size_t shown_member(const std::vector<Member>& members) {
  std::size_t best = 0;
  if (members[0].candidate.score == 0) {
    // Nothing ranked, so no language matched better than another.
    const auto english = std::find_if(members.begin(), members.end(), [](const Member& member) {
      return read_version_name(member.version).language == "en";
    });
    if (english != members.end()) best = static_cast<std::size_t>(english - members.begin());
  }
  VersionName best_name = read_version_name(members[best].version);
  for (std::size_t i = 0; i < members.size(); ++i) {
    const VersionName name = read_version_name(members[i].version);
    if (name.language != best_name.language || !preferred(name, best_name)) continue;
    best = i;
    best_name = name;
  }
  return best;
}

std::vector<std::string> other_versions(const std::vector<Member>& members,
                                        const std::string& shown) {
  std::vector<std::string> others;
  for (const Member& member : members) {
    if (member.version == shown) continue;
    if (std::find(others.begin(), others.end(), member.version) == others.end()) {
      others.push_back(member.version);
    }
  }
  return others;
}

}  // namespace pinlex
