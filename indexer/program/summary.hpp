// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/indexer/indexer.hpp>

#include <iosfwd>

namespace pinlex {

/// What was refused, and why; and what else somebody should know.
void print_refused(const IndexReport& report, std::ostream& out);

/// Files that are no texts.
void print_left_out(const IndexReport& report, std::ostream& out);

/// What was understood of each file.
void print_files(const IndexReport& report, std::ostream& out);

/// The figures of the run, a line each.
void print_summary(const IndexReport& report, std::ostream& out);

}  // namespace pinlex
