// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/sha256.hpp>
#include <pinlex/schema/fields.hpp>

#include <cstddef>

namespace pinlex {
namespace {

constexpr std::array<FieldInfo, 22> table{{
    {Field::text, "", "", -1, "the passage's words, its headings weighted in", "interception"},
    {Field::heading, "in", "H", -1, "words that must stand in a heading of the passage",
     "in:safeguards"},
    {Field::instrument, "instrument", "I", -1, "id of the treaty, act or document",
     "instrument:coe-185"},
    {Field::kind, "kind", "K", -1, "what the text is: treaty, protocol, statute, commentary …",
     "kind:protocol"},
    {Field::edition, "edition", "E", -1,
     "which text it is: official, consolidated, translation, digest", "edition:official"},
    {Field::language, "lang", "L", -1, "language of the text, as an ISO 639-1 code", "lang:fr"},
    {Field::article, "art", "A", -1, "number of the article or section", "art:21"},
    {Field::id, "id", "Q", -1, "one provision, in every version", "id:coe-185#art_21"},
    {Field::group, "group", "G", -1, "everything below a chapter, section or other grouping",
     "group:coe-185#chp_2"},
    {Field::version, "version", "V", -1, "one language and edition of an instrument",
     "version:coe-185@en"},
    {Field::root, "", "R", -1, "the folder or file an indexing run was given", ""},
    {Field::record, "", "T", -1, "what the document holds: a passage or a version", ""},
    {Field::about, "about", "B", -1, "the provision a commentary speaks of", "about:uncc#art_30"},
    {Field::date, "date", "D", -1,
     "the date as of which the text speaks, else when it was published, else adopted",
     "date:2001..2024"},
    {Field::run, "", "P", -1, "two or three frequent words side by side", ""},
    {Field::cites, "cites", "C", -1, "a provision that the passage refers to, or a part of it",
     "cites:coe-185#art_15"},
    {Field::legal_concept, "concept", "N", -1,
     "a concept of the thesaurus that the passage names in terms of law", "concept:secrecy-order"},
    {Field::lay_concept, "lay", "Y", -1, "a concept that it names in words of lay people",
     "lay:content-interception"},
    {Field::power, "power", "W", -1,
     "a power or duty that a provision gives or lays on somebody, or a word for it",
     "power:interception"},
    {Field::safeguard, "safeguard", "S", -1,
     "a safeguard or threshold that a provision states, or that limits a power it gives",
     "safeguard:judicial-supervision"},
    {Field::order, "", "", 1, "the key that puts equal scores in order", ""},
    {Field::stored, "", "", 0, "the passage or version itself, compressed", ""},
}};

/// The longest value that stands in a term as it is; a term may hold 245 bytes with its prefix.
constexpr std::size_t longest_value = 240;

constexpr bool rows_follow_the_enum() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (static_cast<std::size_t>(table[i].field) != i) return false;
  }
  return true;
}

constexpr bool is_value(const FieldInfo& row) { return row.slot >= 0; }

/// Words of the text have no prefix: they never begin with a capital letter, and prefixes do.
constexpr bool prefixes_are_told_apart() {
  for (const FieldInfo& row : table) {
    if (is_value(row) != row.prefix.empty() && row.field != Field::text) return false;
    if (!row.prefix.empty() && (row.prefix[0] < 'A' || row.prefix[0] > 'Z')) return false;
    for (const FieldInfo& other : table) {
      if (row.field == other.field || row.prefix.empty() || other.prefix.empty()) continue;
      if (other.prefix.substr(0, row.prefix.size()) == row.prefix) return false;
    }
  }
  return true;
}

constexpr bool slots_are_distinct() {
  for (const FieldInfo& row : table) {
    for (const FieldInfo& other : table) {
      if (row.field != other.field && is_value(row) && row.slot == other.slot) return false;
    }
  }
  return true;
}

constexpr bool names_are_distinct() {
  for (const FieldInfo& row : table) {
    for (const FieldInfo& other : table) {
      if (row.field != other.field && !row.name.empty() && row.name == other.name) return false;
    }
  }
  return true;
}

constexpr bool prefixes_leave_room() {
  for (const FieldInfo& row : table) {
    if (row.prefix.size() + longest_value > 245) return false;
  }
  return true;
}

static_assert(rows_follow_the_enum());
static_assert(prefixes_are_told_apart());
static_assert(slots_are_distinct());
static_assert(names_are_distinct());
static_assert(prefixes_leave_room());

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

const std::array<FieldInfo, 22>& fields() { return table; }

const FieldInfo& info(Field field) { return table[static_cast<std::size_t>(field)]; }

std::optional<Field> field_named(std::string_view name) {
  if (name.empty()) return std::nullopt;
  for (const FieldInfo& row : table) {
    if (row.name == name) return row.field;
  }
  return std::nullopt;
}

std::string term_of(Field field, std::string_view value) {
  const std::string_view prefix = info(field).prefix;
  std::string term;
  term.reserve(prefix.size() + value.size());
  term += prefix;
  std::size_t stored_size = value.size();
  for (const char c : value) {
    term += lower(c);
    stored_size += c == '\0' ? 1 : 0;  // A zero byte is stored as two.
  }
  if (stored_size > longest_value) {
    term = std::string(prefix) + sha256_hex(std::string_view(term).substr(prefix.size()));
  }
  return term;
}

}  // namespace pinlex
