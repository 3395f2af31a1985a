// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli.hpp"

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <utility>

int main(int count, char** arguments) {
  // A file past the quota is an error to be told, as a full disk is, not the end of the program.
  std::signal(SIGXFSZ, SIG_IGN);
#ifdef M_MXFAST
  // Whenever something large is freed, glibc would join all small pieces it keeps for quick use.
  mallopt(M_MXFAST, 0);
#endif
  try {
    auto line = pinlex::read_command_line(count, arguments);
    if (!line) return pinlex::print_error(line.error());
    if (!line->answer.empty()) {
      std::cout << line->answer;
      return 0;
    }
    const char* data = std::getenv("PINLEX_DATA");
    return pinlex::run(std::move(*line), data == nullptr ? "" : data);
  } catch (const std::exception& error) {
    return pinlex::print_error({pinlex::Code::internal, error.what(), {}});
  }
}
