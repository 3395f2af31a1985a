// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "fetch.hpp"

namespace pinlex::fetching {

/// Checks the file that lies in the workplace of a text, and takes it into the folder or puts it
/// aside. `copy` says where it came from; the rest is added.
Result<FetchOutcome> settle(const FetchRun& run, const Wanted& wanted, Copy copy);

/// "2024-05-06T07:08:09Z" for seconds since 1970.
std::string time_text(double seconds);

}  // namespace pinlex::fetching
