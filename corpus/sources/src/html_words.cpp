// SPDX-License-Identifier: GPL-2.0-or-later
#include "html_words.hpp"

#include "counters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace pinlex {
namespace {

using R = HtmlRole;

constexpr std::array<std::pair<GumboTag, HtmlRole>, 45> roles{{
    {GUMBO_TAG_P, R::block},          {GUMBO_TAG_DIV, R::block},
    {GUMBO_TAG_SECTION, R::block},    {GUMBO_TAG_ARTICLE, R::block},
    {GUMBO_TAG_MAIN, R::block},       {GUMBO_TAG_BODY, R::block},
    {GUMBO_TAG_HEADER, R::block},     {GUMBO_TAG_FOOTER, R::block},
    {GUMBO_TAG_BLOCKQUOTE, R::block}, {GUMBO_TAG_UL, R::block},
    {GUMBO_TAG_OL, R::block},         {GUMBO_TAG_DL, R::block},
    {GUMBO_TAG_DT, R::block},         {GUMBO_TAG_DD, R::block},
    {GUMBO_TAG_TABLE, R::block},      {GUMBO_TAG_CAPTION, R::block},
    {GUMBO_TAG_TBODY, R::block},      {GUMBO_TAG_THEAD, R::block},
    {GUMBO_TAG_TFOOT, R::block},      {GUMBO_TAG_FORM, R::block},
    {GUMBO_TAG_FIELDSET, R::block},   {GUMBO_TAG_LEGEND, R::block},
    {GUMBO_TAG_ADDRESS, R::block},    {GUMBO_TAG_CENTER, R::block},
    {GUMBO_TAG_FIGURE, R::block},     {GUMBO_TAG_FIGCAPTION, R::block},
    {GUMBO_TAG_DETAILS, R::block},    {GUMBO_TAG_SUMMARY, R::block},
    {GUMBO_TAG_HR, R::block},         {GUMBO_TAG_ASIDE, R::block},
    {GUMBO_TAG_LI, R::item},          {GUMBO_TAG_TR, R::row},
    {GUMBO_TAG_TD, R::cell},          {GUMBO_TAG_TH, R::cell},
    {GUMBO_TAG_BR, R::line_break},    {GUMBO_TAG_SUP, R::superscript},
    {GUMBO_TAG_PRE, R::preformatted}, {GUMBO_TAG_H1, R::heading},
    {GUMBO_TAG_H2, R::heading},       {GUMBO_TAG_H3, R::heading},
    {GUMBO_TAG_H4, R::heading},       {GUMBO_TAG_H5, R::heading},
    {GUMBO_TAG_H6, R::heading},       {GUMBO_TAG_HGROUP, R::block},
    {GUMBO_TAG_DIR, R::block},
}};

constexpr std::array<std::pair<GumboTag, Removed>, 22> removals{{
    {GUMBO_TAG_SCRIPT, Removed::script},     {GUMBO_TAG_STYLE, Removed::script},
    {GUMBO_TAG_NOSCRIPT, Removed::script},   {GUMBO_TAG_TEMPLATE, Removed::hidden},
    {GUMBO_TAG_NAV, Removed::navigation},    {GUMBO_TAG_FOOTER, Removed::navigation},
    {GUMBO_TAG_ASIDE, Removed::navigation},  {GUMBO_TAG_MENU, Removed::navigation},
    {GUMBO_TAG_SVG, Removed::navigation},    {GUMBO_TAG_IFRAME, Removed::navigation},
    {GUMBO_TAG_OBJECT, Removed::navigation}, {GUMBO_TAG_AUDIO, Removed::navigation},
    {GUMBO_TAG_VIDEO, Removed::navigation},  {GUMBO_TAG_CANVAS, Removed::navigation},
    {GUMBO_TAG_BUTTON, Removed::navigation}, {GUMBO_TAG_SELECT, Removed::hidden},
    {GUMBO_TAG_TEXTAREA, Removed::hidden},   {GUMBO_TAG_DATALIST, Removed::hidden},
    {GUMBO_TAG_HEAD, Removed::metadata},     {GUMBO_TAG_TITLE, Removed::metadata},
    {GUMBO_TAG_NOFRAMES, Removed::hidden},   {GUMBO_TAG_LABEL, Removed::navigation},
}};

/// Names that authors of pages give what is not the text, as whole words of a class or id.
constexpr std::array<std::pair<std::string_view, Removed>, 19> names{{
    {"hidden", Removed::hidden},
    {"sr-only", Removed::hidden},
    {"visually-hidden", Removed::hidden},
    {"d-none", Removed::hidden},
    {"noprint", Removed::navigation},
    {"breadcrumb", Removed::navigation},
    {"breadcrumbs", Removed::navigation},
    {"cookie-banner", Removed::navigation},
    {"cookies", Removed::navigation},
    {"navbar", Removed::navigation},
    {"menu", Removed::navigation},
    {"sidebar", Removed::navigation},
    {"skip-link", Removed::navigation},
    {"pagination", Removed::navigation},
    {"site-header", Removed::navigation},
    {"site-footer", Removed::navigation},
    {"social-share", Removed::navigation},
    {"toc", Removed::contents},
    {"table-of-contents", Removed::contents},
}};

constexpr std::array<std::string_view, 6> menu_roles{"navigation", "banner", "contentinfo",
                                                     "search",     "dialog", "menu"};

std::string spaceless_lower(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

/// Calls `visit` with each word of a list; stops where it answers true.
template <typename Visit>
bool any_word(std::string_view list, Visit visit) {
  static constexpr std::string_view blanks = " \t\r\n\f";
  for (std::size_t at = list.find_first_not_of(blanks); at != std::string_view::npos;) {
    const auto end = std::min(list.find_first_of(blanks, at), list.size());
    if (visit(list.substr(at, end - at))) return true;
    at = list.find_first_not_of(blanks, end);
  }
  return false;
}

std::optional<Removed> removal_by_name(const GumboNode& node) {
  const auto classes = html_attribute(node, "class");
  // Shown again on a wider screen ("hidden lg:block").
  const bool responsive = any_word(classes, [](std::string_view word) {
    const auto colon = word.find(':');
    return colon != std::string_view::npos && word.substr(colon + 1) != "hidden";
  });
  std::optional<Removed> found;
  const auto look = [&](std::string_view word) {
    const auto row = std::find_if(names.begin(), names.end(),
                                  [&](const auto& one) { return one.first == word; });
    if (row == names.end() || (row->second == Removed::hidden && responsive)) return false;
    found = row->second;
    return true;
  };
  if (!any_word(classes, look)) any_word(html_attribute(node, "id"), look);
  return found;
}

bool is_hidden(const GumboNode& node) {
  const GumboVector& attributes = node.v.element.attributes;
  if (gumbo_get_attribute(&attributes, "hidden") != nullptr) return true;
  if (html_attribute(node, "aria-hidden") == "true") return true;
  const std::string style = spaceless_lower(html_attribute(node, "style"));
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

/// Many short links and hardly a word besides.
bool is_list_of_links(const GumboNode& node, const HtmlMeasures& measures) {
  static constexpr std::size_t least_links = 5;
  const auto found = measures.find(&node);
  if (found == measures.end() || html_role(node.v.element.tag) == HtmlRole::heading) return false;
  const HtmlMeasure& measure = found->second;
  return measure.links >= least_links && measure.linked * 10 >= measure.text * 8;
}

/// Letters from a to z; nothing past them.
std::string letters(std::uint32_t number, char first) {
  if (number == 0 || number > 26) return {};
  return std::string(1, static_cast<char>(first + static_cast<char>(number - 1)));
}

std::uint32_t number_in(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end != text.data() && value < 10'000 ? value : otherwise;
}

/// The place of an item among those of its list.
std::uint32_t ordinal_of(const GumboNode& item) {
  const GumboNode& list = *item.parent;
  std::uint32_t ordinal = number_in(html_attribute(list, "start"), 1);
  const GumboVector& children = list.v.element.children;
  for (unsigned i = 0; i < std::min<std::size_t>(children.length, item.index_within_parent); ++i) {
    const auto* before = static_cast<const GumboNode*>(children.data[i]);
    if (before->type == GUMBO_NODE_ELEMENT && before->v.element.tag == GUMBO_TAG_LI) ++ordinal;
  }
  return number_in(html_attribute(item, "value"), ordinal);
}

}  // namespace

HtmlRole html_role(GumboTag tag) {
  const auto row =
      std::find_if(roles.begin(), roles.end(), [&](const auto& one) { return one.first == tag; });
  return row == roles.end() ? HtmlRole::inside_line : row->second;
}

std::string_view html_attribute(const GumboNode& node, const char* name) {
  if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::optional<Removed> html_removal(const GumboNode& node, const HtmlMeasures& measures) {
  if (node.type == GUMBO_NODE_TEMPLATE) return Removed::hidden;
  const GumboTag tag = node.v.element.tag;
  if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML) return std::nullopt;
  const auto row = std::find_if(removals.begin(), removals.end(),
                                [&](const auto& one) { return one.first == tag; });
  if (row != removals.end()) return row->second;
  if (is_hidden(node)) return Removed::hidden;
  const auto role = html_attribute(node, "role");
  if (std::find(menu_roles.begin(), menu_roles.end(), role) != menu_roles.end()) {
    return Removed::navigation;
  }
  if (const auto named = removal_by_name(node)) return named;
  if (is_list_of_links(node, measures)) return Removed::navigation;
  return std::nullopt;
}

bool keeps_lines(const GumboNode& node) {
  if (node.v.element.tag == GUMBO_TAG_PRE) return true;
  if (spaceless_lower(html_attribute(node, "style")).find("white-space:pre") != std::string::npos) {
    return true;
  }
  return any_word(html_attribute(node, "class"),
                  [](std::string_view word) { return word.starts_with("whitespace-pre"); });
}

bool is_main(const GumboNode& node) {
  return node.v.element.tag == GUMBO_TAG_MAIN || html_attribute(node, "role") == "main";
}

std::string item_marker(const GumboNode& item) {
  const GumboNode* list = item.parent;
  if (list == nullptr || list->type != GUMBO_NODE_ELEMENT) return {};
  const std::string style = spaceless_lower(html_attribute(*list, "style"));
  if (style.find("list-style-type:none") != std::string::npos ||
      style.find("list-style:none") != std::string::npos) {
    return {};
  }
  if (list->v.element.tag != GUMBO_TAG_OL) return "•";
  const std::uint32_t ordinal = ordinal_of(item);
  const auto type = html_attribute(*list, "type");
  std::string number = std::to_string(ordinal);
  if (type == "a" || style.find("lower-alpha") != std::string::npos) number = letters(ordinal, 'a');
  if (type == "A" || style.find("upper-alpha") != std::string::npos) number = letters(ordinal, 'A');
  if (type == "i" || style.find("lower-roman") != std::string::npos)
    number = roman_numeral(ordinal);
  if (type == "I" || style.find("upper-roman") != std::string::npos)
    number = in_capitals(roman_numeral(ordinal));
  return number.empty() ? std::to_string(ordinal) + "." : number + ".";
}

}  // namespace pinlex
