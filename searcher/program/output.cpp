// SPDX-License-Identifier: GPL-2.0-or-later
#include "output.hpp"

#include <pinlex/base/utf8.hpp>

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace pinlex {

int print(std::string_view text, int status) {
  while (!text.empty()) {
    const auto written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return status;
    if (written < 0) {
      return print_error({Code::internal,
                          std::string("the answer could not be written: ") + std::strerror(errno),
                          {}});
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return status;
}

int print_error(const Error& error) {
  std::string text = "pinlex: " + printable(error.message) + "\n";
  if (!error.hint.empty()) text += "hint: " + printable(error.hint) + "\n";
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto written = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (written < 0) break;
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  return static_cast<int>(error.code);
}

}  // namespace pinlex
