// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

/// A zip archive of these members, deflated.
std::string make_zip(const std::vector<std::pair<std::string, std::string>>& members);
