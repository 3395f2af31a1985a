// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/schema/fields.hpp>
#include <pinlex/schema/frequent_stems.hpp>

#include <algorithm>
#include <charconv>

namespace pinlex {
namespace {

constexpr std::uint64_t whole = 10'000;

/// A sample tells little of stems that only a few of its passages have.
constexpr std::uint64_t least_share = 50;

/// Whatever the index holds, pairs below this product of shares would cost more room than they
/// save time.
constexpr std::uint64_t least_product = whole * whole / 200;

/// A third stem narrows down little unless all three are everywhere. On 92 MB of statutes this
/// makes one term a passage, where pairs make twelve.
constexpr std::uint64_t least_product_of_three = whole * whole * whole / 20;

std::string_view next_word(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(std::min(text.size(), word.size() + 1));
  return word;
}

std::uint64_t number_in(std::string_view text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

FrequentStems::FrequentStems(const std::vector<std::pair<std::string, std::uint32_t>>& counts,
                             std::uint32_t sampled, std::uint64_t passages) {
  if (sampled == 0 || passages == 0) return;
  set_least(std::max(least_product, shared_passages * whole * whole / passages));
  std::vector<std::pair<std::uint64_t, std::string>> by_share;
  for (const auto& [stem, count] : counts) {
    const std::uint64_t share = count * whole / sampled;
    const bool fits = stem.find(' ') == std::string::npos && !stem.empty();
    if (fits && share >= least_share) by_share.emplace_back(share, stem);
  }
  std::sort(by_share.begin(), by_share.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  for (auto& [share, stem] : by_share) {
    if (share * by_share.front().first < least_) break;
    add(std::move(stem), static_cast<std::uint32_t>(share));
  }
}

FrequentStems::FrequentStems(std::string_view text) {
  set_least(number_in(next_word(text)));
  while (!text.empty()) {
    std::string stem(next_word(text));
    add(std::move(stem), static_cast<std::uint32_t>(number_in(next_word(text))));
  }
}

std::string FrequentStems::str() const {
  if (empty()) return {};
  std::string out = std::to_string(least_);
  for (std::size_t i = 0; i < stems_.size(); ++i) {
    out += ' ' + stems_[i] + ' ' + std::to_string(shares_[i]);
  }
  return out;
}

void FrequentStems::set_least(std::uint64_t least) {
  least_ = least;
  least_of_three_ = std::max(least_product_of_three, std::min(least, whole * whole) * whole);
}

void FrequentStems::add(std::string stem, std::uint32_t share) {
  if (!numbers_.try_emplace(stem, static_cast<std::uint32_t>(stems_.size())).second) return;
  stems_.push_back(std::move(stem));
  shares_.push_back(share);
}

std::optional<std::uint32_t> FrequentStems::number(std::string_view stem) const {
  const auto known = numbers_.find(stem);
  if (known == numbers_.end()) return std::nullopt;
  return known->second;
}

bool FrequentStems::has_term(std::uint32_t a, std::uint32_t b) const {
  return shares_[a] * shares_[b] >= least_;
}

bool FrequentStems::has_term(std::uint32_t a, std::uint32_t b, std::uint32_t c) const {
  return shares_[a] * shares_[b] * shares_[c] >= least_of_three_;
}

std::string FrequentStems::term(const StemRun& run) const {
  std::string words = stems_[run[0]];
  for (std::size_t i = 1; i < run.size() && run[i] != no_stem; ++i) words += ' ' + stems_[run[i]];
  return pinlex::term_of(Field::run, words);
}

std::optional<std::string> FrequentStems::term_of_run(
    const std::vector<std::string_view>& stems) const {
  StemRun run{no_stem, no_stem, no_stem};
  if (stems.size() < 2 || stems.size() > run.size()) return std::nullopt;
  for (std::size_t i = 0; i < stems.size(); ++i) {
    const auto known = number(stems[i]);
    if (!known) return std::nullopt;
    run[i] = *known;
  }
  const bool has = run[2] == no_stem ? has_term(run[0], run[1]) : has_term(run[0], run[1], run[2]);
  if (!has) return std::nullopt;
  return term(run);
}

}  // namespace pinlex
