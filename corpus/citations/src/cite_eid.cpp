// SPDX-License-Identifier: GPL-2.0-or-later
#include "cite_provisions.hpp"

#include <algorithm>
#include <utility>

namespace pinlex {
std::string_view eid_prefix(CiteUnit unit) {
  switch (unit) {
    case CiteUnit::part:
      return "part";
    case CiteUnit::title:
      return "title";
    case CiteUnit::chapter:
      return "chp";
    case CiteUnit::annex:
      return "annex";
    case CiteUnit::schedule:
      return "sched";
    case CiteUnit::section:
    case CiteUnit::sign:
      return "sec";
    case CiteUnit::article:
      return "art";
    case CiteUnit::recital:
      return "rec";
    case CiteUnit::preamble:
      return "preamble";
    case CiteUnit::subsection:
    case CiteUnit::paragraph:
    case CiteUnit::alinea:
    case CiteUnit::subparagraph:
      return "para";
    case CiteUnit::point:
      return "point";
    case CiteUnit::footnote:
      return "fn";
    case CiteUnit::sentence:
      return {};
  }
  return {};
}

namespace {

bool is_grouping_unit(CiteUnit unit) {
  return unit == CiteUnit::part || unit == CiteUnit::title || unit == CiteUnit::chapter ||
         unit == CiteUnit::section;
}

bool counts_paragraphs_by_sign(std::optional<Kind> kind) {
  return kind == Kind::explanatory_report || kind == Kind::commentary || kind == Kind::decision;
}

/// The basic unit of the path: its article, else the section of an act, else its end.
CitePath::const_iterator basic_unit(const CitePath& path, std::optional<Kind> kind) {
  const auto is_article = [](const CiteStep& step) { return step.unit == CiteUnit::article; };
  const auto article = std::find_if(path.begin(), path.end(), is_article);
  if (article != path.end()) return article;
  return std::find_if(path.begin(), path.end(), [kind](const CiteStep& step) {
    return step.unit == CiteUnit::sign || (step.unit == CiteUnit::section && kind == Kind::statute);
  });
}

/// The unit a step has in an id, given what stands before it in the id.
CiteUnit settled(CiteUnit unit, bool in_article, bool in_paragraph, std::optional<Kind> kind) {
  if (unit == CiteUnit::sign) {
    return in_article || counts_paragraphs_by_sign(kind) ? CiteUnit::paragraph : CiteUnit::section;
  }
  if (unit == CiteUnit::alinea) return in_paragraph ? CiteUnit::point : CiteUnit::paragraph;
  if (unit == CiteUnit::subparagraph) {
    return in_paragraph ? CiteUnit::sentence : CiteUnit::paragraph;
  }
  return unit == CiteUnit::subsection ? CiteUnit::paragraph : unit;
}

std::string eid_of(const CitePath& path, std::optional<Kind> kind) {
  std::string eid;
  const auto basic = basic_unit(path, kind);
  bool in_article = false, in_paragraph = false;
  for (auto step = path.begin(); step != path.end(); ++step) {
    if (basic != path.end() && step < basic && is_grouping_unit(step->unit)) continue;
    const CiteUnit unit = settled(step->unit, in_article, in_paragraph, kind);
    if (unit == CiteUnit::sentence) continue;
    in_article = in_article || unit == CiteUnit::article;
    in_paragraph = in_paragraph || unit == CiteUnit::paragraph;
    if (!eid.empty()) eid += "__";
    eid += eid_prefix(unit);
    if (!step->number.empty()) eid += "_" + step->number;
  }
  return eid;
}

}  // namespace

std::vector<CitedProvision> cited_provisions(const CiteReading& reading, std::optional<Kind> kind) {
  std::vector<CitedProvision> out;
  for (const CiteItem& item : reading.items) {
    CitedProvision provision{eid_of(item.first, kind), eid_of(item.last, kind)};
    if (provision.eid == provision.last) provision.last.clear();
    const bool known = std::find(out.begin(), out.end(), provision) != out.end();
    if (!provision.eid.empty() && !known) out.push_back(std::move(provision));
  }
  return out;
}

bool is_basic_unit(const CitePath& path) {
  return std::any_of(path.begin(), path.end(), [](const CiteStep& step) {
    return depth(step.unit) == depth(CiteUnit::article) || step.unit == CiteUnit::section ||
           step.unit == CiteUnit::annex || step.unit == CiteUnit::schedule;
  });
}

}  // namespace pinlex
