// SPDX-License-Identifier: GPL-2.0-or-later
#include "entities.hpp"
#include "front_matter.hpp"
#include "html_text.hpp"

#include <pinlex/sources/reader.hpp>

#include <md4c.h>

#include <algorithm>
#include <exception>
#include <string>
#include <utility>

namespace pinlex {
namespace {

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

/// Blanks and the marks of block quotes, which may stand right before a number: ">1.".
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '>'; }

/// Backticks become apostrophes before parsing, offsets unchanged: legal texts use them as
/// quotation marks, and a code span would swallow them and the marks inside.
std::string without_code_spans(std::string_view bytes) {
  std::string masked(bytes);
  std::replace(masked.begin(), masked.end(), '`', '\'');
  return masked;
}

/// Whether bytes the parser dropped before a line's first word are a printed number: "2." or "3)".
bool is_list_number(std::string_view marker) {
  const auto digits = marker.find_first_not_of("0123456789");
  return digits != 0 && digits != std::string_view::npos && marker.size() == digits + 1 &&
         (marker[digits] == '.' || marker[digits] == ')');
}

/// Takes the parser's events and keeps of each block the lines of the source, inline marks removed,
/// every byte with its offset.
class BlockCollector {
 public:
  BlockCollector(std::string_view original, std::string_view parsed, std::size_t shift)
      : original_(original), parsed_(parsed), shift_(shift) {}

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_H:
        open(BlockKind::heading,
             static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_LI:
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
        open(BlockKind::paragraph, 0);
        break;
      case MD_BLOCK_DOC:
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
      case MD_BLOCK_HR:
      case MD_BLOCK_TABLE:
      case MD_BLOCK_THEAD:
      case MD_BLOCK_TBODY:
      case MD_BLOCK_TR:
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        close();
        break;
    }
    in_html_block_ = type == MD_BLOCK_HTML;
  }

  void leave_block() {
    close();
    in_html_block_ = false;
  }

  void enter_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) ++images_;
  }

  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) --images_;
    after_link_ = after_link_ || type == MD_SPAN_A || type == MD_SPAN_IMG;
  }

  void text(MD_TEXTTYPE type, const char* data, std::size_t size) {
    // Line breaks and other made-up text lie outside the source; lines are told by offsets.
    if (data < parsed_.data() || data + size > parsed_.data() + parsed_.size()) return;
    const auto offset = shift_ + static_cast<std::size_t>(data - parsed_.data());
    if (size == 0 || offset < last_end_) return;
    if (after_link_) remove(last_end_, offset, Removed::link_target);
    after_link_ = false;
    if (images_ > 0) {
      remove(offset, offset + size, Removed::navigation);
    } else if (type == MD_TEXT_HTML) {
      html(offset, size);
    } else {
      start_run(offset);
      const auto bytes = original_.substr(offset, size);
      const std::string decoded = type == MD_TEXT_ENTITY ? decode_entity(bytes) : std::string();
      append(bytes, decoded, offset);
    }
    last_end_ = offset + size;
  }

  Document finish() && {
    close();
    keep_bare_numbers(last_end_, original_.size());
    if (after_link_) remove(last_end_, original_.size(), Removed::link_target);
    return std::move(document_);
  }

 private:
  void open(BlockKind kind, std::uint8_t level) {
    close();
    block_.kind = kind;
    block_.level = level;
  }

  void close() {
    end_line();
    if (!block_.lines.empty()) document_.blocks.push_back(std::move(block_));
    block_ = {};
    in_line_ = false;
    superscript_ = false;
  }

  void end_line() {
    // The frame of a table is markup; bars between its cells stay, so that they read apart.
    const std::string_view frame = line_.text.starts_with('|') ? "| \t\r\n" : " \t\r\n";
    const auto begin = line_.text.find_first_not_of(frame);
    const auto end = line_.text.find_last_not_of(frame);
    const bool rule =
        line_.text.starts_with('|') && line_.text.find_first_not_of("|:- \t") == std::string::npos;
    if (begin != std::string::npos && !rule) {
      const bool whole = begin == 0 && end + 1 == line_.text.size();
      block_.lines.push_back(whole ? std::move(line_) : line_.substr(u32(begin), u32(end + 1)));
    }
    line_ = {};
  }

  void remove(std::size_t begin, std::size_t end, Removed reason) {
    if (begin < end) document_.removed.push_back({{u32(begin), u32(end)}, reason});
  }

  /// Begins a new line where the source does, with a number the parser took for a list marker.
  void start_run(std::size_t offset) {
    // Searched no further back than the last run, so that one long line costs no more than many.
    const auto between = original_.substr(last_end_, offset - last_end_);
    const auto line_break = between.find_last_of("\n\r");
    if (in_line_ && line_break == std::string_view::npos) return;
    const std::size_t start =
        line_break == std::string_view::npos ? last_end_ : last_end_ + line_break + 1;
    end_line();
    in_line_ = true;
    keep_bare_numbers(last_end_, start);
    std::size_t from = std::max(start, last_end_);
    while (from < offset) {
      while (from < offset && is_blank(original_[from])) ++from;
      std::size_t to = from;
      while (to < offset && !is_blank(original_[to])) ++to;
      if (is_list_number(original_.substr(from, to - from))) {
        line_.append(original_.substr(from, to - from), u32(from));
        const auto next = std::min(original_.find_first_not_of(" \t", to), offset);
        line_.append_decoded(" ", {u32(to), u32(next)});
      }
      from = to;
    }
  }

  /// A number alone on its line is an empty list item to the parser, and leaves no event behind.
  void keep_bare_numbers(std::size_t begin, std::size_t end) {
    while (begin < end) {
      const std::size_t stop = std::min(original_.find_first_of("\n\r", begin), end);
      std::size_t from = begin;
      std::size_t to = stop;
      while (from < to && is_blank(original_[from])) ++from;
      while (to > from && is_blank(original_[to - 1])) --to;
      if (is_list_number(original_.substr(from, to - from))) {
        Block number;
        number.lines.emplace_back().append(original_.substr(from, to - from), u32(from));
        document_.blocks.push_back(std::move(number));
      }
      begin = stop + 1;
    }
  }

  void append(std::string_view bytes, const std::string& decoded, std::size_t offset) {
    static constexpr std::string_view digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    if (!decoded.empty()) {
      line_.append_decoded(decoded, {u32(offset), u32(offset + bytes.size())});
    } else if (superscript_) {
      for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        const auto at = u32(offset + i);
        if (c >= '0' && c <= '9') {
          line_.append_decoded(digits[c - '0'], {at, at + 1});
        } else {
          line_.append(bytes.substr(i, 1), at);
        }
      }
    } else if (!line_.empty() || bytes.find_first_not_of(" \t") != std::string_view::npos) {
      line_.append(bytes, u32(offset));
    }
  }

  void html(std::size_t offset, std::size_t size) {
    const auto bytes = original_.substr(offset, size);
    // A number may stand before the first tag of a line.
    if (line_.empty()) start_run(offset);
    if (!in_html_block_) {
      if (is_tag(bytes, "sup")) superscript_ = true;
      if (is_tag(bytes, "/sup")) superscript_ = false;
      if (is_tag(bytes, "br") && !line_.empty()) {
        line_.append_decoded(" ", {u32(offset), u32(offset + size)});
      }
      remove(offset, offset + size, Removed::markup);
      return;
    }
    for (const HtmlRun& run : html_runs(bytes, in_comment_)) {
      if (run.is_text) {
        start_run(offset + run.begin);
        append(bytes.substr(run.begin, run.end - run.begin), {}, offset + run.begin);
      } else {
        remove(offset + run.begin, offset + run.end, Removed::markup);
      }
      last_end_ = offset + run.end;
    }
  }

  std::string_view original_;  ///< The whole file.
  std::string_view parsed_;    ///< What the parser sees: the file behind its front matter, masked.
  std::size_t shift_;          ///< Offset of `parsed_` in the file.
  Document document_;
  Block block_;
  MappedText line_;
  bool in_line_ = false;  ///< A run of this block's current line was read.
  std::size_t last_end_ = 0;
  int images_ = 0;
  bool after_link_ = false;
  bool superscript_ = false;
  bool in_html_block_ = false;
  bool in_comment_ = false;  ///< Of an HTML block, begun on a line before.
};

BlockCollector& collector(void* user) { return *static_cast<BlockCollector*>(user); }

MD_PARSER parser() {
  MD_PARSER out{};
  // No tables: the parser drops cells that a row has more than the head.
  out.flags = MD_FLAG_PERMISSIVEATXHEADERS | MD_FLAG_NOINDENTEDCODEBLOCKS;
  out.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return collector(user).enter_block(type, detail), 0;
  };
  out.leave_block = [](MD_BLOCKTYPE, void*, void* user) {
    return collector(user).leave_block(), 0;
  };
  out.enter_span = [](MD_SPANTYPE type, void*, void* user) {
    return collector(user).enter_span(type), 0;
  };
  out.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    return collector(user).leave_span(type), 0;
  };
  out.text = [](MD_TEXTTYPE type, const MD_CHAR* data, MD_SIZE size, void* user) {
    return collector(user).text(type, data, size), 0;
  };
  return out;
}

}  // namespace

Result<Document> read_markdown(std::string_view bytes) {
  // The parser would take a byte order mark for a word before the first heading.
  const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const std::size_t front = front_matter_length(bytes.substr(mark));
  const std::size_t body = mark + front;
  Metadata metadata;
  if (front > 0) {
    auto declared = parse_front_matter(bytes.substr(mark, front));
    if (!declared) return passed_on(declared);
    metadata = std::move(*declared);
  }
  const std::string masked = without_code_spans(bytes.substr(body));
  BlockCollector blocks(bytes, masked, body);
  const MD_PARSER events = parser();
  if (md_parse(masked.data(), static_cast<MD_SIZE>(masked.size()), &events, &blocks) != 0) {
    return fail(Code::internal, "the Markdown parser ran out of memory");
  }
  Document document = std::move(blocks).finish();
  document.format = "markdown";
  document.metadata = std::move(metadata);
  if (mark > 0) document.removed.push_back({{0, u32(mark)}, Removed::markup});
  if (front > 0) document.removed.push_back({{u32(mark), u32(body)}, Removed::front_matter});
  return document;
}

}  // namespace pinlex
