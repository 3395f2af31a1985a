// SPDX-License-Identifier: GPL-2.0-or-later
#include "front_matter.hpp"
#include "html_text.hpp"
#include "xml_words.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/sources/reader.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace pinlex {
namespace {

Unexpected refused_at(std::string_view bytes, std::size_t offset, const std::string& why) {
  return fail(Code::inputs_refused, std::to_string(line_of(bytes, offset)) + ": " + why);
}

/// Whether a line begins with a mark of Markdown.
bool is_marked(std::string_view line) {
  const auto at = line.find_first_not_of(' ');
  if (at == std::string_view::npos || at > 3) return false;
  line.remove_prefix(at);
  return line.front() == '#' || line.starts_with("](") || line.starts_with("**") ||
         line.starts_with("> ") || line.starts_with("|");
}

/// Markdown shows itself by front matter, or by marked lines: one in fifty is enough, in the first
/// thousand lines.
bool looks_like_markdown(std::string_view bytes) {
  if (front_matter_length(bytes) > 0) return true;
  std::size_t lines = 0;
  std::size_t marked = 0;
  for (std::size_t at = 0; at < bytes.size() && lines < 1000; ++lines) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    const auto line = bytes.substr(at, end - at);
    if (is_marked(line) || line.find("](http") != std::string_view::npos) ++marked;
    at = end + 1;
  }
  return marked * 50 > lines;
}

bool is_named_markdown(std::string_view name) {
  return name.ends_with(".md") || name.ends_with(".markdown");
}

bool shows_markdown(std::string_view bytes, std::string_view name) {
  return is_named_markdown(name) || (!name.ends_with(".txt") && looks_like_markdown(bytes));
}

/// JSON begins with a name or with a list of records.
bool shows_json(std::string_view bytes, std::string_view) {
  static constexpr std::string_view blanks = " \t\r\n\xEF\xBB\xBF";
  const auto open = bytes.find_first_not_of(blanks);
  if (open == std::string_view::npos) return false;
  const auto next = bytes.find_first_not_of(blanks, open + 1);
  if (next == std::string_view::npos) return false;
  return (bytes[open] == '{' && bytes[next] == '"') || (bytes[open] == '[' && bytes[next] == '{');
}

/// YAML has no mark of its own; most of its files say so by their names.
bool shows_yaml(std::string_view bytes, std::string_view name) {
  return bytes.starts_with("%YAML") || name.ends_with(".yaml") || name.ends_with(".yml");
}

/// Why bytes are no text in UTF-8, if they are not.
Result<void> check_text(std::string_view bytes) {
  if (const auto zero = bytes.find('\0'); zero != std::string_view::npos) {
    return refused_at(bytes, zero, "a binary file, or text in UTF-16: there is a zero byte");
  }
  if (const auto bad = ill_formed_utf8(bytes); bad != std::string_view::npos) {
    auto refused = refused_at(bytes, bad, "not UTF-8 at byte " + std::to_string(bad));
    refused.error.hint = "convert the file, for example with iconv -f windows-1252 -t utf-8";
    return refused;
  }
  return {};
}

/// Longer lines would be paragraphs that nobody wrote; to take one apart needs many times its size.
Result<void> check_lines(std::string_view bytes) {
  constexpr std::size_t longest_line = 16 << 20;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto end = std::min(bytes.find_first_of("\n\r", at), bytes.size());
    if (end - at > longest_line) {
      auto refused = refused_at(bytes, at, "a line of more than 16 MB");
      refused.error.hint = "break it into paragraphs";
      return refused;
    }
    at = end + 1;
  }
  return {};
}

}  // namespace

bool is_table_of_values(std::string_view bytes) {
  std::map<std::ptrdiff_t, std::size_t> lines_by_tabs;
  std::size_t lines = 0;
  for (std::size_t at = 0; at < bytes.size() && lines < 1000;) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    const auto line = bytes.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line.front() == '#') continue;
    ++lines_by_tabs[std::count(line.begin(), line.end(), '\t')];
    ++lines;
  }
  return std::any_of(lines_by_tabs.begin(), lines_by_tabs.end(), [&](const auto& entry) {
    return entry.first >= 2 && lines >= 2 && entry.second * 10 >= lines * 9;
  });
}

const std::vector<Format>& formats() {
  using Bytes = Format::Bytes;
  static const std::vector<Format> rows{
      {"pdf", Bytes::binary, true, false,
       [](std::string_view bytes, std::string_view) { return bytes.starts_with("%PDF-"); }},
      {"zip", Bytes::binary, true, false,
       [](std::string_view bytes, std::string_view) { return bytes.starts_with("PK\x03\x04"); }},
      {"html", Bytes::declared, true, false, shows_html},
      {"xml", Bytes::declared, true, false, shows_xml},
      {"json", Bytes::utf8, false, true, shows_json},
      {"yaml", Bytes::utf8, false, true, shows_yaml},
      {"markdown", Bytes::utf8, false, false, shows_markdown, read_markdown},
      {"text", Bytes::utf8, false, false, [](std::string_view, std::string_view) { return true; },
       read_plain_text},
  };
  return rows;
}

const Format& format_of(std::string_view bytes, std::string_view name) {
  return *std::find_if(formats().begin(), formats().end(),
                       [&](const Format& format) { return format.shows(bytes, name); });
}

Result<SourceTexts> read_texts(std::string_view bytes, std::string_view name,
                               const RecordFields& fields, const Cage& cage) {
  if (bytes.size() > max_source_bytes) {
    return fail(Code::inputs_refused, "1: larger than 64 MB", "split the file");
  }
  if (bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string_view::npos) {
    return fail(Code::inputs_refused, "1: the file is empty");
  }
  const Format& format = format_of(bytes, name);
  if (!format.caged) {
    if (auto good = check_text(bytes); !good) return passed_on(good);
  }
  if (format.records) return read_records(bytes, format.name, fields);
  if (!format.caged) {
    if (auto good = check_lines(bytes); !good) return passed_on(good);
  }
  auto document = format.caged ? cage.read(bytes, name) : format.read(bytes);
  if (!document) return passed_on(document);
  SourceTexts texts;
  texts.documents.push_back(std::move(*document));
  return texts;
}

Result<Document> read_source(std::string_view bytes, std::string_view name, const Cage& cage) {
  auto texts = read_texts(bytes, name, {}, cage);
  if (!texts) return passed_on(texts);
  if (!texts->refused.empty()) return Unexpected{texts->refused.front()};
  if (texts->documents.size() > 1) {
    return fail(Code::inputs_refused, "1: the file holds several texts");
  }
  return std::move(texts->documents.front());
}

}  // namespace pinlex
