// SPDX-License-Identifier: GPL-2.0-or-later
#include "built_in.hpp"

#include <pinlex/base/data_dir.hpp>

#include <dlfcn.h>
#include <pinlex.h>

#include <system_error>

namespace pinlex {

namespace fs = std::filesystem;

Result<fs::path> built_in_data() {
  Dl_info library{};
  if (dladdr(reinterpret_cast<const void*>(&pinlex_version), &library) != 0) {
    std::error_code failed;
    const fs::path file = fs::canonical(library.dli_fname, failed);
    const fs::path data = (file.parent_path() / PINLEX_DATA_FROM_LIBRARY).lexically_normal();
    if (!failed && fs::is_directory(data, failed)) return data;
  }
  return data_dir();
}

}  // namespace pinlex
