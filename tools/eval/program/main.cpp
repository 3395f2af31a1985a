// SPDX-License-Identifier: GPL-2.0-or-later
#include "command.hpp"

#include <cstdlib>
#include <exception>

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return pinlex::run(count, arguments, variable("PINLEX_INDEX"), variable("PINLEX_DATA"));
  } catch (const std::exception& error) {
    return pinlex::print_error({pinlex::Code::internal, error.what(), {}});
  }
}
