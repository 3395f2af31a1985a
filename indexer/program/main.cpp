// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli.hpp"

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <utility>

int main(int count, char** arguments) {
  // A file past the quota is an error to be told, as a full disk is, not the end of the program.
  std::signal(SIGXFSZ, SIG_IGN);
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
