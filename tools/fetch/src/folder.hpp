// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "download.hpp"
#include "lock_file.hpp"

#include <pinlex/base/result.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace pinlex::fetching {

/// The folder that texts are fetched into, with its lock file and its `corpus.toml`. Held by one
/// program at a time.
class Folder {
 public:
  /// Makes the folder where there is none. Fails with Code::locked where another program holds it,
  /// and with Code::usage where it has a `corpus.toml` or lock file that is not ours.
  static Result<Folder> open(const std::filesystem::path& path);

  Folder(Folder&&) noexcept;
  ~Folder();

  const LockFile& lock() const { return lock_; }

  /// Whether the file is there as the lock file has it.
  bool has(const Copy& copy) const;

  /// Where the file gathers that is to become a text: a folder of its own.
  std::filesystem::path workplace(const std::string& stem) const;

  /// Removes a workplace in which nothing lies.
  void tidy(const std::string& stem) const;

  /// Removes a workplace.
  void drop(const std::string& stem) const;

  /// Copies a file to a workplace, to be checked.
  Result<void> bring(const std::filesystem::path& from, const std::string& stem) const;

  /// Likewise one of the folder.
  Result<void> bring_back(const Copy& copy, const std::string& stem) const {
    return bring(path_ / copy.file, stem);
  }

  /// Takes the file from its workplace into the folder, under copy.file, and notes it. A file of
  /// other bytes that was there is kept in `earlier/`.
  Result<void> accept(const std::string& stem, Copy copy);

  /// Likewise puts it aside, where pinlex-index does not read it.
  Result<void> put_aside(const std::string& stem, Copy copy);

 private:
  Folder(std::filesystem::path path, int descriptor);
  Result<void> load();
  Result<void> save() const;
  Result<void> move_in(const std::string& stem, const std::string& file) const;
  Result<void> keep_earlier(const std::string& stem, const std::string& file) const;

  std::filesystem::path path_;
  int descriptor_ = -1;  ///< Of the folder, locked.
  LockFile lock_;
};

/// The part of a text that lies in its workplace. One of another address is forgotten.
class PartFile : public Part {
 public:
  PartFile(std::filesystem::path workplace, std::string address);

  std::uint64_t size() const override { return size_; }
  Validators validators() const override { return validators_; }
  Result<void> begin(const Validators& validators) override;
  Result<void> add(std::string_view bytes) override;

 private:
  std::filesystem::path workplace_;
  std::string address_;
  std::uint64_t size_ = 0;
  Validators validators_;
};

}  // namespace pinlex::fetching
