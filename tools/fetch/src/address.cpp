// SPDX-License-Identifier: GPL-2.0-or-later
#include "address.hpp"

#include <algorithm>
#include <cctype>

namespace pinlex::fetching {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

bool is_odd(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' || byte >= 0x7F || c == '\\' || c == '"' || c == '<' || c == '>';
}

/// The name of a host without its port, or nothing where it is not one.
std::string_view name_of(std::string_view host) {
  const bool bracketed = host.starts_with('[');
  const std::size_t end = bracketed ? host.find(']') : host.find(':');
  if (bracketed && end == std::string_view::npos) return {};
  const std::string_view name = host.substr(0, bracketed ? end + 1 : end);
  std::string_view port = host.substr(name.size());
  if (port.starts_with(':')) port.remove_prefix(1);
  const bool digits = port.size() <= 5 && std::all_of(port.begin(), port.end(),
                                                      [](char c) { return c >= '0' && c <= '9'; });
  const std::string_view known =
      bracketed ? "0123456789abcdef:[]" : "0123456789abcdefghijklmnopqrstuvwxyz.-";
  return digits && name.find_first_not_of(known) == std::string_view::npos ? name
                                                                           : std::string_view();
}

Unexpected refused(std::string_view address, const std::string& why) {
  return fail(Code::inputs_refused, std::string(address) + ": " + why);
}

}  // namespace

Result<Address> read_address(std::string_view text) {
  Address address;
  const std::size_t colon = text.find("://");
  if (colon != std::string_view::npos) address.scheme = lower(text.substr(0, colon));
  if (address.scheme != "https" && address.scheme != "http") {
    return refused(text, "is no address over https");
  }
  if (std::any_of(text.begin(), text.end(), is_odd)) {
    return refused(text, "has characters that no address has");
  }
  const std::string_view rest = text.substr(colon + 3);
  address.host = lower(rest.substr(0, rest.find_first_of("/?#")));
  const std::string_view name = name_of(address.host);
  if (name.empty()) return refused(text, "names no host");
  address.loopback = name == "localhost" || name == "127.0.0.1" || name == "[::1]";
  if (address.plain() && !address.loopback) {
    return refused(text,
                   "goes over http, where anybody may change a text on its way; "
                   "only https is used");
  }
  return address;
}

Result<Address> read_redirection(const Address& from, std::string_view to) {
  auto address = read_address(to);
  if (!address) return fail(Code::inputs_refused, "leads to " + address.error().message);
  if (!from.plain() && address->plain()) {
    return fail(Code::inputs_refused, "leads from https to " + std::string(to));
  }
  return address;
}

}  // namespace pinlex::fetching
