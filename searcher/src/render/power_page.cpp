// SPDX-License-Identifier: GPL-2.0-or-later
#include "escape.hpp"
#include "hit.hpp"
#include "html.hpp"
#include "power_parts.hpp"
#include "text_parts.hpp"

#include <pinlex/searcher/render.hpp>

#include <algorithm>

namespace pinlex {
namespace {

constexpr std::string_view page_style = R"css(
body { max-width: none; margin: 1.5rem clamp(.6rem, 3vw, 3rem); padding: 0; }
h1, h3 { margin: 0; } h2 { margin: 2.2rem 0 .2rem; font-size: 1.25rem; } h3 { font-size: 1rem; }
:root { --paper: #fff; --band: #f6f6f4; --accent: #1f4e79; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b1b1b; --band: #252525; --accent: #9cc4ea; } body { background: var(--paper); }
}
a { color: var(--accent); } a:not(:hover) { text-decoration-thickness: 1px; }
.sheet { overflow: auto; width: fit-content; max-width: 100%; max-height: 88vh; margin: 1rem 0;
  border: 1px solid var(--line); font: .85rem/1.4 system-ui, sans-serif; }
.sheet:focus-visible { outline: 2px solid var(--accent); }
table { border-collapse: separate; border-spacing: 0; }
th, td { border: 0 solid var(--line); border-width: 0 1px 1px 0; padding: .35rem .55rem;
  text-align: start; vertical-align: top; }
thead th { position: sticky; top: 0; z-index: 2; background: var(--band); min-width: 7rem;
  vertical-align: bottom; }
tbody th { position: sticky; inset-inline-start: 0; z-index: 1; background: var(--band);
  font-weight: 600; width: 15rem; min-width: 9rem; }
thead th:first-child { inset-inline-start: 0; z-index: 3; }
thead small { font-weight: 400; color: var(--faint); hyphens: auto; overflow: hidden;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; }
tbody tr:hover td { background: var(--band); }
td a { white-space: nowrap; text-decoration: none; } td a:hover { text-decoration: underline; }
td { max-width: 13rem; } td div { display: inline-block; margin-inline-end: .7rem; }
.kind { color: var(--faint); font-style: italic; }
.open { color: var(--warn); font-weight: 600; }
.legend, .facts { color: var(--faint); font: .82rem/1.5 system-ui, sans-serif; margin: .3rem 0; }
section { max-width: 56rem; }
article { padding: .9rem 0; } article:target { background: var(--mark); }
.tags { font: .8rem/1.5 system-ui, sans-serif; color: var(--faint); margin: .1rem 0 .3rem; }
.limits { margin: .3rem 0 .4rem; padding-inline-start: 1.2rem; }
summary { cursor: pointer; font: .82rem system-ui, sans-serif; color: var(--accent); }
.source { overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  tbody th { min-width: 7.5rem; max-width: 8.5rem; overflow-wrap: anywhere; }
  thead th { min-width: 5.5rem; } .sheet { font-size: .78rem; } }
@media print { .sheet { overflow: visible; max-height: none; border: 0; font-size: .62rem; }
  thead th, tbody th { position: static; min-width: 0; width: auto; }
  article { break-inside: avoid; } thead { display: table-header-group; } body { margin: 0; }
  a { color: inherit; text-decoration: none; } }
)css";

std::string tag(std::string_view name, std::string_view attributes, std::string_view content) {
  std::string out = "<" + std::string(name);
  if (!attributes.empty()) out += " " + std::string(attributes);
  return out + ">" + std::string(content) + "</" + std::string(name) + ">";
}

/// Ids come from file names too: what an anchor need not hold is dropped.
std::string anchor_of(const PowerProvision& provision) {
  std::string out = "p-";
  for (const char c : provision.id + "--" + provision.power.id + "--" + provision.element) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '_' || c == '-';
    out += plain ? c : '-';
  }
  return out;
}

const std::string open_mark = "class=\"open\" title=\"" + std::string(no_safeguard) + "\"";

/// A link to an address that a browser may follow; the words alone for any other.
std::string linked(const std::string& address, const std::string& content) {
  if (!address.starts_with("https://") && !address.starts_with("http://")) return content;
  return tag("a", "href=\"" + html_escaped(address) + "\" rel=\"noreferrer\"", content);
}

/// "21(1)": in a cell the article is what all of them begin with.
std::string in_cell(const PowerProvision& one) {
  const std::string& words = one.pinpoint;
  return words.starts_with("art. ") ? words.substr(5) : words;
}

std::string cell(const InstrumentPowers& instrument, const PowerConcept& power) {
  std::string out;
  for (const PowerProvision* one : provisions_about(instrument, power)) {
    std::string line = tag("a", "href=\"#" + anchor_of(*one) + "\"", html_escaped(in_cell(*one)));
    if (one->element != "power") line += " " + tag("span", "class=\"kind\"", one->element);
    if (one->safeguards.empty()) {
      line += " " + tag("span", open_mark, "†");
    }
    out += tag("div", "", line);
  }
  return out;
}

std::string matrix(const PowersAnswer& answer) {
  std::string head = tag("th", "scope=\"col\"", "Power");
  for (const InstrumentPowers& one : answer.instruments) {
    head += tag(
        "th", "scope=\"col\"",
        tag("a",
            "href=\"#i-" + html_escaped(one.id) + "\" title=\"" + html_escaped(one.title) + "\"",
            html_escaped(short_name(one))) +
            tag("small", "lang=\"" + html_escaped(one.language) + "\" dir=\"auto\"",
                html_escaped(one.title)));
  }
  std::string rows;
  for (const PowerConcept& power : answer.powers) {
    const std::string indent = std::to_string(std::min(power.depth, 4u) * 8 + 9);
    std::string row = tag("th",
                          "scope=\"row\" title=\"power:" + html_escaped(power.id) +
                              "\" style=\"padding-inline-start:" + indent + "px\"",
                          html_escaped(power.label));
    for (const InstrumentPowers& one : answer.instruments) row += tag("td", "", cell(one, power));
    rows += tag("tr", "", row) + "\n";
  }
  return "<div class=\"sheet\" tabindex=\"0\" role=\"region\" aria-label=\"Powers by "
         "instrument\">\n" +
         tag("table", "",
             tag("thead", "", tag("tr", "", head)) + "\n" + tag("tbody", "", "\n" + rows)) +
         "\n</div>\n" +
         tag("p", "class=\"legend\"",
             tag("span", "class=\"open\"", "†") + " " + no_safeguard +
                 " · numbers are articles; each leads to the words · " +
                 tag("span", "class=\"kind\"", "duty, secrecy") +
                 ": what somebody must do, or keep silent about") +
         "\n";
}

std::string limits(const PowerProvision& provision) {
  std::string items;
  for (const SafeguardLink& link : provision.safeguards) {
    std::string words = html_escaped(basis_of(link));
    if (!link.safeguards.empty()) words += ": " + html_escaped(listed(link.safeguards));
    std::string quoted;
    for (const FoundEvidence& one : link.evidence) {
      if (link.basis == SafeguardBasis::reference) break;  // The basis has said that.
      quoted += (quoted.empty() ? "“" : " · “") + html_escaped(one.words) + "”";
    }
    if (!quoted.empty()) words += " " + tag("span", "class=\"kind\"", quoted);
    items += tag("li", "", words) + "\n";
  }
  if (items.empty()) items = tag("li", "class=\"open\"", no_safeguard) + "\n";
  return tag("ul", "class=\"limits\"", "\n" + items) + "\n";
}

std::string words_of(const PowerProvision& provision, const std::string& language) {
  std::uint32_t top = UINT32_MAX;
  for (const ShownText& text : provision.texts) top = std::min(top, text.depth);
  std::string out;
  for (const ShownText& text : provision.texts) {
    const std::string indent = std::to_string(std::min(text.depth - top, 12u) * 2);
    std::string words = marked_up(text.text, text.highlights, html_escaped, "<mark>", "</mark>");
    if (!text.heading.empty()) words = tag("strong", "", html_escaped(text.heading)) + " " + words;
    out += tag("div", "class=\"text\" style=\"margin-inline-start:" + indent + "rem\"",
               tag("b", "", html_escaped(text.number)) + tag("span", "dir=\"auto\"", words)) +
           "\n";
  }
  return tag("div", "lang=\"" + html_escaped(language) + "\"", "\n" + out) + "\n";
}

/// Each run of words with the bytes of the file that it stands in.
std::string evidence_of(const PowerProvision& provision) {
  std::string out;
  for (const FoundEvidence& one : provision.evidence) {
    out += (out.empty() ? "" : "; ") + one.what + " “" + one.words + "” " +
           (one.in_heading ? "in the heading, " : "") + std::to_string(one.source.begin) + "–" +
           std::to_string(one.source.end);
  }
  const Provenance& from = provision.provenance;
  return tag("p", "class=\"source\"",
             std::string("Evidence, with bytes of ") +
                 (from.extracted ? "the text extracted from " : "") + html_escaped(from.file) +
                 " (SHA-256 " + html_escaped(from.sha256) + "): " + html_escaped(out)) +
         "\n" + tag("p", "class=\"source\"", html_escaped(provision.id)) + "\n";
}

std::string entry(const PowerProvision& provision, const InstrumentPowers& instrument) {
  const std::string place = linked(provision.provenance.address, html_escaped(provision.pinpoint));
  std::string heading = provision.heading.empty() ? "" : " · " + html_escaped(provision.heading);
  return "<article id=\"" + anchor_of(provision) + "\">\n" +
         tag("h3", "", place + " – " + html_escaped(provision.power.label)) + "\n" +
         tag("p", "class=\"tags\"", html_escaped(role_of(provision)) + heading) + "\n" +
         limits(provision) +
         tag("details", "",
             tag("summary", "", "Words and evidence") + "\n" +
                 words_of(provision, instrument.language) + evidence_of(provision)) +
         "\n</article>\n";
}

std::string section(const InstrumentPowers& instrument) {
  std::string out = tag("h2", "", html_escaped(instrument.title)) + "\n";
  if (instrument.edition == "digest") {
    out += tag("p", "class=\"notice\"", html_escaped(digest_notice)) + "\n";
  }
  std::string facts = html_escaped(instrument.id);
  if (!instrument.address.empty()) {
    facts += " · " + linked(instrument.address, html_escaped(instrument.address));
  }
  std::string terms;
  for (const DefinedTerm& one : instrument.definitions) {
    terms += (terms.empty() ? " · defines " : ", ") + html_escaped(one.term.label) + " (" +
             html_escaped(one.pinpoint) + ")";
  }
  out += tag("p", "class=\"facts source\"", facts + terms) + "\n";
  for (const PowerProvision& one : instrument.provisions) out += entry(one, instrument);
  return "<section id=\"i-" + html_escaped(instrument.id) + "\">\n" + out + "</section>\n";
}

}  // namespace

std::string to_html(const PowersAnswer& answer) {
  std::string body = tag("h1", "", "Powers and safeguards") + "\n" +
                     tag("p", "class=\"facts\"", html_escaped(summary_of(answer))) + "\n";
  for (const std::string& note : answer.notes) {
    body += tag("p", "class=\"notice\"", html_escaped(note)) + "\n";
  }
  if (!answer.instruments.empty()) body += matrix(answer);
  for (const InstrumentPowers& one : answer.instruments) body += section(one);
  return html_page("Powers and safeguards", body, page_style);
}

}  // namespace pinlex
