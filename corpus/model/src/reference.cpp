// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/eid.hpp>
#include <pinlex/model/reference.hpp>

namespace pinlex {
namespace {

constexpr long longest_range = 1000;

/// The eId cut to as many levels as the other one has.
std::string_view cut_like(std::string_view eid, std::string_view other) {
  std::size_t end = eid.find("__");
  for (std::size_t at = other.find("__"); at != std::string_view::npos && end < eid.size();) {
    at = other.find("__", at + 2);
    end = eid.find("__", end + 2);
  }
  return eid.substr(0, end);
}

/// What the innermost level counts: "para" of "art_1__para_2".
std::string_view counted(std::string_view eid) {
  const auto above = eid.rfind("__");
  if (above != std::string_view::npos) eid.remove_prefix(above + 2);
  return eid.substr(0, eid.find('_'));
}

std::string key(std::string_view eid) { return sort_key({{}, std::string(eid), {}}); }

}  // namespace

bool is_in_range(std::string_view eid, std::string_view first, std::string_view last) {
  const std::string_view above = parent_eid(first);
  if (above != parent_eid(last)) return false;
  if (!above.empty() && (eid == above || !is_within(eid, above))) return false;
  const std::string_view cut = cut_like(eid, first);
  if (counted(cut) != counted(first) || counted(last) != counted(first)) return false;
  const std::string at = key(cut);
  return key(first) <= at && at <= key(last);
}

std::vector<std::string> between(std::string_view first, std::string_view last) {
  const auto split = [](std::string_view eid) { return eid.rfind('_') + 1; };
  const std::string_view before = first.substr(0, split(first));
  if (before.empty() || before != last.substr(0, split(last))) return {};
  const std::string_view from = first.substr(before.size()), to = last.substr(before.size());
  std::vector<std::string> out;
  const bool letters = from.size() == 1 && to.size() == 1 && from[0] >= 'a' && to[0] <= 'z';
  for (char c = letters ? from[0] : to[0]; letters && c + 1 < to[0];) {
    out.push_back(std::string(before) + ++c);
  }
  const auto value = [](std::string_view number) {
    const bool whole = !number.empty() && number.size() <= 6 &&
                       number.find_first_not_of("0123456789") == std::string_view::npos;
    return whole ? std::stol(std::string(number)) : 0L;
  };
  const long begin = value(from), end = value(to);
  if (begin == 0 || end == 0 || end - begin > longest_range) return out;
  for (long i = begin + 1; i < end; ++i) out.push_back(std::string(before) + std::to_string(i));
  return out;
}

bool refers_into(const ReferenceTarget& target, std::string_view eid) {
  if (eid.empty() || is_within(target.eid, eid)) return true;
  if (target.last.empty()) return false;
  return is_within(target.last, eid) || is_in_range(eid, target.eid, target.last);
}

}  // namespace pinlex
