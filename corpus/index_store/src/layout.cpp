// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.hpp"

#include "descriptor.hpp"
#include "writer_lock.hpp"

#include <pinlex/base/files.hpp>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <system_error>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view building_suffix = ".building";
constexpr std::uint64_t small_file = 4 << 10;
constexpr const char* start_anew = "index the texts again into an empty folder";

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    names.push_back(it->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::optional<std::uint64_t> parse_current(std::string_view content) {
  if (content.empty() || content.back() != '\n') return std::nullopt;
  return generation_number(content.substr(0, content.size() - 1));
}

/// Whether a folder that holds these names was made by a writer.
bool made_by_pinlex(const Layout& layout, const std::vector<std::string>& names) {
  const auto current = read_file(layout.current(), small_file);
  if (current && parse_current(*current) && is_folder(layout.generations())) return true;
  const auto lock = read_file(layout.lock(), small_file);
  if (!lock) return false;
  if (lock->substr(0, lock_mark.size()) == lock_mark) return true;
  // A writer that died in the instant between making the lock and writing into it.
  return lock->empty() && names.size() == 1;
}

Unexpected no_index(const Layout& layout, const std::string& what, const std::string& place) {
  return fail(Code::no_index, layout.index.string() + ": " + what,
              "pinlex-index " + place + " PATH... makes one");
}

/// Why there is no CURRENT: nothing was published yet, or it was lost.
Unexpected without_current(const Layout& layout) {
  if (!is_folder(layout.index)) {
    std::error_code error;
    const bool there = fs::exists(layout.index, error);
    return no_index(layout, there ? "is not a folder, so no index" : "there is no index here",
                    there ? "NEW-FOLDER" : layout.index.string());
  }
  const auto finished = generations_on_disk(layout);
  if (!finished.empty() && finished.back() > 1) {
    return fail(Code::damaged,
                layout.current().string() + ": is missing, so the live generation is not known",
                "write the newest generation into it (echo " + generation_name(finished.back()) +
                    " > " + layout.current().string() + ")");
  }
  const auto state = folder_state(layout);
  const bool ours = state && *state == FolderState::index;
  if (ours) return no_index(layout, "nothing has been published here yet", layout.index.string());
  // An index is never made inside a folder that holds something else.
  return no_index(layout, "this is not an index", "NEW-FOLDER");
}

void remove_quietly(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
}

}  // namespace

fs::path Layout::generation(std::uint64_t number) const {
  return generations() / generation_name(number);
}

fs::path Layout::building(std::uint64_t number) const {
  return generations() / (generation_name(number) + std::string(building_suffix));
}

std::string generation_name(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

std::optional<std::uint64_t> generation_number(std::string_view name) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  if (number == 0 || generation_name(number) != name) return std::nullopt;
  return number;
}

Result<FolderState> folder_state(const Layout& layout) {
  std::error_code error;
  const auto status = fs::status(layout.index, error);
  if (status.type() == fs::file_type::not_found) return FolderState::absent;
  if (status.type() != fs::file_type::directory) return FolderState::foreign;
  if (const fs::directory_iterator probe(layout.index, error); error) {
    return fail(Code::internal, layout.index.string() + ": cannot be read: " + error.message());
  }
  const auto names = names_in(layout.index);
  if (names.empty()) return FolderState::empty;
  return made_by_pinlex(layout, names) ? FolderState::index : FolderState::foreign;
}

Result<std::uint64_t> read_current(const Layout& layout) {
  std::error_code error;
  if (!fs::exists(layout.current(), error)) return without_current(layout);
  const auto content = read_file(layout.current(), small_file);
  if (!content) return fail(Code::damaged, content.error().message, start_anew);
  const auto number = parse_current(*content);
  if (!number) {
    return fail(Code::damaged, layout.current().string() + ": names no generation", start_anew);
  }
  return *number;
}

std::vector<std::uint64_t> generations_on_disk(const Layout& layout) {
  std::vector<std::uint64_t> numbers;
  for (const std::string& name : names_in(layout.generations())) {
    if (const auto number = generation_number(name)) numbers.push_back(*number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

void remove_leftovers(const Layout& layout, std::uint64_t live) {
  for (const std::string& name : names_in(layout.generations())) {
    const bool unfinished = name.size() > building_suffix.size() && name.ends_with(building_suffix);
    const auto number = generation_number(
        std::string_view(name).substr(0, name.size() - (unfinished ? building_suffix.size() : 0)));
    if (number && (unfinished || *number > live)) remove_quietly(layout.generations() / name);
  }
}

void remove_old_generations(const Layout& layout, std::uint64_t live, std::uint32_t keep) {
  auto numbers = generations_on_disk(layout);
  numbers.erase(std::remove_if(numbers.begin(), numbers.end(),
                               [live](std::uint64_t number) { return number >= live; }),
                numbers.end());
  const std::size_t kept = keep > 0 ? keep - 1 : 0;
  for (std::size_t i = 0; i + kept < numbers.size(); ++i) {
    const Descriptor folder(layout.generation(numbers[i]), O_RDONLY | O_DIRECTORY);
    if (folder.lock_alone()) remove_quietly(layout.generation(numbers[i]));
  }
}

Result<void> sync_tree(const fs::path& folder) {
  for (const std::string& name : names_in(folder)) {
    auto synced = is_folder(folder / name) ? sync_tree(folder / name) : sync_path(folder / name);
    if (!synced) return synced;
  }
  return sync_path(folder);
}

}  // namespace pinlex
