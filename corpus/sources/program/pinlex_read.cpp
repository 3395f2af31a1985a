// SPDX-License-Identifier: GPL-2.0-or-later
// pinlex-read: reads one file of a foreign format in a cage. Started by pinlex-index, not by
// people.
#include "caged.hpp"
#include "foreign_formats.hpp"
#include "pdf.hpp"

int main(int count, char** arguments) {
  pinlex::load_converters();
  return pinlex::read_in_cage(count, arguments, pinlex::read_foreign);
}
