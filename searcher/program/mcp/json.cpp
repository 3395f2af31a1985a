// SPDX-License-Identifier: GPL-2.0-or-later
#include "json.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace pinlex {
namespace {

constexpr int deepest = 64;
constexpr std::size_t most_values = 20000;

/// What is never shown. Not here: the joiners U+200C and U+200D, which Arabic script needs.
bool is_unseen(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  constexpr std::array<Range, 13> ranges{{{0x00, 0x08},
                                          {0x0B, 0x1F},
                                          {0x7F, 0x9F},
                                          {0x180E, 0x180E},
                                          {0x200B, 0x200B},
                                          {0x200E, 0x200F},
                                          {0x2028, 0x202E},
                                          {0x2060, 0x206F},
                                          {0xFE00, 0xFE0F},
                                          {0xFEFF, 0xFEFF},
                                          {0xFFF9, 0xFFFB},
                                          {0x1D173, 0x1D17A},
                                          {0xE0000, 0xE0FFF}}};
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](Range range) { return c >= range.first && c <= range.last; });
}

/// Most texts, told at a glance.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7f'; });
}

/// The members that are places [begin, end) in a text, beside the member that it is.
void move_places(Json& places, const std::string& text, bool lines) {
  if (!places.is_array()) return;
  for (Json& place : places) {
    if (place.is_array()) {
      move_places(place, text, lines);
    } else if (place.is_number_unsigned()) {
      place = harmless(text.substr(0, place.get<std::size_t>()), lines).size();
    }
  }
}

bool has_lines(const std::string& member) { return member == "text" || member == "sentence"; }

}  // namespace

std::optional<Json> parse_message(std::string_view text) {
  std::size_t values = 0;
  bool fits = true;
  const auto watch = [&](int depth, Json::parse_event_t, const Json&) {
    fits = fits && depth <= deepest && ++values <= most_values;
    return fits;
  };
  Json message = Json::parse(text.begin(), text.end(), watch, false);
  if (!fits || message.is_discarded()) return std::nullopt;
  return message;
}

std::string compact(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string text_in(const Json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string harmless(std::string_view text, bool lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '\n' || c == '\t') {
      out += lines ? c : ' ';
      ++at;
    } else if (c >= ' ' && c < '\x7f') {
      out += c;
      ++at;
    } else {
      const char32_t code_point = next_code_point(text, at);
      if (!is_unseen(code_point)) append_utf8(out, code_point);
    }
  }
  return out;
}

void make_harmless(Json& answer) {
  if (answer.is_array()) {
    for (Json& one : answer) {
      if (one.is_string()) {
        one = harmless(one.get_ref<const std::string&>(), false);
      } else {
        make_harmless(one);
      }
    }
    return;
  }
  if (!answer.is_object()) return;
  for (auto& [name, value] : answer.items()) {
    if (!value.is_string()) {
      make_harmless(value);
      continue;
    }
    if (is_plain(value.get_ref<const std::string&>())) continue;
    const bool lines = has_lines(name);
    std::string text = harmless(value.get_ref<const std::string&>(), lines);
    if (text == value.get_ref<const std::string&>()) continue;
    const std::string before = std::exchange(value.get_ref<std::string&>(), std::move(text));
    const char* places = name == "sentence" ? "words" : "highlights";
    if (lines && answer.contains(places)) move_places(answer[places], before, lines);
  }
}

}  // namespace pinlex
