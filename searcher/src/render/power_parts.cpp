// SPDX-License-Identifier: GPL-2.0-or-later
#include "power_parts.hpp"

#include "text_parts.hpp"

#include <set>

namespace pinlex {

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& one : names) out += (out.empty() ? "" : ", ") + one;
  return out;
}

std::string listed(const std::vector<PowerConcept>& concepts) {
  std::vector<std::string> labels;
  for (const PowerConcept& one : concepts) labels.push_back(one.label);
  return listed(labels);
}

std::string role_of(const PowerProvision& provision) {
  std::string out = provision.element;
  if (!provision.addressees.empty()) out += "; " + listed(provision.addressees);
  if (!provision.data.empty()) out += "; " + listed(provision.data) + " data";
  return out;
}

std::string basis_of(const SafeguardLink& link) {
  switch (link.basis) {
    case SafeguardBasis::provision:
      return "stated in the provision";
    case SafeguardBasis::article:
      return "stated in " + link.pinpoint;
    case SafeguardBasis::reference:
      return "subject to " + link.pinpoint + " (" + link.via + ")";
    case SafeguardBasis::covering:
      return "covered by " + link.pinpoint;
  }
  return {};
}

std::string short_name(const InstrumentPowers& instrument) {
  return instrument.series.empty() ? instrument.instrument : instrument.series;
}

std::string summary_of(const PowersAnswer& answer) {
  std::set<std::string> provisions;
  for (const InstrumentPowers& instrument : answer.instruments) {
    for (const PowerProvision& one : instrument.provisions) provisions.insert(one.id);
  }
  if (provisions.empty()) return "No text here gives such a power.";
  std::string out = plural(answer.powers.size(), "power") + " in " +
                    plural(provisions.size(), "provision") + " of " +
                    plural(answer.instruments.size(), "text");
  if (answer.without == 0) return out + ".";
  return out + "; " + plural(answer.without, "further text") +
         (answer.without == 1 ? " has none." : " have none.");
}

std::vector<const PowerProvision*> provisions_about(const InstrumentPowers& instrument,
                                                    const PowerConcept& power) {
  std::vector<const PowerProvision*> out;
  for (const PowerProvision& one : instrument.provisions) {
    if (one.power.id == power.id) out.push_back(&one);
  }
  return out;
}

}  // namespace pinlex
