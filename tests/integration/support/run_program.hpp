// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "temporary_folder.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <string>
#include <vector>

/// What a program left behind.
struct Ran {
  int status = -1;
  std::string out;
  std::string err;
};

/// Runs a program with these arguments in a folder, and waits for it.
inline Ran run_in(const std::filesystem::path& folder, const std::vector<std::string>& words) {
  const auto quoted = [](const std::string& word) {
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
  };
  const TemporaryFolder output;
  std::string command = "cd " + quoted(folder.string()) + " &&";
  for (const std::string& word : words) command += " " + quoted(word);
  command += " </dev/null >" + quoted((output / "out").string());
  command += " 2>" + quoted((output / "err").string());
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(output / "out"),
          content_of(output / "err")};
}
