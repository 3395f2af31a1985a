// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"
#include "output.hpp"

#include <pinlex/model/catalogue.hpp>

#include <algorithm>

namespace pinlex {
namespace {

/// Leaves what the answer says of one instrument, named by id, title or series number.
void keep_only(InfoAnswer& answer, const std::string& instrument) {
  const std::string wanted = title_key(instrument);
  std::erase_if(answer.versions, [&](const VersionRecord& record) {
    const Version& version = record.version;
    const auto is_wanted = [&](const std::string& name) { return title_key(name) == wanted; };
    return !is_wanted(version.instrument) && !is_wanted(version.title) &&
           !is_wanted(version.series);
  });
  std::erase_if(answer.catalogued, [&](const Instrument& known) {
    return std::none_of(
        answer.versions.begin(), answer.versions.end(),
        [&](const VersionRecord& record) { return record.version.instrument == known.id; });
  });
}

Result<int> run_info(const Call& call) {
  const auto searcher = open_indexes(call);
  if (!searcher) return passed_on(searcher);
  auto answer = searcher->info();
  if (!answer) return passed_on(answer);
  if (!call.words.empty()) {
    const std::string wanted = joined_words(call);
    keep_only(*answer, wanted);
    if (answer->versions.empty()) {
      return fail(Code::nothing_found, "the index has no text of " + wanted,
                  "`pinlex info` lists what it has");
    }
  }
  return print(rendered(*answer, call), 0);
}

}  // namespace

const Command info_command{
    "info",      "[INSTRUMENT]", "Lists what is in the index.",
    "text|json", true,           [](boost::program_options::options_description&) {},
    run_info};

}  // namespace pinlex
