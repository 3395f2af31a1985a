// SPDX-License-Identifier: GPL-2.0-or-later
#include "lock_file.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace pinlex::fetching {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view schema = "pinlex.fetch-lock/1";

constexpr std::array<std::pair<const char*, std::string Copy::*>, 10> members{
    {{"file", &Copy::file},
     {"address", &Copy::address},
     {"final_address", &Copy::final_address},
     {"saved_as", &Copy::saved_as},
     {"time", &Copy::time},
     {"sha256", &Copy::sha256},
     {"content_type", &Copy::content_type},
     {"format", &Copy::format},
     {"says", &Copy::says},
     {"edition", &Copy::edition}}};

Json json_of(const Copy& copy) {
  Json json;
  for (const auto& [name, member] : members) {
    if (!(copy.*member).empty()) json[name] = copy.*member;
  }
  json["bytes"] = copy.bytes;
  if (!copy.validators.etag.empty()) json["etag"] = copy.validators.etag;
  if (!copy.validators.last_modified.empty()) {
    json["last_modified"] = copy.validators.last_modified;
  }
  json["texts"] = copy.texts;
  return json;
}

/// Whether a name stays in the folder.
bool is_below(std::string_view file) {
  if (file.empty() || file.front() == '/') return false;
  for (std::size_t at = 0; at <= file.size();) {
    const std::size_t slash = std::min(file.find('/', at), file.size());
    const std::string_view part = file.substr(at, slash - at);
    if (part.empty() || part == "." || part == "..") return false;
    at = slash + 1;
  }
  return true;
}

Copy copy_of(const Json& json) {
  Copy copy;
  for (const auto& [name, member] : members) copy.*member = json.value(name, std::string());
  copy.bytes = json.at("bytes").get<std::uint64_t>();
  copy.validators.etag = json.value("etag", std::string());
  copy.validators.last_modified = json.value("last_modified", std::string());
  copy.texts = json.at("texts").get<std::vector<std::string>>();
  return copy;
}

std::string quoted(std::string_view text) {
  // A string of JSON in ASCII is one of TOML, but that DEL must be escaped there.
  std::string out = Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
  for (std::size_t at = out.find('\x7F'); at != std::string::npos; at = out.find('\x7F', at)) {
    out.replace(at, 1, "\\u007F");
  }
  return out;
}

void add_key(std::string& out, std::string_view key, std::string_view value) {
  if (!value.empty()) out += std::string(key) + " = " + quoted(value) + "\n";
}

constexpr std::string_view manifest_head =
    "# Written by pinlex-fetch, anew with each run; pinlex-index reads it.\n";

}  // namespace

std::string to_json(const LockFile& lock) {
  Json json{{"schema", schema}, {"texts", Json::object()}};
  for (const auto& [stem, entry] : lock) {
    Json& text = json["texts"][stem] = Json::object();
    if (entry.accepted) text["accepted"] = json_of(*entry.accepted);
    if (entry.refused) text["refused"] = json_of(*entry.refused);
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<LockFile> read_lock_file(std::string_view text, const std::string& file) {
  const auto wrong = [&file](const std::string& why) {
    return fail(Code::usage, file + ": is no lock file of pinlex-fetch: " + why,
                "take it away to fetch all texts anew");
  };
  LockFile lock;
  try {
    const Json json = Json::parse(text);
    if (json.value("schema", std::string()) != schema) return wrong("the schema is another one");
    for (const auto& [stem, one] : json.at("texts").items()) {
      LockEntry& entry = lock[stem];
      if (!is_below(stem) || stem.find('/') != std::string::npos) return wrong("'" + stem + "'");
      if (one.contains("accepted")) entry.accepted = copy_of(one["accepted"]);
      if (one.contains("refused")) entry.refused = copy_of(one["refused"]);
      for (const auto* copy : {&entry.accepted, &entry.refused}) {
        if (*copy && !is_below((*copy)->file)) return wrong("'" + (*copy)->file + "'");
      }
    }
  } catch (const nlohmann::json::exception& error) {
    return wrong(error.what());
  }
  return lock;
}

std::string manifest_of(const LockFile& lock) {
  std::string out(manifest_head);
  for (const auto& [stem, entry] : lock) {
    if (!entry.accepted) continue;
    const Copy& copy = *entry.accepted;
    out += "\n[[file]]\n";
    add_key(out, "path", copy.file);
    // A file with several texts says itself which is which.
    if (copy.texts.size() == 1) {
      const std::string& id = copy.texts.front();
      add_key(out, "instrument", id.substr(0, id.find('@')));
      const std::string version = id.substr(id.find('@') + 1);
      add_key(out, "language", version.substr(0, version.find('.')));
    }
    add_key(out, "edition", copy.edition);
    add_key(out, "address", copy.address);  // Redirections may lead elsewhere tomorrow.
    add_key(out, "retrieved", copy.time.substr(0, copy.time.find('T')));
  }
  for (const std::string_view path : {"pinlex-fetch.lock", "refused/**", "earlier/**"}) {
    out += "\n[[file]]\n";
    add_key(out, "path", path);
    out += "skip = true\n";
  }
  return out;
}

bool is_our_manifest(std::string_view toml) { return toml.starts_with(manifest_head); }

}  // namespace pinlex::fetching
