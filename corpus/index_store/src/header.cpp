// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/index_store/header.hpp>
#include <pinlex/schema/record.hpp>

#include <nlohmann/json.hpp>

#include <utility>

namespace pinlex {
namespace {

using Json = nlohmann::json;

Unexpected damaged(const std::string& file, const std::string& what) {
  return fail(Code::damaged, file + ": " + what, "index the texts again into an empty folder");
}

/// Reads members of the object and remembers the first that is missing or of another type.
class Members {
 public:
  explicit Members(const Json& object) : object_(object) {}

  void read(const char* key, std::string& out) {
    if (const auto* value = find(key); value != nullptr && value->is_string()) {
      out = value->get_ref<const std::string&>();
    } else {
      wrong(key, "a string");
    }
  }

  template <typename Number>
  void read_number(const char* key, Number& out) {
    const auto* value = find(key);
    if (value != nullptr && value->is_number_unsigned() &&
        std::in_range<Number>(value->get<std::uint64_t>())) {
      out = value->get<Number>();
    } else {
      wrong(key, "a number");
    }
  }

  void read(const char* key, std::vector<std::string>& out) {
    const auto* list = find(key);
    if (list == nullptr || !list->is_array()) return wrong(key, "a list of strings");
    for (const Json& entry : *list) {
      if (!entry.is_string()) return wrong(key, "a list of strings");
      out.push_back(entry.get_ref<const std::string&>());
    }
  }

  const std::string& complaint() const { return complaint_; }

 private:
  const Json* find(const char* key) const {
    const auto at = object_.find(key);
    return at == object_.end() ? nullptr : &*at;
  }

  void wrong(const char* key, const char* expected) {
    if (complaint_.empty()) complaint_ = std::string(key) + " is not " + expected;
  }

  const Json& object_;
  std::string complaint_;
};

}  // namespace

std::string to_json(const Header& header) {
  nlohmann::ordered_json json;
  json["format"] = header.format;
  json["recipe"] = header.recipe;
  json["thesaurus"] = header.thesaurus;
  json["writer"] = header.writer;
  json["created"] = header.created;
  json["generation"] = header.generation;
  json["versions"] = header.versions;
  json["passages"] = header.passages;
  json["languages"] = header.languages;
  json["shards"] = header.shards;
  json["frequent"] = header.frequent;
  json["pairs"] = header.pairs;
  json["dictionary"] = header.dictionary;
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Header> header_from_json(std::string_view text, const std::string& file) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return damaged(file, "is not a JSON object");
  Header header;
  Members members(json);
  members.read_number("format", header.format);
  members.read("writer", header.writer);
  if (!members.complaint().empty()) return damaged(file, members.complaint());
  // What else stands in the header of another format is not for this program to judge.
  if (header.format != index_format) return header;
  members.read("recipe", header.recipe);
  members.read("thesaurus", header.thesaurus);
  members.read("created", header.created);
  members.read_number("generation", header.generation);
  members.read_number("versions", header.versions);
  members.read_number("passages", header.passages);
  members.read("languages", header.languages);
  members.read("shards", header.shards);
  members.read("frequent", header.frequent);
  members.read("pairs", header.pairs);
  members.read_number("dictionary", header.dictionary);
  if (!members.complaint().empty()) return damaged(file, members.complaint());
  for (const std::string& shard : header.shards) {
    const bool plain = shard.find('/') == std::string::npos && shard != "." && shard != "..";
    if (shard.empty() || !plain) return damaged(file, "shards names no folder beside it");
  }
  return header;
}

}  // namespace pinlex
