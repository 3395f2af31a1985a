// SPDX-License-Identifier: GPL-2.0-or-later
#include "escape.hpp"
#include "hit.hpp"
#include "power_parts.hpp"

#include <pinlex/searcher/render.hpp>

namespace pinlex {
namespace {

/// "art. 21(1); art. 21(2)": what a cell of the matrix holds; a duty or secrecy says so.
std::string cell(const InstrumentPowers& instrument, const PowerConcept& power) {
  std::string out;
  for (const PowerProvision* one : provisions_about(instrument, power)) {
    out += (out.empty() ? "" : "; ") + one->pinpoint;
    if (one->element != "power") out += " (" + one->element + ")";
    if (one->safeguards.empty()) out += " †";
  }
  return out;
}

std::string ids_of(const SafeguardLink& link) {
  std::string out;
  for (const PowerConcept& one : link.safeguards) out += (out.empty() ? "" : " ") + one.id;
  return out;
}

void put_row(std::string& out, const InstrumentPowers& instrument, const PowerProvision& one) {
  std::string evidence, safeguards, stated_in;
  for (const FoundEvidence& words : one.evidence) {
    evidence += (evidence.empty() ? "" : " | ") + words.words;
  }
  for (const SafeguardLink& link : one.safeguards) {
    const std::string between = safeguards.empty() ? "" : " | ";
    safeguards += between + basis_of(link) + (link.safeguards.empty() ? "" : ": ") + ids_of(link);
    stated_in += (stated_in.empty() ? "" : " ") + link.id;
  }
  const Provenance& from = one.provenance;
  bool first = true;
  for (const std::string& value :
       {instrument.instrument, instrument.id, instrument.title, one.power.id, one.power.label,
        one.element, listed(one.addressees), listed(one.data), one.id, one.pinpoint, one.heading,
        evidence, safeguards, stated_in, from.file, from.sha256, std::to_string(from.range.begin),
        std::to_string(from.range.end), from.address, std::string(from.extracted ? "true" : "false"),
        from.place()}) {
    out += (first ? "" : ",") + csv_field(value);
    first = false;
  }
  out += "\n";
}

void put_matrix(std::string& out, const PowersAnswer& answer) {
  out += "| Power |";
  for (const auto& one : answer.instruments) out += " " + markdown_escaped(short_name(one)) + " |";
  out += "\n|---|";
  for (std::size_t i = 0; i < answer.instruments.size(); ++i) out += "---|";
  out += "\n";
  for (const PowerConcept& power : answer.powers) {
    out += "| " + markdown_escaped(power.label) + " |";
    for (const InstrumentPowers& one : answer.instruments) {
      out += " " + markdown_escaped(cell(one, power)) + " |";
    }
    out += "\n";
  }
  out += "\n† " + std::string(no_safeguard) + "\n\n";
}

}  // namespace

std::string to_csv(const PowersAnswer& answer) {
  std::string out =
      "instrument,version,title,power,label,element,addressees,data,id,pinpoint,heading,evidence,"
      "safeguards,stated_in,file,sha256,begin,end,address,extracted,place\n";
  for (const InstrumentPowers& instrument : answer.instruments) {
    for (const PowerProvision& one : instrument.provisions) put_row(out, instrument, one);
  }
  return out;
}

std::string to_markdown(const PowersAnswer& answer) {
  std::string out = "# Powers and safeguards\n\n" + summary_of(answer) + "\n\n";
  for (const std::string& note : answer.notes) out += "*Note: " + markdown_escaped(note) + "*\n\n";
  if (answer.instruments.empty()) return out;
  put_matrix(out, answer);
  for (const InstrumentPowers& instrument : answer.instruments) {
    out += "## " + markdown_escaped(instrument.title) + "\n\n";
    if (instrument.edition == "digest") out += "**" + std::string(digest_notice) + "**\n\n";
    for (const PowerProvision& one : instrument.provisions) {
      out += "- **" + markdown_escaped(one.pinpoint) + "** " + markdown_escaped(one.power.label) +
             " (" + markdown_escaped(role_of(one)) + ")\n";
      for (const SafeguardLink& link : one.safeguards) {
        out += "  - " + markdown_escaped(basis_of(link)) +
               (link.safeguards.empty() ? "" : ": " + markdown_escaped(listed(link.safeguards))) +
               "\n";
      }
      if (one.safeguards.empty()) out += "  - " + std::string(no_safeguard) + "\n";
    }
    out += "\n";
  }
  return out;
}

}  // namespace pinlex
