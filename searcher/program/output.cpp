// SPDX-License-Identifier: GPL-2.0-or-later
#include "output.hpp"

#include <pinlex/base/lines.hpp>
#include <pinlex/base/utf8.hpp>

#include <unistd.h>

#include <string>

namespace pinlex {

int print(std::string_view text, int status) {
  const auto written = write_all(STDOUT_FILENO, text);
  return written ? status : print_error(written.error());
}

int print_error(const Error& error) {
  std::string text = "pinlex: " + printable(error.message) + "\n";
  if (!error.hint.empty()) text += "hint: " + printable(error.hint) + "\n";
  (void)write_all(STDERR_FILENO, text);
  return static_cast<int>(error.code);
}

}  // namespace pinlex
