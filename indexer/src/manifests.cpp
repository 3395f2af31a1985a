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

Result<Manifests::Read*> Manifests::in_folder(const fs::path& folder) {
  const auto [known, fresh] = read_.try_emplace(folder);
  if (fresh) {
    const fs::path file = folder / manifest_name;
    std::error_code error;
    if (!fs::exists(file, error)) return static_cast<Read*>(nullptr);
    const auto text = read_file(file, largest_manifest);
    if (!text) return fail(Code::usage, text.error().message, text.error().hint);
    auto manifest = Manifest::parse(*text, file.string());
    if (!manifest) return passed_on(manifest);
    known->second.used.resize(manifest->entries().size());
    known->second.manifest = std::move(*manifest);
  }
  return known->second.manifest ? &known->second : nullptr;
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
    const auto read = in_folder(folder);
    if (!read) return passed_on(read);
    if (*read != nullptr) {
      const Manifest& manifest = *(*read)->manifest;
      const auto said = manifest.lookup(below);
      all.metadata.complete_with(said.metadata);
      all.skip = all.skip || said.skip;
      for (std::size_t i = 0; i < manifest.entries().size(); ++i) {
        if (!(*read)->used[i]) (*read)->used[i] = glob_matches(manifest.entries()[i].path, below);
      }
      (*read)->whole = (*read)->whole || file.path != file.root;
    }
    if (slash == std::string_view::npos) return all;
    folder = folder.parent_path();
  }
}

std::vector<std::string> Manifests::unused() const {
  std::vector<std::string> out;
  for (const auto& [folder, read] : read_) {
    if (!read.manifest || !read.whole) continue;
    for (std::size_t i = 0; i < read.used.size(); ++i) {
      const Manifest::Entry& entry = read.manifest->entries()[i];
      if (read.used[i] || (entry.skip && entry.path.find('*') != std::string::npos)) continue;
      out.push_back((folder / manifest_name).string() + ":" + std::to_string(entry.line) +
                    ": no file matches '" + entry.path + "'");
    }
  }
  return out;
}

}  // namespace pinlex
