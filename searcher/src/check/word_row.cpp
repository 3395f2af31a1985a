// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/word_row.hpp"

#include "passage_stream.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <set>

namespace pinlex {
namespace {

using In = PassageStream::Origin::In;

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

/// The word without hyphens; `spelled` keeps what differs from it.
std::string_view without_hyphens(std::string_view folded, std::deque<std::string>& spelled) {
  if (folded.find('-') == std::string_view::npos) return folded;
  std::string out(folded);
  std::erase(out, '-');
  if (out.empty()) return folded;
  return spelled.emplace_back(std::move(out));
}

/// Appends the signs of a stretch of a text.
void add_signs(std::string_view text, TextRange range, std::uint32_t index,
               std::vector<RowWord>& out) {
  for (std::size_t at = range.begin; at < range.end;) {
    const std::size_t begin = at;
    if (!is_sign(next_code_point(text, at))) continue;
    const std::string_view sign = text.substr(begin, at - begin);
    out.push_back({sign, sign, {}, {u32(begin), u32(at)}, index});
  }
}

/// Puts the signs of a text between its words, which are the last of `words`.
class SignFinder {
 public:
  SignFinder(std::string_view text, std::uint32_t index, std::vector<RowWord>& out)
      : text_(text), index_(index), out_(out) {}
  void word(const RowWord& one) {
    add_signs(text_, {end_, std::max(end_, one.place.begin)}, index_, out_);
    end_ = one.place.end;
    out_.push_back(one);
  }
  void end() { add_signs(text_, {end_, u32(text_.size())}, index_, out_); }

 private:
  std::string_view text_;
  std::uint32_t index_;
  std::vector<RowWord>& out_;
  std::uint32_t end_ = 0;
};

/// Builds the row of a provision from the stream of each of its parts.
class ProvisionReader {
 public:
  ProvisionReader(ProvisionRow& out, Analyser& analyser) : out_(out), analyser_(analyser) {}

  void part(const Passage& passage) {
    const PassageStream stream = stream_of(passage, analyser_, false);
    out_.words.reserve(out_.words.size() + stream.tokens.size() + 2 * passage.units.size());
    std::vector<bool> named(passage.units.size());
    // A later part repeats the provisions that it continues.
    for (std::size_t i = 0; i < named.size(); ++i) {
      named[i] = !names_.insert(passage.units[i].eid).second;
    }
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < stream.tokens.size();) {
      const auto& origin = stream.origins[i];
      std::size_t end = i;
      const auto same = [&](const PassageStream::Origin& other) {
        return other.in == origin.in && other.index == origin.index;
      };
      while (end < stream.tokens.size() && same(stream.origins[end])) ++end;
      if (origin.in != In::ancestor) {
        const bool heading = origin.in == In::heading;
        const std::uint32_t unit = heading ? origin.index : passage.texts[origin.index].unit;
        for (; next <= unit; ++next) {
          if (!named[next]) number(passage.units[next]);
        }
        if (!heading || !named[unit]) words(passage, stream, i, end);
      }
      i = end;
    }
    ++part_;
  }

 private:
  void number(const Unit& unit) {
    if (unit.number.empty()) return;
    tokens_.clear();
    analyser_.analyse(unit.number, 0, tokens_);
    out_.texts.push_back({unit.number, unit.eid, nullptr, unit.source, part_});
    const std::uint32_t index = u32(out_.texts.size()) - 1;
    SignFinder signs(unit.number, index, out_.words);
    for (const Token& token : tokens_) {
      signs.word({token.folded,
                  without_hyphens(token.folded, out_.spelled),
                  token.stem,
                  {token.begin, token.end},
                  index});
    }
    signs.end();
  }

  void words(const Passage& passage, const PassageStream& stream, std::size_t begin,
             std::size_t end) {
    const auto& origin = stream.origins[begin];
    if (origin.in == In::heading) {
      const Unit& unit = passage.units[origin.index];
      out_.texts.push_back({unit.heading, unit.eid, nullptr, unit.source, part_});
    } else {
      const UnitText& text = passage.texts[origin.index];
      out_.texts.push_back(
          {text.text.text, passage.units[text.unit].eid, &text.text, text.text.source(), part_});
    }
    const std::uint32_t index = u32(out_.texts.size()) - 1;
    SignFinder signs(out_.texts.back().text, index, out_.words);
    for (std::size_t i = begin; i < end; ++i) {
      const PassageToken& token = stream.tokens[i];
      signs.word({token.folded, without_hyphens(token.folded, out_.spelled), token.stem,
                  stream.origins[i].place, index});
    }
    signs.end();
  }

  ProvisionRow& out_;
  Analyser& analyser_;
  std::set<std::string_view> names_;
  std::uint32_t part_ = 0;
  std::vector<Token> tokens_;
};

/// What of a word stood outside of square brackets.
QuoteRow::Part part_of(const RowWord& word, const std::vector<TextRange>& letters) {
  QuoteRow::Part part;
  const auto range = std::partition_point(letters.begin(), letters.end(), [&](const TextRange& r) {
    return r.end <= word.place.begin;
  });
  if (range == letters.end() || range->begin >= word.place.end) return part;
  part.in_part = true;
  // Where folding changed how long the word is, only the whole of it can be compared.
  if (word.folded.size() != word.place.end - word.place.begin) return part;
  if (range->begin > word.place.begin) {
    part.head = word.folded.substr(0, range->begin - word.place.begin);
  }
  if (range->end < word.place.end) {
    part.tail = word.folded.substr(range->end - word.place.begin);
  }
  return part;
}

}  // namespace

bool is_sign(char32_t c) {
  if (c < 0x80) return std::string_view("$%&+=^~|").find(static_cast<char>(c)) != std::string::npos;
  return (c >= 0xA2 && c <= 0xA7) || c == 0xA9 || c == 0xAC || c == 0xAE || c == 0xB0 ||
         c == 0xB1 || c == 0xB6 || c == 0xD7 || c == 0xF7 || c == 0x2030 || c == 0x2031 ||
         (c >= 0x20A0 && c <= 0x20CF) || (c >= 0x2100 && c <= 0x214F) ||
         (c >= 0x2190 && c <= 0x23FF) || (c >= 0x1F000 && c <= 0x1FAFF) || c == 0xFF05;
}

QuoteRow row_of(const EditedText& quotation, Analyser& analyser) {
  QuoteRow row;
  row.language = analyser.language();
  row.text = quotation.text.text;
  std::vector<Token> tokens;
  analyser.analyse(row.text, 0, tokens);
  SignFinder signs(row.text, 0, row.words);
  for (const Token& token : tokens) {
    signs.word({token.folded,
                without_hyphens(token.folded, row.spelled),
                token.stem,
                {token.begin, token.end},
                0});
  }
  signs.end();
  std::size_t next = 0;
  for (const RowWord& word : row.words) {
    row.parts.push_back(part_of(word, quotation.letters));
    for (; next < quotation.gaps.size() && quotation.gaps[next].at <= word.place.begin; ++next) {
      QuoteGap& before = row.parts.back().before;
      if (before != QuoteGap::omission) before = quotation.gaps[next].gap;
    }
  }
  row.ends_open = next < quotation.gaps.size();
  return row;
}

ProvisionRow row_of(const std::vector<PassageRecord>& parts, Analyser& analyser) {
  ProvisionRow row;
  ProvisionReader reader(row, analyser);
  for (const PassageRecord& part : parts) reader.part(part.passage);
  return row;
}

}  // namespace pinlex
