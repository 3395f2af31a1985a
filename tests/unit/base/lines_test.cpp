// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/lines.hpp>

#include <catch2/catch.hpp>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

using namespace pinlex;

namespace {

/// The lines of a text that comes through a pipe; "!" for one that is too long.
std::vector<std::string> lines_of(const std::string& text, std::size_t longest) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  std::thread writer([&] {
    CHECK(write_all(ends[1], text));
    ::close(ends[1]);
  });
  LineReader reader(ends[0], longest);
  std::vector<std::string> out;
  while (true) {
    const auto found = reader.next();
    REQUIRE(found);
    if (*found == LineReader::Found::end) break;
    out.emplace_back(*found == LineReader::Found::line ? reader.line() : "!");
  }
  writer.join();
  ::close(ends[0]);
  return out;
}

}  // namespace

TEST_CASE("lines come as they were written, within their bound") {
  using Lines = std::vector<std::string>;
  const std::string big(300000, 'x');
  struct Case {
    std::string text;
    Lines lines;
  };
  const std::vector<Case> cases = {
      {"", {}},
      {"\n", {""}},
      {"a", {"a"}},
      {"a\nb\n", {"a", "b"}},
      {"a\r\n\r\nb\r", {"a", "", "b"}},
      {"12345\n12345\r\n", {"12345", "12345"}},
      {"123456\na", {"!", "a"}},
      {"123456\r\na", {"!", "a"}},
      {big + "\na\n" + big, {"!", "a", "!"}},
      {std::string("a\0b\n", 4), {std::string("a\0b", 3)}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text.substr(0, 20));
    CHECK(lines_of(one.text, 5) == one.lines);
  }
  CHECK(lines_of(big + "\n" + big, big.size()) == Lines{big, big});
}

TEST_CASE("what cannot be read or written is said; a closed pipe is no error") {
  LineReader reader(-1, 10);
  const auto found = reader.next();
  REQUIRE_FALSE(found);
  CHECK(found.error().code == Code::inputs_refused);
  CHECK(found.error().message == "the input cannot be read: Bad file descriptor");
  const auto none = write_all(-1, "a");
  REQUIRE_FALSE(none);
  CHECK(none.error().message == "the answer could not be written: Bad file descriptor");

  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  ::close(ends[0]);
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  const auto closed = write_all(ends[1], "a");
  std::signal(SIGPIPE, before);
  ::close(ends[1]);
  REQUIRE(closed);
  CHECK_FALSE(*closed);
}
