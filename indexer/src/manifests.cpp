// SPDX-License-Identifier: GPL-2.0-or-later
#include "manifests.hpp"

#include <pinlex/base/files.hpp>

#include <system_error>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_manifest = 16ull << 20;

}  // namespace

Result<const Manifest*> Manifests::in_folder(const fs::path& folder) {
  const auto [known, fresh] = read_.try_emplace(folder);
  if (fresh) {
    const fs::path file = folder / manifest_name;
    std::error_code error;
    if (!fs::exists(file, error)) return static_cast<const Manifest*>(nullptr);
    const auto text = read_file(file, largest_manifest);
    if (!text) return fail(Code::usage, text.error().message, text.error().hint);
    auto manifest = Manifest::parse(*text, file.string());
    if (!manifest) return passed_on(manifest);
    known->second = std::move(*manifest);
  }
  return known->second ? &*known->second : nullptr;
}

Result<Manifest::Entry> Manifests::describe(const FoundFile& file) {
  Manifest::Entry all;
  all.path = file.relative;
  if (file.root == standard_input_root) return all;
  fs::path folder = file.path.parent_path();
  std::string_view relative = file.relative;
  // `below` is the path as the manifest in `folder` sees it: one part longer with each folder up.
  for (std::size_t slash = relative.size();;) {
    slash = slash == 0 ? std::string_view::npos : relative.rfind('/', slash - 1);
    const std::string_view below =
        slash == std::string_view::npos ? relative : relative.substr(slash + 1);
    const auto manifest = in_folder(folder);
    if (!manifest) return passed_on(manifest);
    if (*manifest != nullptr) {
      const auto said = (*manifest)->lookup(below);
      all.metadata.complete_with(said.metadata);
      all.skip = all.skip || said.skip;
    }
    if (slash == std::string_view::npos) return all;
    folder = folder.parent_path();
  }
}

}  // namespace pinlex
