// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <string>
#include <string_view>

namespace pinlex::fetching {

/// Who is asked for a text.
struct Address {
  std::string scheme;  ///< "https" or "http".
  std::string host;    ///< In lower case, with the port where one is named.
  bool loopback = false;

  bool plain() const { return scheme == "http"; }
};

/// Reads an address that a text may be fetched from: https, or http on this machine itself. What
/// two programs could read in two ways (names of users, blanks, backslashes) is refused.
Result<Address> read_address(std::string_view text);

/// Whether an answer from one address may lead to another: over https never to anything less.
Result<Address> read_redirection(const Address& from, std::string_view to);

}  // namespace pinlex::fetching
