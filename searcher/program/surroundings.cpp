// SPDX-License-Identifier: GPL-2.0-or-later
#include "command.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string>

namespace pinlex {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::uint32_t columns_of_terminal() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  std::uint32_t columns = 80;
  const std::string set = variable("COLUMNS");
  std::from_chars(set.data(), set.data() + set.size(), columns);
  return columns;
}

}  // namespace

Surroundings surroundings() {
  Surroundings around;
  around.index = variable("PINLEX_INDEX");
  around.data = variable("PINLEX_DATA");
  const bool terminal = ::isatty(STDOUT_FILENO) == 1 && variable("TERM") != "dumb";
  around.colour = terminal && variable("NO_COLOR").empty();
  around.width = columns_of_terminal();
  return around;
}

}  // namespace pinlex
