// SPDX-License-Identifier: GPL-2.0-or-later
#include "part.hpp"

#include "discovery.hpp"
#include "file_name.hpp"

#include <pinlex/model/eid.hpp>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

bool is_in_outline(Level level) {
  switch (level) {
    case Level::paragraph:
    case Level::point:
      return false;
    case Level::preamble:
    case Level::annex:
    case Level::part:
    case Level::title:
    case Level::chapter:
    case Level::section:
    case Level::heading:
    case Level::article:
    case Level::conclusions:
      return true;
  }
  return true;
}

/// Groupings and basic units; each keeps its nearest ancestor that is one.
std::vector<OutlineEntry> outline_of(const Version& version) {
  std::vector<OutlineEntry> outline;
  std::vector<std::int32_t> place(version.provisions.size(), -1);
  for (std::size_t i = 0; i < version.provisions.size(); ++i) {
    const Provision& provision = version.provisions[i];
    const std::int32_t above =
        provision.parent < 0 ? -1 : place[static_cast<std::size_t>(provision.parent)];
    if (!is_in_outline(provision.level)) {
      place[i] = above;
      continue;
    }
    place[i] = static_cast<std::int32_t>(outline.size());
    outline.push_back(
        {provision.eid, provision.level, above, provision.number.text, provision.heading.text});
  }
  return outline;
}

}  // namespace

bool is_article(const OutlineEntry& entry) {
  return entry.level == Level::article && entry.eid.find("__") == std::string::npos;
}

std::string Part::id() const {
  return ProvisionId{
      version.instrument, {}, version_suffix(version.language, version.edition, version.as_of)}
      .str();
}

std::string file_of(const Source& source) {
  const std::filesystem::path root(source.root);
  // A root that is the file itself.
  if (root.filename() == source.file || source.root == standard_input_root) return root.string();
  return (root / source.file).lexically_normal().string();
}

std::string Part::file() const { return file_of(version.source); }

Part part_of(Version version) {
  Part part;
  part.passages = passages_of(version);
  part.outline = outline_of(version);
  version.provisions = {};
  version.pieces = {};
  part.version = std::move(version);
  return part;
}

std::string naming_path(const Version& version, const Catalogue& catalogue) {
  if (catalogue.find(version.instrument) != nullptr) return {};
  const FileName name = read_file_name(version.source.file);
  std::string_view rest = version.instrument;
  if (!rest.starts_with(name.slug)) return {};
  rest.remove_prefix(name.slug.size());
  // A second text of the same file has the slug with a number.
  const bool numbered = rest.size() > 1 && rest.front() == '-' &&
                        rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (!rest.empty() && !numbered) return {};
  return version.source.root + "/" + name.stem;
}

std::uint32_t count_articles(const std::vector<OutlineEntry>& outline) {
  return static_cast<std::uint32_t>(std::count_if(outline.begin(), outline.end(), is_article));
}

}  // namespace pinlex
