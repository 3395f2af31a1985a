// SPDX-License-Identifier: GPL-2.0-or-later
#include "hit.hpp"
#include "json_parts.hpp"
#include "power_parts.hpp"
#include "text_parts.hpp"

#include <pinlex/searcher/render.hpp>

namespace pinlex {
namespace {

constexpr std::size_t provision_indent = text_indent + depth_indent;

void put_safeguards(TextLayout& layout, const PowerProvision& provision) {
  for (const SafeguardLink& link : provision.safeguards) {
    layout.paragraph(provision_indent, provision_indent + depth_indent);
    layout.words("§ ", Tone::faint);
    layout.words(basis_of(link));
    if (!link.safeguards.empty()) layout.words(": " + listed(link.safeguards));
  }
  if (!provision.safeguards.empty()) return;
  layout.paragraph(provision_indent);
  layout.words("§ ", Tone::faint);
  layout.words(no_safeguard, Tone::warning);
}

void put_provision(TextLayout& layout, const PowerProvision& provision) {
  layout.paragraph(text_indent, provision_indent);
  layout.words(provision.pinpoint, Tone::strong);
  layout.words("  " + role_of(provision));
  layout.words("  " + provision.id, Tone::faint);
  layout.paragraph(provision_indent);
  std::string quoted;
  for (const FoundEvidence& one : provision.evidence) {
    quoted += (quoted.empty() ? "“" : " · “") + one.words + "”";
    if (one.in_heading) quoted += " (heading)";
  }
  layout.words(quoted, Tone::faint);
  put_safeguards(layout, provision);
}

Json json_of(const std::vector<FoundEvidence>& evidence) {
  Json json = Json::array();
  for (const FoundEvidence& one : evidence) {
    json.push_back({{"what", one.what},
                    {"words", one.words},
                    {"in_heading", one.in_heading},
                    {"range", json_of(one.source)}});
  }
  return json;
}

Json json_of(const SafeguardLink& link) {
  Json json{{"basis", name(link.basis)}, {"id", link.id}, {"pinpoint", link.pinpoint}};
  put_known(json, "via", link.via);
  json["safeguards"] = Json::array();
  for (const PowerConcept& one : link.safeguards) {
    json["safeguards"].push_back({{"id", one.id}, {"label", one.label}});
  }
  json["evidence"] = json_of(link.evidence);
  return json;
}

Json json_of(const PowerProvision& provision) {
  Json json{{"power", provision.power.id},    {"label", provision.power.label},
            {"element", provision.element},   {"id", provision.id},
            {"pinpoint", provision.pinpoint}, {"citation", provision.citation}};
  put_known(json, "heading", provision.heading);
  json["addressees"] = provision.addressees;
  json["data"] = provision.data;
  std::string text;
  for (const ShownText& one : provision.texts) {
    for (const std::string& part : {one.number, one.heading, one.text}) {
      if (!part.empty()) text += (text.empty() ? "" : " ") + part;
    }
  }
  json["text"] = text;
  json["evidence"] = json_of(provision.evidence);
  json["safeguards"] = Json::array();
  for (const SafeguardLink& link : provision.safeguards) {
    json["safeguards"].push_back(json_of(link));
  }
  json["provenance"] = json_of(provision.provenance);
  return json;
}

Json json_of(const InstrumentPowers& instrument) {
  Json json{{"id", instrument.id},
            {"instrument", instrument.instrument},
            {"title", instrument.title},
            {"kind", instrument.kind},
            {"language", instrument.language},
            {"edition", instrument.edition}};
  put_known(json, "series", instrument.series);
  put_known(json, "address", instrument.address);
  json["provisions"] = Json::array();
  for (const PowerProvision& one : instrument.provisions) {
    json["provisions"].push_back(json_of(one));
  }
  json["definitions"] = Json::array();
  for (const DefinedTerm& one : instrument.definitions) {
    json["definitions"].push_back({{"term", one.term.id},
                                   {"label", one.term.label},
                                   {"id", one.id},
                                   {"pinpoint", one.pinpoint}});
  }
  return json;
}

}  // namespace

std::string to_text(const PowersAnswer& answer, const TextStyle& style) {
  TextLayout layout(style);
  put_notes(layout, answer.notes);
  layout.paragraph(0);
  layout.words(summary_of(answer));
  for (const InstrumentPowers& instrument : answer.instruments) {
    layout.gap();
    layout.paragraph(0, text_indent);
    layout.words(instrument.title, Tone::strong);
    layout.words("  " + instrument.id, Tone::faint);
    if (instrument.edition == "digest") {
      layout.words(" (" + std::string(digest_notice) + ")", Tone::warning);
    }
    for (const PowerConcept& power : answer.powers) {
      const auto provisions = provisions_about(instrument, power);
      if (provisions.empty()) continue;
      layout.gap();
      layout.paragraph(0, text_indent);
      layout.words(power.label, Tone::good);
      layout.words("  power:" + power.id, Tone::faint);
      for (const PowerProvision* one : provisions) put_provision(layout, *one);
    }
  }
  return layout.take();
}

std::string to_json(const PowersAnswer& answer) {
  Json json{{"schema", "pinlex.powers/1"}, {"notes", answer.notes}, {"without", answer.without}};
  json["powers"] = Json::array();
  for (const PowerConcept& one : answer.powers) {
    json["powers"].push_back({{"id", one.id}, {"label", one.label}, {"depth", one.depth}});
  }
  json["instruments"] = Json::array();
  for (const InstrumentPowers& one : answer.instruments) {
    json["instruments"].push_back(json_of(one));
  }
  return printed(json);
}

}  // namespace pinlex
