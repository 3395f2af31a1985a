// SPDX-License-Identifier: GPL-2.0-or-later
#include "folder.hpp"

#include "check.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/base/sha256.hpp>
#include <pinlex/sources/manifest.hpp>
#include <pinlex/sources/reader.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

namespace pinlex::fetching {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view lock_name = "pinlex-fetch.lock";
constexpr std::string_view work_name = ".pinlex-fetch";
constexpr std::string_view head_name = "head";
constexpr std::uint64_t largest_lock = 64ull << 20;

Unexpected failed(const fs::path& path, const std::string& what, const std::error_code& error) {
  return fail(Code::internal, path.string() + ": " + what + ": " + error.message());
}

Result<void> make_folder(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return failed(path, "cannot be made", error);
  return {};
}

/// The text of a file that may be missing; one that cannot be read is an error.
Result<std::string> text_if_there(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return std::string();
  auto text = read_file(path, largest_lock);
  if (!text) return fail(Code::usage, text.error().message, text.error().hint);
  return text;
}

}  // namespace

Folder::Folder(fs::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

Folder::Folder(Folder&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      lock_(std::move(other.lock_)) {}

Folder::~Folder() {
  if (descriptor_ < 0) return;
  std::error_code left;
  fs::remove(path_ / work_name, left);  // Only where it is empty: parts are for the next run.
  ::close(descriptor_);
}

Result<Folder> Folder::open(const fs::path& path) {
  if (auto made = make_folder(path); !made) {
    return fail(Code::usage, made.error().message, made.error().hint);
  }
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) {
    return failed(path, "cannot be opened", {errno, std::generic_category()});
  }
  Folder folder(path, descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return fail(Code::locked, path.string() + ": another pinlex-fetch is at work there");
  }
  if (auto loaded = folder.load(); !loaded) return passed_on(loaded);
  return folder;
}

Result<void> Folder::load() {
  const fs::path manifest = path_ / manifest_name;
  const auto toml = text_if_there(manifest);
  if (!toml) return passed_on(toml);
  if (!toml->empty() && !is_our_manifest(*toml)) {
    return fail(Code::usage, manifest.string() + ": is not one that pinlex-fetch wrote",
                "fetch into a folder of its own");
  }
  const fs::path file = path_ / lock_name;
  const auto json = text_if_there(file);
  if (!json) return passed_on(json);
  if (json->empty()) return {};
  auto lock = read_lock_file(*json, file.string());
  if (!lock) return passed_on(lock);
  lock_ = std::move(*lock);
  return {};
}

Result<void> Folder::save() const {
  if (auto written = replace_file(path_ / lock_name, to_json(lock_)); !written) return written;
  return replace_file(path_ / manifest_name, manifest_of(lock_));
}

bool Folder::has(const Copy& copy) const {
  const auto bytes = read_file(path_ / copy.file, max_source_bytes);
  return bytes && sha256_hex(*bytes) == copy.sha256;
}

fs::path Folder::workplace(const std::string& stem) const { return path_ / work_name / stem; }

void Folder::tidy(const std::string& stem) const {
  std::error_code ignored;
  const fs::path work = workplace(stem);
  const auto size = fs::file_size(work / unnamed, ignored);
  if (ignored || size == 0) drop(stem);
}

void Folder::drop(const std::string& stem) const {
  std::error_code ignored;
  fs::remove_all(workplace(stem), ignored);
}

Result<void> Folder::bring(const fs::path& from, const std::string& stem) const {
  const fs::path to = workplace(stem);
  if (auto made = make_folder(to); !made) return made;
  const auto bytes = read_file(from, max_source_bytes);
  if (!bytes) return passed_on(bytes);
  return replace_file(to / unnamed, *bytes);
}

Result<void> Folder::keep_earlier(const std::string& stem, const std::string& file) const {
  const auto old = read_file(path_ / file, max_source_bytes);
  if (!old) return {};
  const auto fresh = read_file(workplace(stem) / unnamed, max_source_bytes);
  if (!fresh) return passed_on(fresh);
  if (*old == *fresh) return {};
  const std::string name =
      stem + "." + sha256_hex(*old).substr(0, 12) + fs::path(file).extension().string();
  if (auto made = make_folder(path_ / "earlier"); !made) return made;
  std::error_code error;
  fs::rename(path_ / file, path_ / "earlier" / name, error);
  if (error) return failed(path_ / file, "cannot be kept in earlier/", error);
  return {};
}

Result<void> Folder::move_in(const std::string& stem, const std::string& file) const {
  const fs::path from = workplace(stem);
  const fs::path to = path_ / file;
  if (auto made = make_folder(to.parent_path()); !made) return made;
  if (auto synced = sync_path(from / unnamed); !synced) return synced;
  std::error_code error;
  fs::rename(from / unnamed, to, error);
  if (error) return failed(to, "cannot be put there", error);
  fs::remove_all(from, error);
  if (error) return failed(from, "cannot be removed", error);
  return sync_path(to.parent_path());
}

Result<void> Folder::accept(const std::string& stem, Copy copy) {
  LockEntry& entry = lock_[stem];
  if (auto kept = keep_earlier(stem, copy.file); !kept) return kept;
  if (entry.accepted && entry.accepted->file != copy.file) {  // Of another format.
    if (auto kept = keep_earlier(stem, entry.accepted->file); !kept) return kept;
  }
  if (auto moved = move_in(stem, copy.file); !moved) return moved;
  if (entry.refused) {
    std::error_code gone;
    fs::remove(path_ / entry.refused->file, gone);
    fs::remove(path_ / "refused", gone);  // Only where it is empty.
  }
  entry.refused.reset();
  entry.accepted = std::move(copy);
  return save();
}

Result<void> Folder::put_aside(const std::string& stem, Copy copy) {
  LockEntry& entry = lock_[stem];
  if (entry.refused && entry.refused->file != copy.file) {
    std::error_code gone;
    fs::remove(path_ / entry.refused->file, gone);
  }
  if (auto moved = move_in(stem, copy.file); !moved) return moved;
  entry.refused = std::move(copy);
  return save();
}

PartFile::PartFile(fs::path workplace, std::string address)
    : workplace_(std::move(workplace)), address_(std::move(address)) {
  std::ifstream head(workplace_ / head_name);
  std::array<std::string, 3> lines;
  for (std::string& line : lines) std::getline(head, line);
  if (lines[0] != address_) return;
  std::error_code missing;
  const auto size = fs::file_size(workplace_ / unnamed, missing);
  if (missing) return;
  size_ = size;
  validators_ = {lines[1], lines[2]};
}

Result<void> PartFile::begin(const Validators& validators) {
  if (auto made = make_folder(workplace_); !made) return made;
  if (auto emptied = replace_file(workplace_ / unnamed, ""); !emptied) return emptied;
  const std::string head =
      address_ + "\n" + validators.etag + "\n" + validators.last_modified + "\n";
  if (auto noted = replace_file(workplace_ / head_name, head); !noted) return noted;
  size_ = 0;
  validators_ = validators;
  return {};
}

Result<void> PartFile::add(std::string_view bytes) {
  std::ofstream file(workplace_ / unnamed, std::ios::binary | std::ios::app);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file.flush()) {
    return fail(Code::internal, (workplace_ / unnamed).string() + ": cannot be written");
  }
  size_ += bytes.size();
  return {};
}

}  // namespace pinlex::fetching
