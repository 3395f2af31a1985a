// SPDX-License-Identifier: GPL-2.0-or-later
#include "ref_scope.hpp"

#include "cite_words.hpp"

#include <pinlex/model/eid.hpp>

#include <algorithm>
#include <cstdlib>

namespace pinlex {
namespace {

/// The level of an eId that "this" or "the preceding" goes with: "this subparagraph" is a point.
std::string_view level_of(CiteUnit unit) {
  return eid_prefix(unit == CiteUnit::subparagraph ? CiteUnit::point : unit);
}

/// "para" of "art_1__para_2".
std::string_view last_level(std::string_view eid) {
  const auto at = eid.rfind("__");
  if (at != std::string_view::npos) eid.remove_prefix(at + 2);
  return eid.substr(0, eid.find('_'));
}

bool is_inner(CiteUnit unit) {
  return depth(unit) >= depth(CiteUnit::paragraph) && unit != CiteUnit::footnote;
}

/// A word of a title and the same word with an ending: "Übereinkommen", "Übereinkommens".
bool same_word(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() >= 3 && b.size() - a.size() <= 2 && b.starts_with(a);
}

bool has_word(const RefAct& act, std::string_view word) {
  return std::any_of(act.words.begin(), act.words.end(),
                     [word](const std::string& own) { return same_word(own, word); });
}

bool names_protocol(std::string_view word) { return word.starts_with("proto"); }

/// An article past the last one cannot be meant.
bool within_articles(std::string_view eid, const RefAct& act) {
  if (act.articles == 0 || !eid.starts_with("art_")) return true;
  const auto number = static_cast<std::uint32_t>(std::strtoul(eid.data() + 4, nullptr, 10));
  return number <= act.articles;
}

}  // namespace

bool is_act(Kind kind) {
  return kind == Kind::treaty || kind == Kind::protocol || kind == Kind::statute;
}

std::string_view RefResolver::here(CiteUnit unit) const {
  const std::string_view level = level_of(unit);
  if (level.empty()) return {};
  for (std::string_view eid = standpoint_.eid; !eid.empty(); eid = parent_eid(eid)) {
    if (last_level(eid) == level) return eid;
  }
  const auto& above = standpoint_.groupings;
  const auto found = std::find_if(above.rbegin(), above.rend(), [level](std::string_view eid) {
    return last_level(eid) == level;
  });
  return found == above.rend() ? std::string_view() : *found;
}

std::vector<ReferenceTarget> RefResolver::preceding(CiteUnit unit, std::uint32_t count) const {
  const std::string_view from = here(unit);
  const auto at = scope_.order.find(from);
  if (from.empty() || at == scope_.order.end()) return {};
  std::vector<ReferenceTarget> out;
  for (std::uint32_t i = at->second; i > 0 && out.size() < count;) {
    const std::string& before = scope_.eids[--i];
    if (parent_eid(before) == parent_eid(from) && last_level(before) == last_level(from)) {
      out.push_back({before, {}});
    }
  }
  if (out.size() < count) return {};
  std::reverse(out.begin(), out.end());
  return out;
}

const RefAct* RefResolver::present(std::string_view kind_word) const {
  if (scope_.speaks_of_above) return definite(kind_word);
  if (scope_.self.kind == Kind::commentary || scope_.self.kind == Kind::decision) return nullptr;
  const bool protocol = scope_.self.kind == Kind::protocol;
  return protocol == names_protocol(kind_word) || !is_act(scope_.self.kind) ? &scope_.self
                                                                            : nullptr;
}

const RefAct* RefResolver::definite(std::string_view kind_word) const {
  const bool protocol = names_protocol(kind_word);
  const auto fits = [&](const RefAct& act) {
    return is_act(act.kind) && (act.kind == Kind::protocol) == protocol && has_word(act, kind_word);
  };
  if (fits(scope_.self)) return &scope_.self;
  const auto found = std::find_if(scope_.above.begin(), scope_.above.end(), fits);
  return found == scope_.above.end() ? nullptr : &*found;
}

/// The eId of a step below another one, by the name that the version has for it.
std::string RefResolver::child(std::string_view above, const CiteStep& step) const {
  if (step.unit == CiteUnit::sentence) return std::string(above);
  for (const std::string_view level : {level_of(step.unit), std::string_view("para"),
                                       std::string_view("point"), std::string_view("art")}) {
    std::string eid = above.empty() ? std::string() : std::string(above) + "__";
    eid += level;
    eid += "_" + step.number;
    if (!level.empty() && scope_.has(eid)) return eid;
  }
  return {};
}

std::string RefResolver::below(std::string_view base, const CitePath& path,
                               std::size_t from) const {
  std::string at(base);
  for (std::size_t i = from; i < path.size(); ++i) {
    std::string next = child(at, path[i]);
    if (next.empty()) return {};
    at = std::move(next);
  }
  return at;
}

/// What a number without an article may count from, nearest first.
std::vector<std::string_view> RefResolver::bases(std::string_view base) const {
  std::vector<std::string_view> out;
  if (!base.empty()) out.push_back(base);
  for (std::string_view eid = standpoint_.eid; !eid.empty(); eid = parent_eid(eid)) {
    if (base.empty() || (eid != base && is_within(eid, base))) out.push_back(eid);
  }
  // The paragraphs of a report are numbered through.
  if (base.empty() && !scope_.has_articles) out.emplace_back();
  return out;
}

/// A chapter by its number alone, or below one of those above.
std::string RefResolver::grouping(const std::string& eid) const {
  if (scope_.has(eid)) return eid;
  for (const std::string_view above : standpoint_.groupings) {
    std::string inside = std::string(above) + "__" + eid;
    if (scope_.has(inside)) return inside;
  }
  return {};
}

std::string RefResolver::place(const CitePath& path, std::string_view base) const {
  if (path.empty()) return {};
  if (is_inner(path.front().unit)) {
    const auto from = bases(base);
    for (const std::string_view above : from) {
      if (auto eid = below(above, path, 0); !eid.empty()) return eid;
    }
    // The text here gives the article as a whole: its paragraphs are still its own.
    const std::string_view article = base.empty() ? here(CiteUnit::article) : base;
    const bool whole = path.front().unit == CiteUnit::paragraph && !article.empty() &&
                       path.front().form == CiteForm::digits &&
                       child(article, {CiteUnit::paragraph, "1", CiteForm::digits}).empty();
    if (!whole || last_level(article) != "art") return {};
    CitePath full = path;
    const auto eids = cited_provisions({{{std::move(full), {}}}, 0, CiteCount::any}, std::nullopt);
    return eids.empty() ? std::string() : std::string(article) + "__" + eids.front().eid;
  }
  const auto eids = cited_provisions({{{path, {}}}, 0, CiteCount::any}, scope_.self.kind);
  if (eids.empty()) return {};
  const std::string& eid = eids.front().eid;
  const std::string top = eid.substr(0, eid.find("__"));
  if (!top.starts_with("art_") && !top.starts_with("rec_")) return grouping(eid);
  // In an annex with articles of its own those come first.
  const std::string_view stood = standpoint_.eid.substr(0, standpoint_.eid.find("__"));
  std::string whole = std::string(stood) + "__" + top;
  if (!stood.starts_with("annex") || !scope_.has(whole)) whole = top;
  const bool known = scope_.has(whole);
  const bool plain = top.find_first_not_of("0123456789", top.find('_') + 1) == std::string::npos;
  if (!known && (!plain || !scope_.has_articles || scope_.self.articles == 0)) return {};
  if (!within_articles(top, scope_.self)) return {};
  std::size_t from = 0;
  while (from < path.size() && path[from].unit != CiteUnit::article) ++from;
  if (from + 1 >= path.size()) return whole;
  if (auto exact = known ? below(whole, path, from + 1) : std::string(); !exact.empty()) {
    return exact;
  }
  const std::string first = known ? child(whole, {CiteUnit::paragraph, "1", {}}) : std::string();
  return first.empty() ? eid : std::string();
}

std::vector<ReferenceTarget> RefResolver::own(const CiteReading& reading,
                                              std::string_view base) const {
  std::vector<ReferenceTarget> out;
  for (const CiteItem& item : reading.items) {
    ReferenceTarget target{place(item.first, base), {}};
    if (target.eid.empty()) return {};
    if (!item.last.empty()) {
      target.last = place(item.last, base);
      if (target.last.empty() || parent_eid(target.last) != parent_eid(target.eid)) return {};
    }
    if (std::find(out.begin(), out.end(), target) == out.end()) out.push_back(std::move(target));
  }
  return out;
}

std::vector<ReferenceTarget> RefResolver::other(const CiteReading& reading,
                                                const RefAct& act) const {
  if (act.id == scope_.self.id) return own(reading, {});
  const bool counts_paragraphs = !is_act(act.kind);
  for (const CiteItem& item : reading.items) {
    const CiteUnit unit = item.first.front().unit;
    const bool grouping = depth(unit) <= 1 || unit == CiteUnit::preamble;
    const bool paragraph = counts_paragraphs && unit == CiteUnit::paragraph;
    if (!is_basic_unit(item.first) && !grouping && !paragraph) return {};
  }
  std::vector<ReferenceTarget> out;
  for (CitedProvision& cited : cited_provisions(reading, act.kind)) {
    if (!within_articles(cited.eid, act) || !within_articles(cited.last, act)) return {};
    out.push_back({std::move(cited.eid), std::move(cited.last)});
  }
  return out;
}

}  // namespace pinlex
