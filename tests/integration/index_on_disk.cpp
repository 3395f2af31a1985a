// SPDX-License-Identifier: GPL-2.0-or-later
// index_on_disk INDEX ROOT: indexes with the lake catalogue and no memory to speak of.
#include "lake_files.hpp"

int main(int count, char** arguments) {
  if (count != 3) return 2;
  pinlex::IndexRequest request;
  request.index = arguments[1];
  request.roots = {arguments[2]};
  request.memory = 0;
  const auto report = pinlex::index(request, lake_catalogue());
  return report ? 0 : static_cast<int>(report.error().code);
}
