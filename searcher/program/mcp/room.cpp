// SPDX-License-Identifier: GPL-2.0-or-later
#include "room.hpp"

#include "text.hpp"

#include <algorithm>

namespace pinlex {
namespace {

/// What the frame of an answer takes beside it: whether it is cut, its cursor, and advice.
constexpr std::size_t frame = 240;

}  // namespace

Room::Room(const PageRequest& request, const Json& empty, const std::string& head)
    : most_(request.max_chars), structured_(request.structured) {
  text_ = material_notice + head;
  text_chars_ = characters(text_) + frame;
  if (structured_) structured_chars_ = characters(compact(empty)) + frame;
}

void Room::say(const std::string& words) {
  text_ += words;
  text_chars_ += characters(words);
}

bool Room::take(const std::string& text, const Json& item, std::size_t more) {
  const std::size_t text_chars = text_chars_ + characters(text);
  std::size_t structured_chars = structured_chars_;
  if (structured_) structured_chars += characters(compact(item)) + more + 2;
  if (text_chars > most_ || structured_chars > most_) {
    wanted_ = std::max(text_chars, structured_chars);
    return false;
  }
  text_ += text;
  text_chars_ = text_chars;
  structured_chars_ = structured_chars;
  return true;
}

}  // namespace pinlex
