// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/powers.hpp>

#include <string>
#include <vector>

namespace pinlex {

/// Names parted by commas.
std::string listed(const std::vector<std::string>& names);
std::string listed(const std::vector<PowerConcept>& concepts);

/// "power; authority, provider; content data"
std::string role_of(const PowerProvision& provision);

/// "subject to art. 15 (art. 21(4))"; what is stated there is not in it.
std::string basis_of(const SafeguardLink& link);

/// The short name of an instrument: its number where it has one, else its id.
std::string short_name(const InstrumentPowers& instrument);

/// "2 instruments give 5 powers in 23 provisions."
std::string summary_of(const PowersAnswer& answer);

/// The provisions of an instrument that are about one power.
std::vector<const PowerProvision*> provisions_about(const InstrumentPowers& instrument,
                                                    const PowerConcept& power);

/// What is said where a power has no safeguards.
inline constexpr const char* no_safeguard = "no safeguard is stated or referred to";

}  // namespace pinlex
