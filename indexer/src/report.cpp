// SPDX-License-Identifier: GPL-2.0-or-later
#include "outcome_json.hpp"

#include <array>
#include <string_view>

namespace pinlex {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const ByteAccount& account) {
  Json removed = Json::object();
  for (const auto& [reason, bytes] : account.removed) removed[std::string(name(reason))] = bytes;
  return {{"in_provisions", account.in_provisions},
          {"removed", std::move(removed)},
          {"unexplained", account.unexplained}};
}

Json json_of(const VersionSummary& version) {
  Json json{{"id", version.id},           {"title", version.title},
            {"kind", version.kind},       {"language", version.language},
            {"edition", version.edition}, {"articles", version.articles}};
  if (version.expected_articles > 0) json["expected_articles"] = version.expected_articles;
  json["provisions"] = version.provisions;
  json["passages"] = version.passages;
  if (!version.duplicate_of.empty()) json["duplicate_of"] = version.duplicate_of;
  json["doubts"] = version.doubts;
  return json;
}

constexpr std::array removed_reasons = {
    Removed::whitespace, Removed::markup,     Removed::link_target, Removed::front_matter,
    Removed::navigation, Removed::title_page, Removed::editors_note};

ByteAccount account_from(const Json& json) {
  ByteAccount account;
  account.in_provisions = json.at("in_provisions");
  account.unexplained = json.at("unexplained");
  for (const Removed reason : removed_reasons) {
    const auto found = json.at("removed").find(std::string(name(reason)));
    if (found != json.at("removed").end()) account.removed.emplace_back(reason, *found);
  }
  return account;
}

VersionSummary version_from(const Json& json) {
  VersionSummary version;
  version.id = json.at("id");
  version.title = json.at("title");
  version.kind = json.at("kind");
  version.language = json.at("language");
  version.edition = json.at("edition");
  version.articles = json.at("articles");
  version.expected_articles = json.value("expected_articles", 0U);
  version.provisions = json.at("provisions");
  version.passages = json.at("passages");
  version.duplicate_of = json.value("duplicate_of", "");
  version.doubts = json.at("doubts").get<std::vector<std::string>>();
  return version;
}

}  // namespace

std::string_view name(FileChange change) {
  switch (change) {
    case FileChange::unknown:
      return "unknown";
    case FileChange::fresh:
      return "new";
    case FileChange::changed:
      return "changed";
    case FileChange::unchanged:
      return "unchanged";
  }
  return "unknown";
}

Json json_of(const FileOutcome& file) {
  Json json{{"file", file.file}};
  if (file.change != FileChange::unknown) json["change"] = name(file.change);
  if (!file.refused.empty()) json["refused"] = file.refused;
  if (!file.left_out.empty()) json["left_out"] = file.left_out;
  if (!file.same_as.empty()) json["same_as"] = file.same_as;
  if (file.sha256.empty()) return json;
  json["bytes"] = file.bytes;
  json["sha256"] = file.sha256;
  if (file.format.empty()) return json;
  json["format"] = file.format;
  json["account"] = json_of(file.account);
  json["versions"] = Json::array();
  for (const VersionSummary& version : file.versions) json["versions"].push_back(json_of(version));
  return json;
}

FileOutcome outcome_from(const Json& json) {
  FileOutcome file;
  file.file = json.at("file");
  file.refused = json.value("refused", "");
  file.left_out = json.value("left_out", "");
  file.same_as = json.value("same_as", "");
  if (!json.contains("sha256")) return file;
  file.bytes = json.at("bytes");
  file.sha256 = json.at("sha256");
  if (!json.contains("format")) return file;
  file.format = json.at("format");
  file.account = account_from(json.at("account"));
  for (const Json& version : json.at("versions")) file.versions.push_back(version_from(version));
  return file;
}

std::string to_json(const IndexReport& report) {
  Json json{{"schema", "pinlex.index-report/1"}, {"generation", report.generation},
            {"versions", report.versions},       {"passages", report.passages},
            {"seconds", report.seconds},         {"refused", report.refused()},
            {"warnings", report.warnings},       {"gone", report.gone}};
  json["files"] = Json::array();
  for (const FileOutcome& file : report.files) {
    json["files"].push_back(json_of(file));
    if (file.seconds > 0) json["files"].back()["seconds"] = file.seconds;
  }
  // Names of files may be any bytes.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pinlex
