// SPDX-License-Identifier: GPL-2.0-or-later
#include "discovery.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace pinlex;

namespace {

using Type = DiskEntry::Type;

/// A file system in memory. Folders that end in '!' cannot be listed; names come back in reverse.
class Tree : public FileTree {
 public:
  void file(const std::string& path) { put(path, {Type::file, false, {1, ++last_}}); }
  void folder(const std::string& path) { put(path, {Type::folder, false, {1, ++last_}}); }
  void other(const std::string& path) { put(path, {Type::other, false, {1, ++last_}}); }
  void dangling(const std::string& path) { names_.push_back(path); }

  void link(const std::string& path, const std::string& target) {
    put(path, nodes_.at(target));
    nodes_.at(path).is_link = true;
    targets_[path] = target;
  }

  std::optional<DiskEntry> look_at(const std::filesystem::path& path) const override {
    const auto at = nodes_.find(resolve(path.string()));
    if (at == nodes_.end()) return {};
    DiskEntry node = at->second;
    node.is_link = targets_.contains(path.string());
    return node;
  }

  Result<std::vector<std::string>> names_in(const std::filesystem::path& path) const override {
    const std::string folder = resolve(path.string());
    if (folder.ends_with('!')) return fail(Code::inputs_refused, "cannot be listed");
    std::vector<std::string> names;
    for (const std::string& name : names_) {
      const std::filesystem::path there(name);
      if (there.parent_path() == folder) names.push_back(there.filename().string());
    }
    std::reverse(names.begin(), names.end());
    return names;
  }

 private:
  void put(const std::string& path, DiskEntry node) {
    nodes_[path] = node;
    names_.push_back(path);
  }

  /// The path with links replaced by what they lead to.
  std::string resolve(std::string path) const {
    for (int round = 0; round < 20; ++round) {
      bool again = false;
      for (const auto& [link, target] : targets_) {
        if (path == link || path.starts_with(link + "/")) {
          path = target + path.substr(link.size());
          again = true;
        }
      }
      if (!again) break;
    }
    return path;
  }

  std::uint64_t last_ = 0;
  std::map<std::string, DiskEntry> nodes_;
  std::map<std::string, std::string> targets_;
  std::vector<std::string> names_;
};

std::vector<std::string> paths(const Discovery& found) {
  std::vector<std::string> out;
  for (const FoundFile& file : found.files) out.push_back(file.path.string());
  return out;
}

Discovery discovered(const Tree& tree, const std::vector<std::filesystem::path>& roots,
                     const DiscoveryOptions& options = {}) {
  auto found = discover(roots, tree, options);
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("files come in the order of their paths, whatever the folder says") {
  Tree tree;
  tree.folder("texts");
  tree.folder("texts/b");
  for (const char* path :
       {"texts/b/2.md", "texts/b/10.md", "texts/a.md", "texts/b.md", "texts/c.md"}) {
    tree.file(path);
  }
  const auto found = discovered(tree, {"texts/"});
  CHECK(paths(found) == std::vector<std::string>{"texts/a.md", "texts/b.md", "texts/b/10.md",
                                                 "texts/b/2.md", "texts/c.md"});
  CHECK(found.roots == std::vector<std::string>{"texts"});
  CHECK(found.files[2].root == "texts");
  CHECK(found.files[2].relative == "b/10.md");
}

TEST_CASE("the order of roots does not matter, and none counts twice") {
  Tree tree;
  for (const char* path : {"a", "b"}) tree.folder(path);
  for (const char* path : {"a/1.md", "b/2.md"}) tree.file(path);
  const auto found = discovered(tree, {"b", "a", "./a/", "a/../b"});
  CHECK(found.roots == std::vector<std::string>{"a", "b"});
  CHECK(paths(found) == std::vector<std::string>{"a/1.md", "b/2.md"});
}

TEST_CASE("a root may be a file") {
  Tree tree;
  tree.folder("texts");
  tree.file("texts/a.md");
  const auto found = discovered(tree, {"texts/a.md"});
  REQUIRE(found.files.size() == 1);
  CHECK(found.files[0].root == "texts/a.md");
  CHECK(found.files[0].relative == "a.md");
}

TEST_CASE("hidden names, manifests and the index itself are left out") {
  Tree tree;
  for (const char* path : {"texts", "texts/.git", "texts/index"}) tree.folder(path);
  for (const char* path : {"texts/a.md", "texts/.b.md", "texts/.git/c.md", "texts/corpus.toml",
                           "texts/index/CURRENT"}) {
    tree.file(path);
  }
  const auto found = discovered(tree, {"texts"}, {"texts/index", false});
  CHECK(paths(found) == std::vector<std::string>{"texts/a.md"});
  CHECK(found.passed_over.empty());
}

TEST_CASE("a link back to a folder above it is named and not followed") {
  Tree tree;
  tree.folder("texts");
  tree.file("texts/a.md");
  tree.link("texts/again", "texts");
  const auto found = discovered(tree, {"texts"});
  CHECK(paths(found) == std::vector<std::string>{"texts/a.md"});
  REQUIRE(found.passed_over.size() == 1);
  CHECK(found.passed_over[0].file == "texts/again");
  CHECK(found.passed_over[0].same_as == "texts");
  CHECK(found.passed_over[0].refused.empty());
}

TEST_CASE("a text is named by its own path, not by a link that comes first") {
  Tree tree;
  for (const char* path : {"texts", "elsewhere"}) tree.folder(path);
  for (const char* path : {"texts/z.md", "elsewhere/y.md"}) tree.file(path);
  tree.link("texts/a.md", "texts/z.md");
  tree.link("texts/b", "elsewhere");
  const auto found = discovered(tree, {"texts"});
  CHECK(paths(found) == std::vector<std::string>{"texts/b/y.md", "texts/z.md"});
  REQUIRE(found.passed_over.size() == 1);
  CHECK(found.passed_over[0].file == "texts/a.md");
  CHECK(found.passed_over[0].same_as == "texts/z.md");
}

TEST_CASE("a root inside another is read once") {
  Tree tree;
  for (const char* path : {"texts", "texts/sub"}) tree.folder(path);
  tree.file("texts/sub/a.md");
  const auto found = discovered(tree, {"texts/sub", "texts"});
  REQUIRE(found.files.size() == 1);
  CHECK(found.files[0].root == "texts");
  REQUIRE(found.passed_over.size() == 1);
  CHECK(found.passed_over[0].file == "texts/sub");
}

TEST_CASE("what is no file is refused by name, and the rest goes on") {
  Tree tree;
  for (const char* path : {"texts", "texts/shut!"}) tree.folder(path);
  tree.other("texts/pipe");
  tree.dangling("texts/nowhere");
  tree.file("texts/a.md");
  const auto found = discovered(tree, {"texts"});
  CHECK(paths(found) == std::vector<std::string>{"texts/a.md"});
  std::vector<std::string> refused;
  for (const PassedOver& passed : found.passed_over) refused.push_back(passed.refused);
  CHECK(refused == std::vector<std::string>{"texts/nowhere: is gone, or a link to nothing",
                                            "texts/pipe: is not a regular file",
                                            "texts/shut!: cannot be listed"});
  REQUIRE(found.unlisted.size() == 1);
  CHECK(found.unlisted[0].root == "texts");
  CHECK(found.unlisted[0].below == "shut!");
}

TEST_CASE("a root that does not exist is an error, unless it may be missing") {
  const Tree tree;
  const auto missing = discover({"texts"}, tree, {});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == Code::usage);
  CHECK(missing.error().message == "texts: there is no such file or folder");
  const auto found = discovered(tree, {"texts"}, {"", true});
  CHECK(found.files.empty());
  CHECK(found.unlisted.size() == 1);
}

TEST_CASE("roots are compared without what does not matter in them") {
  CHECK(normal_root("a//b/./c/..") == "a/b");
  CHECK(normal_root("./a/") == "a");
  CHECK(normal_root("") == ".");
  CHECK(normal_root(".") == ".");
  CHECK(normal_root("/") == "/");
  CHECK(normal_root("../a") == "../a");
}
