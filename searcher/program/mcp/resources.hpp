// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "json.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <string>

namespace pinlex {

/// The instruments of the index as resources, a page of them; Code::usage for a cursor that no
/// answer gave. Titles are left out where the protocol has none.
Result<Json> list_resources(const Searcher& searcher, const std::string& cursor, bool titles);

/// The one template: pinlex://INSTRUMENT/EID, either part escaped as URIs are.
Json list_resource_templates(bool titles);

/// A provision, or the outline of an instrument; errors as those of Searcher::show, and Code::query
/// for what is no address of ours.
Result<Json> read_resource(const Searcher& searcher, const std::string& uri);

}  // namespace pinlex
