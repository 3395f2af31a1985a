// SPDX-License-Identifier: GPL-2.0-or-later
#include "settle.hpp"

#include "check.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/base/sha256.hpp>
#include <pinlex/sources/reader.hpp>

#include <array>
#include <ctime>
#include <utility>

namespace pinlex::fetching {

std::string time_text(double seconds) {
  const auto whole = static_cast<std::time_t>(seconds);
  std::tm parts{};
  ::gmtime_r(&whole, &parts);
  std::array<char, 32> out{};
  std::strftime(out.data(), out.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return out.data();
}

Result<FetchOutcome> settle(const FetchRun& run, const Wanted& wanted, Copy copy) {
  const std::string stem = wanted.stem();
  const auto place = run.folder.workplace(stem);
  const auto bytes = read_file(place / unnamed, max_source_bytes);
  if (!bytes) return passed_on(bytes);
  const auto checked = check(place, wanted, run.catalogue);
  if (!checked) return passed_on(checked);
  copy.bytes = bytes->size();
  copy.sha256 = sha256_hex(*bytes);
  copy.format = checked->reading.format;
  copy.says = checked->verdict.says;
  copy.texts.clear();
  for (const FoundText& text : checked->reading.texts) copy.texts.push_back(text.id);
  copy.file = stem + ending_of(copy.format);
  FetchOutcome outcome;
  if (!checked->verdict.right) {
    copy.file = "refused/" + copy.file;
    outcome = {FetchOutcome::What::refused, stem, copy.says + "; kept as " + copy.file, {}};
    if (auto put = run.folder.put_aside(stem, std::move(copy)); !put) return passed_on(put);
    return outcome;
  }
  const auto before = run.folder.lock().find(stem);
  const bool known = before != run.folder.lock().end() && before->second.accepted.has_value();
  outcome = {FetchOutcome::What::fetched, copy.file, copy.says, {}};
  if (known && before->second.accepted->sha256 == copy.sha256) {
    outcome.what = FetchOutcome::What::unchanged;
    outcome.says = "came again, and is unchanged";
  } else if (known) {
    outcome.what = FetchOutcome::What::changed;
    outcome.says += "; it has changed since " + before->second.accepted->time +
                    ", the former text is in earlier/";
  }
  if (auto taken = run.folder.accept(stem, std::move(copy)); !taken) return passed_on(taken);
  return outcome;
}

}  // namespace pinlex::fetching
