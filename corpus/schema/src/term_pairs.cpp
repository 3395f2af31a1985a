// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/schema/term_pairs.hpp>

#include <pinlex/base/sha256.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace pinlex {
namespace {

std::optional<TermPair> read_line(std::string_view line) {
  std::array<std::string_view, 6> columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == columns.size())) return std::nullopt;
    columns[i] = line.substr(0, tab);
    line.remove_prefix(std::min(columns[i].size() + 1, line.size()));
  }
  TermPair pair;
  std::string* const members[] = {&pair.stem, &pair.language, &pair.other_language, &pair.other,
                                  &pair.shown};
  for (std::size_t i = 0; i < std::size(members); ++i) *members[i] = columns[i];
  const auto end = columns[5].data() + columns[5].size();
  const auto [read, error] = std::from_chars(columns[5].data(), end, pair.percent);
  if (error != std::errc() || read != end || pair.percent == 0 || pair.percent > 100) return std::nullopt;
  return pair;
}

}  // namespace

TermPairs::TermPairs(std::vector<TermPair> pairs) {
  std::sort(pairs.begin(), pairs.end());
  for (const TermPair& pair : pairs) {
    bytes_ += pair.stem + '\t' + pair.language + '\t' + pair.other_language + '\t' + pair.other +
              '\t' + pair.shown + '\t' + std::to_string(pair.percent) + '\n';
  }
}

Result<TermPairs> TermPairs::decode(std::string bytes) {
  if (!bytes.empty() && bytes.back() != '\n') {
    return fail(Code::damaged, "the pairs of terms end in the middle of a line");
  }
  TermPairs pairs;
  pairs.bytes_ = std::move(bytes);
  return pairs;
}

std::string TermPairs::fingerprint() const { return empty() ? std::string() : sha256_hex(bytes_); }

std::vector<TermPair> TermPairs::of(std::string_view stem) const {
  // Lines are of any length: the middle of what is left is moved to the start of its line.
  std::size_t low = 0;
  std::size_t high = bytes_.size();
  const auto line_at = [this](std::size_t at) {
    return std::string_view(bytes_).substr(at, bytes_.find('\n', at) - at);
  };
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t before = middle == 0 ? std::string::npos : bytes_.rfind('\n', middle - 1);
    const std::size_t at = std::max(before == std::string::npos ? 0 : before + 1, low);
    const auto line = line_at(at);
    if (line.substr(0, line.find('\t')) < stem) {
      low = at + line.size() + 1;
    } else {
      high = at;
    }
  }
  std::vector<TermPair> found;
  for (std::size_t at = low; at < bytes_.size();) {
    const auto line = line_at(at);
    if (line.substr(0, line.find('\t')) != stem) break;
    if (auto pair = read_line(line)) found.push_back(std::move(*pair));
    at += line.size() + 1;
  }
  return found;
}

}  // namespace pinlex
