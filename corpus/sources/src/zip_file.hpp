// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <map>
#include <string>
#include <string_view>

namespace pinlex {

/// The members of a zip archive that `wanted` names, by name. Bounded: refuses
/// (Code::inputs_refused) an archive with more than 10,000 members, a wanted member past 64 MB, and
/// wanted members past 128 MB together, as a bomb is; and one that is damaged or encrypted.
Result<std::map<std::string, std::string>> read_zip(std::string_view bytes,
                                                    bool (*wanted)(std::string_view name));

}  // namespace pinlex
