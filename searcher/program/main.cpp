// SPDX-License-Identifier: GPL-2.0-or-later
#include "command.hpp"
#include "output.hpp"

#include <csignal>
#include <exception>

int main(int count, char** arguments) {
  // Whoever reads the output may stop reading; the failed write says so.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return pinlex::run(count, arguments, pinlex::surroundings());
  } catch (const std::exception& error) {
    return pinlex::print_error({pinlex::Code::internal, error.what(), {}});
  }
}
