// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/text/repair.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// Builds the text that a step of repair makes of the text before it, and its way back to the
/// input of the first step.
class Rewriter {
 public:
  explicit Rewriter(const Repaired& before) : before_(before) {
    after_.text.reserve(before.text.size() + 16);
    after_.origin.reserve(before.text.size() + 17);
  }

  /// Takes bytes [begin, end) of the text before as they are.
  void keep(std::size_t begin, std::size_t end) {
    after_.text.append(before_.text, begin, end - begin);
    if (before_.origin.empty()) {
      for (std::size_t i = begin; i < end; ++i) {
        after_.origin.push_back(static_cast<std::uint32_t>(i));
      }
    } else {
      const auto first = before_.origin.begin();
      after_.origin.insert(after_.origin.end(), first + static_cast<std::ptrdiff_t>(begin),
                           first + static_cast<std::ptrdiff_t>(end));
    }
  }

  /// Adds bytes that stand for what begins at byte `at` of the text before.
  void put(std::string_view bytes, std::size_t at) {
    after_.text.append(bytes);
    after_.origin.insert(after_.origin.end(), bytes.size(),
                         before_.to_input(static_cast<std::uint32_t>(at)));
  }

  /// What was built so far, for steps that look back at it. Its length must not change.
  std::string& built() { return after_.text; }

  Repaired finish() {
    after_.origin.push_back(before_.to_input(static_cast<std::uint32_t>(before_.text.size())));
    return std::move(after_);
  }

 private:
  const Repaired& before_;
  Repaired after_;
};

}  // namespace pinlex
