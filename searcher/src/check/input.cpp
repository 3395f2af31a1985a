// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/input.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/searcher/check.hpp>

#include <string>

namespace pinlex {
namespace {

Unexpected refused_at(std::string_view text, std::size_t at, const std::string& what) {
  return fail(Code::inputs_refused, what + " at byte " + std::to_string(at) + ", line " +
                                        std::to_string(line_of(text, at)));
}

/// Length of what marks a line as quoted ("> ", ">> "), or 0.
std::size_t quote_prefix(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && at < 3 && line[at] == ' ') ++at;
  if (at == line.size() || line[at] != '>') return 0;
  while (at < line.size() && (line[at] == '>' || (line[at] == ' ' && line[at - 1] == '>'))) ++at;
  return at;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// The line at an offset, with its end.
std::string_view line_at(std::string_view text, std::size_t at) {
  const auto end = text.find('\n', at);
  return text.substr(at, end == std::string_view::npos ? end : end + 1 - at);
}

}  // namespace

Result<void> check_input(std::string_view text) {
  if (text.size() > max_check_bytes) {
    return fail(
        Code::inputs_refused,
        "the text to be checked is longer than " + std::to_string(max_check_bytes) + " bytes",
        "check it in parts");
  }
  const auto ill_formed = ill_formed_utf8(text);
  if (ill_formed != std::string_view::npos) {
    return refused_at(text, ill_formed, "the text to be checked is not UTF-8");
  }
  const auto nul = text.find('\0');
  if (nul != std::string_view::npos) {
    return refused_at(text, nul, "the text to be checked has a NUL byte");
  }
  return {};
}

std::vector<InputBlock> blocks_of(std::string_view text) {
  std::vector<InputBlock> blocks;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view line = line_at(text, at);
    const std::size_t prefix = quote_prefix(line);
    if (blocks.empty() || blocks.back().quoted != (prefix > 0)) {
      blocks.push_back({prefix > 0, {}});
    }
    blocks.back().text.append(line.substr(prefix), static_cast<std::uint32_t>(at + prefix));
    at += line.size();
  }
  return blocks;
}

std::vector<MappedText> paragraphs_of(const MappedText& text) {
  std::vector<MappedText> paragraphs;
  const std::string_view all = text.text;
  std::size_t begin = 0, end = 0;
  const auto close = [&] {
    while (end > begin && is_blank(all.substr(end - 1, 1))) --end;
    while (begin < end && is_blank(all.substr(begin, 1))) ++begin;
    if (begin == end) return;
    paragraphs.push_back(
        text.substr(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)));
  };
  for (std::size_t at = 0; at < all.size();) {
    const std::string_view line = line_at(all, at);
    at += line.size();
    if (is_blank(line)) {
      close();
      begin = at;
    }
    end = at;
  }
  close();
  return paragraphs;
}

}  // namespace pinlex
