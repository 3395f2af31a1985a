// SPDX-License-Identifier: GPL-2.0-or-later
#include "address.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace pinlex;
using namespace pinlex::fetching;

TEST_CASE("texts come over https, or over http from this machine") {
  const std::vector<std::pair<std::string, std::string>> right{
      {"https://example.org/a.pdf", "example.org"},
      {"HTTPS://Example.ORG:8443?x=/y", "example.org:8443"},
      {"http://127.0.0.1:8000/a", "127.0.0.1:8000"},
      {"http://localhost/a", "localhost"},
      {"http://[::1]:80/", "[::1]:80"},
      {"https://[2001:db8::1]/a%20b", "[2001:db8::1]"},
  };
  for (const auto& [text, host] : right) {
    CAPTURE(text);
    const auto address = read_address(text);
    REQUIRE(address);
    CHECK(address->host == host);
  }
}

TEST_CASE("an address that is not safe is refused, and why") {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"http://example.org/a", "goes over http"},
      {"http://127.0.0.1.example.org/a", "goes over http"},
      {"http://localhost.example.org/a", "goes over http"},
      {"http://127.0.0.2/a", "goes over http"},
      {"ftp://example.org/a", "is no address over https"},
      {"file:///etc/passwd", "is no address over https"},
      {"example.org/a", "is no address over https"},
      {"", "is no address over https"},
      {"https:///a", "names no host"},
      {"https://127.0.0.1@example.org/a", "names no host"},
      {"http://127.0.0.1:80@example.org/", "names no host"},
      {"https://example.org:80x/", "names no host"},
      {"http://[::1/", "names no host"},
      {"https://example.org\\@127.0.0.1/", "characters that no address has"},
      {"https://example.org/a b", "characters that no address has"},
      {"https://example.org/a\r\nX: y", "characters that no address has"},
      {"https://ex\xC3\xA4mple.org/", "characters that no address has"},
  };
  for (const auto& [text, why] : wrong) {
    CAPTURE(text);
    const auto address = read_address(text);
    REQUIRE_FALSE(address);
    CHECK(address.error().code == Code::inputs_refused);
    CHECK_THAT(address.error().message, Catch::Contains(why));
  }
}

TEST_CASE("a redirection never leads from https to less") {
  const auto safe = read_address("https://example.org/a");
  const auto local = read_address("http://127.0.0.1:8000/a");
  REQUIRE(safe);
  REQUIRE(local);
  CHECK(read_redirection(*safe, "https://other.example.org/b"));
  CHECK(read_redirection(*local, "http://127.0.0.1:8001/b"));
  CHECK(read_redirection(*local, "https://example.org/b"));
  CHECK(read_redirection(*safe, "http://127.0.0.1/b").error().message ==
        "leads from https to http://127.0.0.1/b");
  CHECK_THAT(read_redirection(*safe, "http://example.org/b").error().message,
             Catch::StartsWith("leads to http://example.org/b: goes over http"));
  CHECK_THAT(read_redirection(*local, "file:///etc/passwd").error().message,
             Catch::StartsWith("leads to file:///etc/passwd: is no address"));
}
