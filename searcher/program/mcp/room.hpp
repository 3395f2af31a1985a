// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "page.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace pinlex {

/// Counts what an answer takes of the characters that it may have, as text and, where that is sent,
/// in its structured form.
class Room {
 public:
  /// `empty` is the answer without its items, `head` what stands above them.
  Room(const PageRequest& request, const Json& empty, const std::string& head);

  /// Adds words that stand above or below the items.
  void say(const std::string& words);

  /// Adds an item as text; `more` are characters of its structured form beside `item`. False, and
  /// nothing is added, where it does not fit.
  bool take(const std::string& text, const Json& item, std::size_t more = 0);

  /// Whether what was said fits.
  bool holds() const { return text_chars_ <= most_ && structured_chars_ <= most_; }

  /// How many characters what was last refused, or all that was said, would need.
  std::size_t wanted() const {
    return wanted_ == 0 ? std::max(text_chars_, structured_chars_) : wanted_;
  }

  const std::string& text() const { return text_; }

 private:
  std::size_t most_;
  bool structured_;
  std::string text_;
  std::size_t text_chars_ = 0, structured_chars_ = 0, wanted_ = 0;
};

}  // namespace pinlex
