// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "session.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/model/provision.hpp>
#include <pinlex/schema/fields.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <xapian.h>

#include <string>
#include <vector>

namespace pinlex {

/// Whether some text of these indexes has that value in a field.
bool is_known(Field field, const std::string& value,
              const std::vector<SessionPool::Lease>& sessions);

/// The error for a value that none has: what it is, and the nearest or the known ones as a hint.
Unexpected unknown_value(Field field, const std::string& value,
                         const std::vector<SessionPool::Lease>& sessions);

/// Fails with Code::usage for a value that no text of these indexes has; the hint names the nearest
/// or the known ones.
Result<void> check_filters(const Filters& filters, const std::vector<SessionPool::Lease>& sessions);

/// The languages of an index that the filters allow.
std::vector<std::string> allowed_languages(const Filters& filters, const Header& header);

/// Whether the filters let a version through.
bool allows(const Filters& filters, const Version& version);

/// The query, kept to what the filters allow and to passages.
Xapian::Query filtered(const Xapian::Query& query, const Filters& filters);

}  // namespace pinlex
