// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/indexer/indexer.hpp>

#include <nlohmann/json.hpp>

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

Json json_of(const FileOutcome& file) {
  Json json{{"file", file.file}};
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

}  // namespace

std::string to_json(const IndexReport& report) {
  Json json{{"schema", "pinlex.index-report/1"}, {"generation", report.generation},
            {"versions", report.versions},       {"passages", report.passages},
            {"seconds", report.seconds},         {"refused", report.refused()},
            {"warnings", report.warnings}};
  json["files"] = Json::array();
  for (const FileOutcome& file : report.files) json["files"].push_back(json_of(file));
  // Names of files may be any bytes.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pinlex
