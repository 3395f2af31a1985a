// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_parts.hpp"
#include "text_parts.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/searcher/render.hpp>

#include <algorithm>

namespace pinlex {
namespace {

/// A line as it is, whatever its length: what is indented must stay so.
void put_line(std::string& out, const std::string& line) { out += "  " + printable(line) + "\n"; }

void put_lines(std::string& out, const std::string& stage, const std::vector<std::string>& lines) {
  out += stage + "\n";
  for (const std::string& line : lines) put_line(out, line);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

void put_plan(std::string& out, const QueryReading::Plan& plan) {
  out += "plan for " + printable(plan.index) + "\n";
  put_line(out, "Xapian is asked: " + plan.asked);
  put_line(out, plan.text_decides ? "the texts it proposes are read to decide"
                                  : "all passages it proposes match");
  for (const QueryReading::Word& word : plan.words) {
    std::string line = word.text + " is read as";
    for (const auto& in : word.languages) line += " " + in.language + ": " + joined(in.words) + ";";
    if (line.back() == ';') line.pop_back();
    if (word.languages.empty()) line += " nothing";
    if (!word.ranks) line += " (only joins others, and does not rank)";
    put_line(out, line);
  }
}

}  // namespace

std::string to_text(const QueryReading& reading, const TextStyle&) {
  std::string out;
  put_lines(out, "tokens", reading.tokens);
  put_lines(out, "tree", reading.tree);
  put_lines(out, "read as", {reading.read_as});
  if (!reading.notes.empty()) put_lines(out, "notes", reading.notes);
  for (const QueryReading::Plan& plan : reading.plans) put_plan(out, plan);
  return out;
}

std::string to_json(const QueryReading& reading) {
  Json json{{"schema", "pinlex.query/1"}, {"query", reading.query},     {"tokens", reading.tokens},
            {"tree", reading.tree},       {"read_as", reading.read_as}, {"notes", reading.notes},
            {"plans", Json::array()}};
  for (const QueryReading::Plan& plan : reading.plans) {
    Json one{{"index", plan.index},
             {"asked", plan.asked},
             {"text_decides", plan.text_decides},
             {"words", Json::array()}};
    for (const QueryReading::Word& word : plan.words) {
      Json read{{"text", word.text}, {"ranks", word.ranks}, {"languages", Json::array()}};
      for (const auto& in : word.languages) {
        read["languages"].push_back({{"language", in.language}, {"words", in.words}});
      }
      one["words"].push_back(std::move(read));
    }
    json["plans"].push_back(std::move(one));
  }
  return printed(json);
}

std::string to_text(const FieldValues& values, const TextStyle&) {
  std::size_t width = 0;
  for (const auto& one : values.values) width = std::max(width, one.value.size());
  std::string out;
  for (const auto& one : values.values) {
    out += printable(one.value) + std::string(width - one.value.size() + 2, ' ') +
           std::to_string(one.passages) + "\n";
  }
  return out;
}

std::string to_json(const FieldValues& values) {
  Json json{{"schema", "pinlex.values/1"}, {"field", values.field}, {"values", Json::array()}};
  for (const auto& one : values.values) {
    json["values"].push_back({{"value", one.value}, {"passages", one.passages}});
  }
  return printed(json);
}

}  // namespace pinlex
