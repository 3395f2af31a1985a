// SPDX-License-Identifier: GPL-2.0-or-later
#include "discovery.hpp"

#include <pinlex/sources/manifest.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

/// Walks the roots and gathers what it meets.
class Walk {
 public:
  Walk(const FileTree& tree, const DiscoveryOptions& options) : tree_(tree), options_(options) {
    if (const auto index = tree.look_at(options.index)) index_ = index->identity;
  }

  Result<void> enter_root(const std::string& root);
  void follow_links();
  Discovery take();

 private:
  void meet(const FoundFile& place, const DiskEntry& node);
  void walk(const FoundFile& folder);
  void refuse(const FoundFile& place, const std::string& why);

  const FileTree& tree_;
  const DiscoveryOptions& options_;
  std::optional<Identity> index_;
  Discovery found_;
  std::vector<FoundFile> links_;
  std::map<Identity, std::string> met_;  ///< Files and folders, and the path each is read by.
};

void Walk::refuse(const FoundFile& place, const std::string& why) {
  found_.passed_over.push_back({place.path.string(), place.path.string() + ": " + why, {}});
}

Result<void> Walk::enter_root(const std::string& root) {
  if (root == standard_input_root) {
    found_.files.push_back({root, root, "stdin"});
    return {};
  }
  const FoundFile place{root, root, {}};
  const auto node = tree_.look_at(root);
  if (!node) {
    if (!options_.missing_is_empty) {
      return fail(Code::usage, root + ": there is no such file or folder");
    }
    found_.unlisted.push_back({root, {}});
    return {};
  }
  meet(place, *node);
  return {};
}

/// Takes in a file or folder, unless it was met by another path.
void Walk::meet(const FoundFile& place, const DiskEntry& node) {
  if (node.identity == index_) return;
  if (node.type == DiskEntry::Type::other) return refuse(place, "is not a regular file");
  const auto [known, fresh] = met_.try_emplace(node.identity, place.path.string());
  if (!fresh) {
    found_.passed_over.push_back({place.path.string(), {}, known->second});
  } else if (node.type == DiskEntry::Type::folder) {
    walk(place);
  } else {
    found_.files.push_back(place);
    if (place.relative.empty()) {
      found_.files.back().relative = place.path.filename().generic_string();
    }
  }
}

void Walk::walk(const FoundFile& folder) {
  auto names = tree_.names_in(folder.path);
  if (!names) {
    found_.unlisted.push_back({folder.root, folder.relative});
    return refuse(folder, names.error().message);
  }
  std::sort(names->begin(), names->end());
  for (const std::string& name : *names) {
    if (name.starts_with('.') || name == manifest_name) continue;
    const std::string relative = folder.relative.empty() ? name : folder.relative + "/" + name;
    const FoundFile place{(folder.path / name).lexically_normal(), folder.root, relative};
    const auto node = tree_.look_at(place.path);
    if (!node) {
      refuse(place, "is gone, or a link to nothing");
    } else if (node->is_link) {
      links_.push_back(place);
    } else {
      meet(place, *node);
    }
  }
}

void Walk::follow_links() {
  // A link may lead to a folder with links: those join the end of the list.
  for (std::size_t i = 0; i < links_.size(); ++i) {
    const FoundFile place = links_[i];
    if (const auto node = tree_.look_at(place.path)) meet(place, *node);
  }
}

Discovery Walk::take() {
  const auto by_path = [](const auto& a, const auto& b) {
    return a.path.string() < b.path.string();
  };
  std::sort(found_.files.begin(), found_.files.end(), by_path);
  return std::move(found_);
}

}  // namespace

std::string normal_root(const fs::path& root) {
  std::string text = root.lexically_normal().generic_string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text.empty() ? "." : text;
}

Result<Discovery> discover(const std::vector<fs::path>& roots, const FileTree& tree,
                           const DiscoveryOptions& options) {
  std::vector<std::string> names;
  names.reserve(roots.size());
  for (const fs::path& root : roots) names.push_back(normal_root(root));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  Walk walk(tree, options);
  for (const std::string& root : names) {
    if (auto entered = walk.enter_root(root); !entered) return passed_on(entered);
  }
  walk.follow_links();
  Discovery found = walk.take();
  found.roots = std::move(names);
  return found;
}

}  // namespace pinlex
