// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/instrument.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A full reference to a provision: "coe-185#art_21__para_3@en.digest". Any part but the
/// instrument may be empty.
struct ProvisionId {
  std::string instrument;
  std::string eid;
  std::string version;  ///< "en", "en.digest", "en.2021-07-05", or empty.

  std::string str() const;
  friend bool operator==(const ProvisionId&, const ProvisionId&) = default;
};

/// Splits a reference at '#' and '@'; never fails, an absent part is empty.
ProvisionId parse_id(std::string_view text);

/// The suffix of a version: "en" for an official text, "en.digest", "en.2021-07-05" for a
/// consolidated text of that date, "en.translation".
std::string version_suffix(std::string_view language, Edition edition, std::string_view as_of);

/// The number of a provision as it stands in an eId: "4 bis" → "4bis", "(b)" → "b", "§ 100a" →
/// "100a", "1." → "1", "706-102-1" as it is. Letters go to lower case.
std::string eid_number(std::string_view printed);

/// The eId of the nearest provision above, or empty: "art_21__para_1" → "art_21".
std::string_view parent_eid(std::string_view eid);

/// Whether `eid` is `ancestor` or lies below it.
bool is_within(std::string_view eid, std::string_view ancestor);

/// How a lawyer writes the provision: "art. 21(1)(b)(ii)", "preamble", "sec. 2, para. 3",
/// "recital 12", "annex 1, art. 2", for any eId after the naming convention.
std::string pinpoint(std::string_view eid);

/// A key that orders references as a reader would: numbers by value (art_2 before art_10), the
/// rest by byte. At most 240 bytes, so that it fits a value slot and a key of the index.
std::string sort_key(const ProvisionId& id);

}  // namespace pinlex
