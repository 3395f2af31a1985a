// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/instrument.hpp>
#include <pinlex/sources/manifest.hpp>
#include <pinlex/sources/records.hpp>

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

/// A fault in a manifest, with its place; caught in Manifest::parse.
struct Fault {
  Fault(const toml::node* node, std::string what)
      : where(node->source()), message(std::move(what)) {}

  toml::source_region where;  ///< A copy: the table is gone when the fault is caught.
  std::string message;
};

std::string text_of(const toml::node& node, const std::string& key) {
  if (const auto* date = node.as_date()) {
    std::ostringstream out;
    out << date->get();
    return out.str();
  }
  if (!node.is_string()) throw Fault{&node, "key '" + key + "' must be a string or a date"};
  return node.value_or(std::string());
}

std::vector<std::string> list_of(const toml::node& node, const std::string& key) {
  const toml::array* array = node.as_array();
  if (array == nullptr) return {text_of(node, key)};
  std::vector<std::string> out;
  for (const auto& element : *array) out.push_back(text_of(element, key));
  return out;
}

std::string known(const toml::node& node, std::string value, bool is_known,
                  const std::string& names) {
  if (!is_known) throw Fault{&node, "'" + value + "' is not one of " + names};
  return value;
}

/// Which members of records hold what; words may lie in a member for each language.
RecordFields fields_of(const toml::node& node) {
  const toml::table* table = node.as_table();
  if (table == nullptr || table->empty()) {
    throw Fault{&node, "key 'fields' must be a table: [file.fields] with text = \"…\" and others"};
  }
  RecordFields fields;
  const auto add = [&fields](const std::string& name, const toml::node& path) {
    if (!is_record_field(name)) {
      throw Fault{&path, "unknown field '" + name + "'; expected " + record_field_names()};
    }
    fields[name] = text_of(path, name);
    if (fields[name].empty()) throw Fault{&path, "the path of '" + name + "' is empty"};
  };
  for (const auto& [key, value] : *table) {
    const std::string name(key.str());
    const toml::table* languages = value.as_table();
    if (languages == nullptr) add(name, value);
    for (const auto& [language, path] : languages == nullptr ? toml::table() : *languages) {
      add(name + "." + std::string(language.str()), path);
    }
  }
  return fields;
}

bool is_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "2024", "2024-04" or "2024-04-30".
bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  const auto part = [text](std::size_t at, std::string_view most) {
    const std::string_view number = text.substr(at, 2);
    return text[at - 1] == '-' && is_digits(number) && number >= "01" && number <= most;
  };
  return is_digits(text.substr(0, 4)) && (text.size() < 7 || part(5, "12")) &&
         (text.size() < 10 || part(8, "31"));
}

/// "en", "zh-Hant".
bool is_language(std::string_view text) {
  const std::string_view code = text.substr(0, text.find('-'));
  return (code.size() == 2 || code.size() == 3) &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "https:…", and whatever else has a scheme.
bool is_address(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon > 1 &&
         text.find_first_of(" \t\n") == std::string_view::npos;
}

bool is_id(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

/// A path that leads out of the manifest's folder matches nothing.
bool stays_below(std::string_view path) {
  return !path.starts_with('/') && path != ".." && !path.starts_with("../") &&
         path.find("/../") == std::string_view::npos;
}

/// What the values of a key look like, where not all do.
struct Form {
  std::string_view key;
  bool (*holds)(std::string_view value);
  std::string_view expected;
};

constexpr std::array<Form, 7> forms{
    {{"path", stays_below, "a path or glob relative to the folder of this file, and below it"},
     {"instrument", is_id, "made of a-z, 0-9 and '-'"},
     {"language", is_language, "a code such as en"},
     {"address", is_address, "an address such as https://example.org/act"},
     {"published", is_date, "a date such as 2024-04-30"},
     {"as_of", is_date, "a date such as 2024-04-30"},
     {"retrieved", is_date, "a date such as 2024-04-30"}}};

/// The value of a key that is one string, in its form.
std::string value_of(const toml::node& node, const std::string& key) {
  std::string value = text_of(node, key);
  for (const Form& form : forms) {
    if (form.key == key && !form.holds(value)) {
      throw Fault{&node, "key '" + key + "' must be " + std::string(form.expected) + ", not \"" +
                             value + "\""};
    }
  }
  return value;
}

void read_key(const std::string& key, const toml::node& node, Manifest::Entry& entry) {
  if (key == "path") return void(entry.path = value_of(node, key));
  if (key == "fields") return void(entry.metadata.fields = fields_of(node));
  if (key == "about") return void(entry.metadata.about = list_of(node, key));
  if (key == "kind") {
    auto value = text_of(node, key);
    const bool is_known = kind_from(value).has_value();
    return void(entry.metadata.kind = known(node, std::move(value), is_known, kind_names()));
  }
  if (key == "edition") {
    auto value = text_of(node, key);
    const bool is_known = edition_from(value).has_value();
    return void(entry.metadata.edition = known(node, std::move(value), is_known, edition_names()));
  }
  for (const auto& [name, member] : metadata_members) {
    if (key == name) return void(entry.metadata.*member = value_of(node, key));
  }
  if (key == "skip") {
    if (!node.is_boolean()) throw Fault{&node, "key 'skip' must be true or false"};
    return void(entry.skip = node.value_or(false));
  }
  throw Fault{&node,
              "unknown key '" + key +
                  "'; expected path, skip, instrument, kind, language, edition, title, address, "
                  "author, published, as_of, retrieved, about or fields"};
}

std::vector<Manifest::Entry> read_entries(const toml::table& root) {
  std::vector<Manifest::Entry> entries;
  for (const auto& [key, value] : root) {
    const toml::array* list = value.as_array();
    if (key.str() != "file" || list == nullptr) {
      throw Fault{&value, "unknown key '" + std::string(key.str()) + "'; expected [[file]]"};
    }
    for (const auto& element : *list) {
      const toml::table* table = element.as_table();
      if (table == nullptr) throw Fault{&element, "'file' must be a list of tables"};
      Manifest::Entry entry;
      for (const auto& [name, node] : *table) read_key(std::string(name.str()), node, entry);
      entry.line = table->source().begin.line;
      if (entry.path.empty()) throw Fault{&element, "a [[file]] must have the key 'path'"};
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

std::string place(const std::string& file, const toml::source_region& region) {
  return file + ":" + std::to_string(region.begin.line) + ":" + std::to_string(region.begin.column);
}

}  // namespace

Result<Manifest> Manifest::parse(std::string_view text, const std::string& file) {
  Manifest manifest;
  try {
    const toml::table root = toml::parse(text, file);
    manifest.entries_ = read_entries(root);
  } catch (const toml::parse_error& error) {
    return fail(Code::usage, place(file, error.source()) + ": " + std::string(error.description()),
                "a manifest is TOML: [[file]] tables with path = \"…\"");
  } catch (const Fault& fault) {
    return fail(Code::usage, place(file, fault.where) + ": " + fault.message,
                "correct that line and run again");
  }
  return manifest;
}

Manifest::Entry Manifest::lookup(std::string_view path) const {
  Entry found;
  found.path = path;
  for (const Entry& entry : entries_) {
    if (!glob_matches(entry.path, path)) continue;
    Metadata merged = entry.metadata;
    merged.complete_with(found.metadata);
    found.metadata = std::move(merged);
    found.skip = entry.skip;
  }
  return found;
}

bool glob_matches(std::string_view glob, std::string_view path) {
  // Iterative, so that no pattern makes it slow: the last star of a kind is tried one byte further
  // each time, and the last "**" once a '/' stops the '*' behind it.
  struct Star {
    std::size_t after = std::string_view::npos;  ///< Place in the glob behind it.
    std::size_t path = 0;                        ///< Where the rest was last tried.
  };
  std::size_t g = 0;
  std::size_t p = 0;
  Star within;
  Star across;
  while (p < path.size()) {
    if (glob.substr(g).starts_with("**")) {
      g += glob.substr(g).starts_with("**/") ? 3 : 2;
      across = {g, p};
      within = {};
    } else if (g < glob.size() && glob[g] == '*') {
      within = {++g, p};
    } else if (g < glob.size() && (glob[g] == path[p] || (glob[g] == '?' && path[p] != '/'))) {
      ++g;
      ++p;
    } else if (within.after != std::string_view::npos && path[within.path] != '/') {
      p = ++within.path;
      g = within.after;
    } else if (across.after != std::string_view::npos) {
      p = ++across.path;
      g = across.after;
      within = {};
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

}  // namespace pinlex
