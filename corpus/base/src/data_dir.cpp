// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/data_dir.hpp>

#include <system_error>

namespace pinlex {

namespace fs = std::filesystem;

Result<fs::path> data_dir(const fs::path& override) {
  std::error_code error;
  fs::path folder = override;
  if (folder.empty()) {
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    folder = program.parent_path().parent_path() / "share" / "pinlex";
  }
  if (fs::is_directory(folder, error)) return folder;
  return fail(Code::usage, folder.string() + ": the data of pinlex is not here",
              "set PINLEX_DATA to its folder share/pinlex");
}

}  // namespace pinlex
