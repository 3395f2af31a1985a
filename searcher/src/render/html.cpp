// SPDX-License-Identifier: GPL-2.0-or-later
#include "html.hpp"

#include "escape.hpp"
#include "hit.hpp"
#include "text_parts.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/searcher/render.hpp>

#include <algorithm>

namespace pinlex {
namespace {

constexpr std::string_view style = R"css(
:root { color-scheme: light dark; --faint: #666; --line: #ddd; --mark: #fff3b0; --warn: #8a3b00; }
@media (prefers-color-scheme: dark) {
  :root { --faint: #aaa; --line: #444; --mark: #5a4a00; --warn: #ffb37a; }
}
body { font: 1rem/1.55 Georgia, "Times New Roman", serif; max-width: 48rem; margin: 2rem auto;
  padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 0; }
article { border-top: 1px solid var(--line); padding: 1.2rem 0; }
.place { margin: .2rem 0; font-style: italic; }
.path, .source { color: var(--faint); font: .82rem/1.45 system-ui, sans-serif; margin: .3rem 0; }
.source { overflow-wrap: anywhere; }
.text { display: grid; grid-template-columns: 3rem 1fr; margin: .35rem 0; }
.text > b { padding-inline-end: .5rem; }
.notice { color: var(--warn); font: 600 .85rem system-ui, sans-serif; }
mark { background: var(--mark); color: inherit; }
.versions { display: flex; flex-wrap: wrap; gap: 2rem; } .versions > * { flex: 1 1 20rem; }
)css";

std::string element(std::string_view tag, std::string_view kind, std::string_view content) {
  std::string out = "<" + std::string(tag);
  if (!kind.empty()) out += " class=\"" + std::string(kind) + "\"";
  return out + ">" + std::string(content) + "</" + std::string(tag) + ">\n";
}

std::string marked(std::string_view text, const std::vector<TextRange>& places) {
  return marked_up(text, places, html_escaped, "<mark>", "</mark>");
}

std::string texts(const Hit& hit) {
  std::uint32_t top = UINT32_MAX;
  for (const ShownText& text : hit.texts) top = std::min(top, text.depth);
  std::string out;
  for (const ShownText& text : hit.texts) {
    const std::string indent = std::to_string(std::min(text.depth - top, 12u) * 2);
    out += "<div class=\"text\" style=\"margin-inline-start:" + indent + "rem\"><b>" +
           html_escaped(text.number) + "</b><span dir=\"auto\">";
    if (!text.heading.empty()) out += "<strong>" + html_escaped(text.heading) + "</strong> ";
    out += marked(text.text, text.highlights) + "</span></div>\n";
  }
  return "<div lang=\"" + html_escaped(hit.language) + "\">\n" + out + "</div>\n";
}

std::string source(const Hit& hit) {
  const SourceLines lines = source_lines(hit);
  std::string out;
  if (!lines.notice.empty()) out += element("p", "notice", html_escaped(lines.notice));
  return out +
         element("p", "source", html_escaped(lines.source) + "<br>" + html_escaped(lines.ids));
}

std::string article(const Hit& hit) {
  std::string title = html_escaped(hit.citation);
  if (hit.rank > 0) title.insert(0, std::to_string(hit.rank) + ". ");
  std::string body = element("h2", "", title);
  if (has_place(hit)) {
    body += element("p", "place",
                    html_escaped(hit.number) +
                        (hit.number.empty() || hit.heading.empty() ? "" : " – ") +
                        marked(hit.heading, hit.heading_highlights));
  }
  std::string path;
  for (const std::string& place : hit.path) path += (path.empty() ? "" : " › ") + place;
  if (!path.empty()) body += element("p", "path", html_escaped(path));
  return element("article", "", body + texts(hit) + source(hit));
}

std::string notes(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& note : all) out += element("p", "notice", html_escaped(note));
  return out;
}

std::string below(const ShownProvision& shown) {
  std::string lines, said;
  for (const auto& [entry, opening] : shown.outline) {
    const std::string place = place_name(entry.number, entry.heading);
    lines += element(
        "li", "",
        html_escaped(place.empty() ? pinpoint(entry.eid) : place) + " " + html_escaped(opening));
  }
  for (const CommentaryNote& note : shown.commentary) {
    std::string line = note.title;
    if (!note.author.empty()) line += "; " + note.author;
    if (!note.published.empty()) line += ", " + note.published;
    said += element("li", "", html_escaped(line + " (" + note.id + ")"));
  }
  if (!lines.empty()) lines = element("ul", "", lines);
  if (!said.empty()) said = element("p", "place", "What was said of it:") + element("ul", "", said);
  return lines + said;
}

}  // namespace

std::string html_page(std::string_view title, std::string_view body, std::string_view more_style) {
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" "
         "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>" +
         html_escaped(title) + "</title>\n<style>" + std::string(style) + std::string(more_style) +
         "</style>\n</head>\n<body>\n" + std::string(body) + "</body>\n</html>\n";
}

std::string to_html(const SearchAnswer& answer) {
  std::string body = element("h1", "", html_escaped(answer.query));
  if (answer.read_as != answer.query) {
    body += element("p", "path", "Read as: " + html_escaped(answer.read_as));
  }
  body += notes(answer.notes);
  for (const Hit& hit : answer.hits) body += article(hit);
  body += element("p", "path",
                  (answer.total.exact ? "" : "At least ") + plural(answer.total.value, "passage") +
                      (answer.total.value == 1 ? " matches." : " match."));
  return html_page(answer.query, body);
}

std::string to_html(const ShowAnswer& answer) {
  std::string body = notes(answer.notes), versions;
  for (const ShownProvision& shown : answer.provisions) {
    std::string one;
    if (!shown.missing.empty()) {
      one += element(
          "p", "notice",
          "There is no " + html_escaped(shown.missing) + "; the nearest provision above it is:");
    }
    for (const Hit& hit : shown.before) one += article(hit);
    one += article(shown.provision) + below(shown);
    for (const Hit& hit : shown.after) one += article(hit);
    versions += element("div", "", one);
  }
  body += element("div", answer.provisions.size() > 1 ? "versions" : "", versions);
  const bool any = !answer.provisions.empty();
  return html_page(any ? answer.provisions.front().provision.citation : answer.read_as, body);
}

}  // namespace pinlex
