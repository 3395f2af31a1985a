// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "download.hpp"
#include "folder.hpp"
#include "plan.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/model/catalogue.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace pinlex::fetching {

/// What became of a text, or of a file that was saved by hand.
struct FetchOutcome {
  enum class What : std::uint8_t {
    fetched,    ///< It came and is right, or was entered.
    changed,    ///< Likewise, and is not what was there before.
    unchanged,  ///< It is there, and the same.
    refused,    ///< It did not come, or is not right.
  };
  What what = What::refused;
  std::string name;  ///< The file in the folder, or what was asked for.
  std::string says;  ///< In words.
  std::string note;  ///< What else somebody should know, or empty.
};

/// What a run needs.
struct FetchRun {
  Folder& folder;
  const Catalogue& catalogue;
  Clock& clock;
  std::function<void(const std::string&)> begin;    ///< Called as each text is begun, by its stem.
  std::function<void(const FetchOutcome&)> report;  ///< Called as each text is done.
};

/// Fetches the texts of a plan, those that are there only where their server says that they have
/// changed, or all with `refresh`. Fails where the folder cannot be written.
Result<void> fetch_all(const FetchRun& run, const Plan& plan, Downloader& downloader, bool refresh);

/// Checks the files of another folder, saved by hand, in the same way and takes copies of those
/// that are right. A file that bears the name of a text ("coe-185.en.pdf") must be that text,
/// another one any that the catalogue knows.
Result<void> take_saved(const FetchRun& run, const std::filesystem::path& from);

}  // namespace pinlex::fetching
