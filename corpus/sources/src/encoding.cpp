// SPDX-License-Identifier: GPL-2.0-or-later
#include "encoding.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/text/transcode.hpp>

#include <algorithm>
#include <cctype>

namespace pinlex {
namespace {

/// Within so many bytes a file says what it is.
constexpr std::size_t head_bytes = 4096;

/// The value behind "encoding=" or "charset=", or nothing.
std::string value_behind(std::string_view head, std::string_view word) {
  auto at = head.find(word);
  if (at == std::string_view::npos) return {};
  at += word.size();
  while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
  const auto end = head.find_first_of("\"'; />?", at);
  if (end == std::string_view::npos || end - at > 40) return {};
  return std::string(head.substr(at, end - at));
}

std::string encoding_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  if (bytes.starts_with(std::string_view("<\0", 2))) return "UTF-16LE";
  if (bytes.starts_with(std::string_view("\0<", 2))) return "UTF-16BE";
  const auto head = bytes.substr(0, head_bytes);
  const auto first = head.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && head.substr(first).starts_with("<?xml")) {
    return value_behind(head.substr(0, head.find("?>")), "encoding=");
  }
  return value_behind(head, "charset=");
}

std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return text;
}

Unexpected refused_zero(std::string_view text, std::size_t at) {
  return fail(Code::inputs_refused,
              std::to_string(line_of(text, at)) + ": a binary file: there is a zero byte");
}

}  // namespace

std::string readable_head(std::string_view bytes) {
  std::string head(bytes.substr(0, head_bytes));
  head.erase(std::remove(head.begin(), head.end(), '\0'), head.end());
  const auto first = head.find_first_not_of("\xEF\xBB\xBF\xFE\xFF \t\r\n");
  return first == std::string::npos ? std::string() : head.substr(first);
}

Result<std::optional<ExtractedText>> transcoded(std::string_view bytes) {
  std::string encoding = encoding_of(bytes);
  const std::string known = lowered(encoding);
  const bool utf8 = known.empty() || known == "utf-8" || known == "utf8";
  if (utf8) {
    const auto bad = ill_formed_utf8(bytes);
    const auto zero = bytes.find('\0');
    if (zero != std::string_view::npos) return refused_zero(bytes, zero);
    if (bad == std::string_view::npos) return std::optional<ExtractedText>();
    // Web pages that name no encoding are in the one that browsers assume.
    if (!known.empty() || readable_head(bytes).starts_with("<?xml")) {
      return fail(Code::inputs_refused, std::to_string(line_of(bytes, bad)) +
                                            ": not UTF-8 at byte " + std::to_string(bad));
    }
    encoding = "windows-1252";
  }
  auto text = to_utf8(bytes, encoding);
  if (!text) {
    return fail(Code::inputs_refused, "1: " + text.error().message, text.error().hint);
  }
  if (const auto zero = text->text.find('\0'); zero != std::string::npos) {
    return refused_zero(text->text, zero);
  }
  ExtractedText out;
  out.text = std::move(text->text);
  out.origin.reserve(text->runs.size());
  for (const TranscodedRun& run : text->runs) {
    out.origin.push_back({run.text, run.text_length, run.source, run.source_length});
  }
  return std::optional(std::move(out));
}

}  // namespace pinlex
