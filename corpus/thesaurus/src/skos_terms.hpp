// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace pinlex {

// The vocabularies that SKOS files are written in, and our own.
inline constexpr std::string_view skos_namespace = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view own_namespace = "urn:pinlex:term:";
inline constexpr std::string_view xsd_namespace = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

}  // namespace pinlex
