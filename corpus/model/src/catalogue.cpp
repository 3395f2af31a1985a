// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/catalogue.hpp>

#include <toml++/toml.h>

#include <array>
#include <cctype>
#include <optional>
#include <sstream>
#include <utility>

namespace pinlex {
namespace {

/// A fault in a TOML file, with its place; caught in Catalogue::add_toml.
struct Fault {
  Fault(const toml::node* node, std::string what)
      : where(node->source()), message(std::move(what)) {}

  toml::source_region where;  ///< A copy: the table is gone when the fault is caught.
  std::string message;
};

std::string place(const std::string& file, const toml::source_region& region) {
  return file + ":" + std::to_string(region.begin.line) + ":" + std::to_string(region.begin.column);
}

std::string string_of(const toml::node& node, const std::string& key) {
  if (const auto value = node.value<std::string>(); value && node.is_string()) return *value;
  throw Fault{&node, "key '" + key + "' must be a string"};
}

std::vector<std::string> strings_of(const toml::node& node, const std::string& key) {
  if (node.is_string()) return {string_of(node, key)};
  const toml::array* array = node.as_array();
  if (array == nullptr)
    throw Fault{&node, "key '" + key + "' must be a string or a list of strings"};
  std::vector<std::string> out;
  for (const auto& element : *array) out.push_back(string_of(element, key));
  return out;
}

std::string date_of(const toml::node& node, const std::string& key) {
  const auto* date = node.as_date();
  if (date == nullptr) throw Fault{&node, "key '" + key + "' must be a date such as 2001-11-23"};
  std::ostringstream out;
  out << date->get();
  return out.str();
}

std::uint32_t count_of(const toml::node& node, const std::string& key) {
  const auto value = node.is_integer() ? node.value<std::int64_t>() : std::nullopt;
  if (!value || *value < 0 || *value > 100'000) {
    throw Fault{&node, "key '" + key + "' must be a number from 0 to 100000"};
  }
  return static_cast<std::uint32_t>(*value);
}

const toml::table& table_of(const toml::node& node, const std::string& key) {
  const toml::table* table = node.as_table();
  if (table == nullptr) throw Fault{&node, "key '" + key + "' must be a table by language"};
  return *table;
}

std::string id_of(const toml::node& node, const std::string& key) {
  std::string id = string_of(node, key);
  const auto bad = id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-");
  if (id.empty() || bad != std::string::npos) {
    throw Fault{&node, "key '" + key + "' must be made of a-z, 0-9 and '-', not \"" + id + "\""};
  }
  return id;
}

Kind kind_of(const toml::node& node) {
  const std::string text = string_of(node, "kind");
  if (const auto kind = kind_from(text)) return *kind;
  throw Fault{&node, "kind '" + text + "' is not one of " + kind_names()};
}

void read_facts(const toml::node& node, Instrument& instrument) {
  const toml::array* list = node.as_array();
  if (list == nullptr) throw Fault{&node, "key 'facts' must be a list of tables"};
  for (const auto& element : *list) {
    const toml::table& fact = table_of(element, "facts");
    if (!fact.contains("date") || !fact.contains("text")) {
      throw Fault{&element, "a fact must have the keys 'date' and 'text'"};
    }
    instrument.facts.emplace_back(date_of(*fact.get("date"), "date"),
                                  string_of(*fact.get("text"), "text"));
  }
}

bool flag_of(const toml::node& node, const std::string& key) {
  if (!node.is_boolean()) throw Fault{&node, "key '" + key + "' must be true or false"};
  return node.value_or(false);
}

void read_text_key(const std::string& key, const toml::node& value, PublishedText& text) {
  if (key == "language") return void(text.language = id_of(value, key));
  if (key == "address") return void(text.address = string_of(value, key));
  if (key == "format") return void(text.format = id_of(value, key));
  if (key == "verified") return void(text.verified = flag_of(value, key));
  if (key == "edition") {
    const std::string name = string_of(value, key);
    const auto edition = edition_from(name);
    if (!edition) {
      throw Fault{&value, "edition '" + name + "' is not one of " + edition_names()};
    }
    return void(text.edition = *edition);
  }
  throw Fault{&value,
              "unknown key '" + key + "'; expected language, address, format, edition or verified"};
}

void read_texts(const toml::node& node, Instrument& instrument) {
  const toml::array* list = node.as_array();
  if (list == nullptr) throw Fault{&node, "write [[instrument.text]] with two brackets"};
  for (const auto& element : *list) {
    const toml::table* table = element.as_table();
    if (table == nullptr) throw Fault{&element, "'text' must be a list of tables"};
    PublishedText text;
    for (const auto& [key, value] : *table) read_text_key(std::string(key.str()), value, text);
    if (text.language.empty() || text.address.empty() || text.format.empty()) {
      throw Fault{&element, "a text must have the keys 'language', 'address' and 'format'"};
    }
    instrument.texts.push_back(std::move(text));
  }
}

/// All titles of an instrument in a language; the first is the one printed.
using Titles = std::map<std::string, std::vector<std::string>>;

struct Entry {
  Instrument instrument;
  Titles titles;
};

void read_key(const std::string& key, const toml::node& value, Entry& entry) {
  Instrument& to = entry.instrument;
  if (key == "id") return void(to.id = id_of(value, key));
  if (key == "kind") return void(to.kind = kind_of(value));
  if (key == "series") return void(to.series = string_of(value, key));
  if (key == "parent") return void(to.parent = id_of(value, key));
  if (key == "publisher") return void(to.publisher = string_of(value, key));
  if (key == "address") return void(to.address = string_of(value, key));
  if (key == "adopted") return void(to.adopted = date_of(value, key));
  if (key == "in_force") return void(to.in_force = date_of(value, key));
  if (key == "articles") return void(to.articles = count_of(value, key));
  if (key == "facts") return read_facts(value, to);
  if (key == "text") return read_texts(value, to);
  if (key == "address_verified") return void(to.address_verified = flag_of(value, key));
  if (key == "titles" || key == "names") {
    for (const auto& [language, names] : table_of(value, key)) {
      const std::string code(language.str());
      auto& list = key == "titles" ? entry.titles[code] : to.names[code];
      list = strings_of(names, key + "." + code);
    }
    return;
  }
  throw Fault{&value,
              "unknown key '" + key +
                  "'; expected id, kind, titles, names, series, parent, publisher, address, "
                  "address_verified, adopted, in_force, articles, facts or text"};
}

Entry read_instrument(const toml::node& node) {
  Entry entry;
  const toml::table* table = node.as_table();
  if (table == nullptr) throw Fault{&node, "'instrument' must be a list of tables"};
  for (const auto& [key, value] : *table) read_key(std::string(key.str()), value, entry);
  if (entry.instrument.id.empty()) throw Fault{&node, "an instrument must have the key 'id'"};
  if (entry.titles.empty())
    throw Fault{&node, "an instrument must have a title: titles.en = \"…\""};
  for (const auto& [language, list] : entry.titles) {
    if (!list.empty()) entry.instrument.titles[language] = list.front();
  }
  return entry;
}

std::vector<Entry> read_instruments(const toml::table& root) {
  std::vector<Entry> entries;
  for (const auto& [key, value] : root) {
    if (key.str() != "instrument") {
      throw Fault{&value, "unknown key '" + std::string(key.str()) + "'; expected [[instrument]]"};
    }
    const toml::array* list = value.as_array();
    if (list == nullptr) throw Fault{&value, "write [[instrument]] with two brackets"};
    for (const auto& element : *list) entries.push_back(read_instrument(element));
  }
  return entries;
}

}  // namespace

std::string title_key(std::string_view title) {
  std::string key;
  for (const char c : title) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) {
      key += c;
    } else if (std::isalnum(byte) != 0) {
      key += static_cast<char>(std::tolower(byte));
    }
  }
  return key;
}

Result<void> Catalogue::add_toml(std::string_view text, const std::string& file) {
  std::vector<Entry> entries;
  try {
    const toml::table root = toml::parse(text, file);
    entries = read_instruments(root);
  } catch (const toml::parse_error& error) {
    return fail(Code::usage, place(file, error.source()) + ": " + std::string(error.description()),
                "the catalogue is TOML; see the built-in files for the form");
  } catch (const Fault& fault) {
    return fail(Code::usage, place(file, fault.where) + ": " + fault.message,
                "correct that line and run again");
  }
  for (Entry& entry : entries) {
    const std::string id = entry.instrument.id;
    for (const auto& [language, list] : entry.titles) {
      for (const auto& title : list)
        titles_.insert_or_assign(title_key(title), std::pair(id, language));
    }
    instruments_.insert_or_assign(id, std::move(entry.instrument));
  }
  return {};
}

const Instrument* Catalogue::find(std::string_view id) const {
  const auto found = instruments_.find(id);
  return found == instruments_.end() ? nullptr : &found->second;
}

TitleMatch Catalogue::find_title(std::string_view title) const {
  const auto found = titles_.find(title_key(title));
  if (found == titles_.end()) return {};
  return {find(found->second.first), found->second.second};
}

}  // namespace pinlex
