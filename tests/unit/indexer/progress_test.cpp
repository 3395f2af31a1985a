// SPDX-License-Identifier: GPL-2.0-or-later
#include "progress.hpp"

#include <catch2/catch.hpp>

using namespace pinlex;

TEST_CASE("how far a run is fits on one line") {
  IndexProgress progress;
  progress.files_done = 1204;
  progress.files = 4609;
  progress.bytes_done = 23'100'000;
  progress.bytes = 92'400'000;
  CHECK(progress_line(progress, 2) ==
        "reading [##........]  1204/4609 files  23.1/92.4 MB  11.6 MB/s  0:06 left");
  CHECK(progress_line(progress, 0.5) ==
        "reading [##........]  1204/4609 files  23.1/92.4 MB  46.2 MB/s");
  CHECK(progress_line(progress, 3000).find("2:30:00 left") != std::string::npos);
  progress.step = IndexProgress::Step::writing;
  progress.bytes_done = progress.bytes;
  CHECK(progress_line(progress, 8) == "writing [##########]  92.4/92.4 MB  11.6 MB/s  0:00 left");
}

TEST_CASE("a run with nothing to read has a line too") {
  CHECK(progress_line({}, 0) == "reading [..........]  0/0 files  0.0/0.0 MB");
}
