// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "pinpoint.hpp"

#include <pinlex/model/passage.hpp>
#include <pinlex/schema/record.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace pinlex {

/// A hit without rank, score and texts: names, place and provenance of one provision of a passage.
Hit hit_of(const VersionRecord& version, const PassageRecord& record, std::string_view eid);

/// Where a passage came from: the source of its version by its place, and no range yet.
Provenance provenance_of(const VersionRecord& version, std::uint32_t source);

/// Appends the texts of a unit of the passage in the order of the source, and widens the range of
/// the hit by them. `findings`, if given, are what is highlighted.
void add_texts(Hit& hit, const Passage& passage, PinpointChoice shown,
               const PassageFindings* findings = nullptr);

/// "Convention on Cybercrime (ETS 185), art. 21(1)"; the bare title for an empty eId.
std::string citation_of(const Version& version, std::string_view eid);

/// "CHAPTER II – Measures to be taken", with whatever of the two there is.
std::string place_name(std::string_view number, std::string_view heading);

/// All words shown of a hit, with their numbers.
std::string shown_words(const Hit& hit);

/// A version that names itself in what is shown to people: the text of a digest is no proof.
inline constexpr std::string_view digest_notice = "digest, not the official text";

}  // namespace pinlex
