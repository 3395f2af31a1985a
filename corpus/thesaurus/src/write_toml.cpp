// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/thesaurus/thesaurus.hpp>

#include <array>
#include <charconv>

namespace pinlex {
namespace {

void put_string(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 0xF];
    } else {
      out += c;
    }
  }
  out += '"';
}

void put_strings(std::string& out, const std::vector<std::string>& strings) {
  out += '[';
  for (const std::string& one : strings) {
    if (&one != strings.data()) out += ", ";
    put_string(out, one);
  }
  out += "]\n";
}

void put_links(std::string& out, std::string_view key, const std::vector<std::string>& ids) {
  if (ids.empty()) return;
  out += key;
  out += " = ";
  put_strings(out, ids);
}

void put_phrases(std::string& out, std::string_view key, const PhraseLists& lists) {
  if (lists.empty()) return;
  out += "\n[concept.";
  out += key;
  out += "]\n";
  for (const auto& [language, phrases] : lists) {
    out += language + " = ";
    put_strings(out, phrases);
  }
}

/// The shortest form that reads back as the same number; TOML wants a digit behind the point.
std::string text_of_weight(double weight) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), weight).ptr;
  std::string text(digits.data(), end);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

void put_concept(std::string& out, const Concept& one) {
  out += "[[concept]]\nid = ";
  put_string(out, one.id);
  out += "\nkind = ";
  put_string(out, name(one.kind));
  out += '\n';
  if (one.weight != 1) out += "weight = " + text_of_weight(one.weight) + "\n";
  put_links(out, "broader", one.broader);
  // Once for both sides.
  std::vector<std::string> related;
  for (const std::string& id : one.related) {
    if (id > one.id) related.push_back(id);
  }
  put_links(out, "related", related);
  if (!one.note.empty()) {
    out += "note = ";
    put_string(out, one.note);
    out += '\n';
  }
  out += "\n[concept.label]\n";
  for (const auto& [language, label] : one.labels) {
    out += language + " = ";
    put_string(out, label);
    out += '\n';
  }
  put_phrases(out, "legal", one.legal);
  put_phrases(out, "lay", one.lay);
}

}  // namespace

std::string to_toml(const Thesaurus& thesaurus) {
  std::string out;
  for (const Concept& one : thesaurus.concepts()) {
    if (!out.empty()) out += '\n';
    put_concept(out, one);
  }
  return out;
}

}  // namespace pinlex
