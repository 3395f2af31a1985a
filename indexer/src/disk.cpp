// SPDX-License-Identifier: GPL-2.0-or-later
#include "discovery.hpp"

#include <sys/stat.h>

#include <system_error>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

class Disk : public FileTree {
 public:
  std::optional<DiskEntry> look_at(const fs::path& path) const override {
    struct stat itself {};
    struct stat target {};
    if (::lstat(path.c_str(), &itself) != 0 || ::stat(path.c_str(), &target) != 0) return {};
    DiskEntry node;
    node.is_link = S_ISLNK(itself.st_mode);
    node.identity = {target.st_dev, target.st_ino};
    if (S_ISREG(target.st_mode)) node.type = DiskEntry::Type::file;
    if (S_ISDIR(target.st_mode)) node.type = DiskEntry::Type::folder;
    return node;
  }

  Result<std::vector<std::string>> names_in(const fs::path& folder) const override {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      names.push_back(it->path().filename().string());
    }
    if (error) return fail(Code::inputs_refused, "cannot be listed: " + error.message());
    return names;
  }
};

}  // namespace

const FileTree& disk() {
  static const Disk tree;
  return tree;
}

}  // namespace pinlex
