// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/citations/citation.hpp>
#include <pinlex/model/catalogue.hpp>

#include <stdexcept>
#include <string>

namespace pinlex {

/// A small catalogue with everything that makes names difficult: names within names, protocols,
/// series, declension, ambiguity, acts.
inline const Catalogue& small_catalogue() {
  static const Catalogue catalogue = [] {
    Catalogue made;
    const auto added = made.add_toml(R"(
[[instrument]]
id = "coe-185"
kind = "treaty"
series = "ETS 185"
titles.en = "Convention on Cybercrime"
titles.fr = "Convention sur la cybercriminalité"
titles.de = "Übereinkommen über Computerkriminalität"
titles.es = "Convenio sobre la Ciberdelincuencia"
names.en = ["Budapest", "Budapest Convention", "Cybercrime Convention", "CoC"]
names.nl = ["Cybercrimeverdrag"]
names.fr = ["Convention de Budapest"]
names.de = ["Budapester Konvention", "Cybercrime-Konvention"]
names.es = ["Convenio de Budapest"]
[[instrument]]
id = "coe-189"
kind = "protocol"
parent = "coe-185"
series = "ETS 189"
titles.en = "Additional Protocol to the Convention on Cybercrime, concerning acts of a racist nature"
titles.de = "Zusatzprotokoll zum Übereinkommen über Computerkriminalität betreffend Rassismus"
[[instrument]]
id = "coe-224"
kind = "protocol"
parent = "coe-185"
series = "CETS 224"
titles.en = "Second Additional Protocol to the Convention on Cybercrime on electronic evidence"
[[instrument]]
id = "coe-185-er"
kind = "explanatory-report"
parent = "coe-185"
titles.en = "Explanatory Report to the Convention on Cybercrime"
[[instrument]]
id = "uncc"
kind = "treaty"
series = "A/RES/79/243"
titles.en = "United Nations Convention against Cybercrime"
names.en = ["UN Cybercrime Convention", "UNCC"]
[[instrument]]
id = "echr"
kind = "treaty"
series = "ETS 5"
titles.en = "Convention for the Protection of Human Rights and Fundamental Freedoms"
titles.nl = "Verdrag tot bescherming van de rechten van de mens en de fundamentele vrijheden"
titles.de = "Konvention zum Schutze der Menschenrechte und Grundfreiheiten"
names.en = ["ECHR", "European Convention on Human Rights"]
names.nl = ["EVRM"]
names.fr = ["CEDH", "Convention européenne des droits de l'homme"]
names.de = ["EMRK", "Europäische Menschenrechtskonvention"]
names.es = ["CEDH", "Convenio Europeo de Derechos Humanos"]
[[instrument]]
id = "echr-p1"
kind = "protocol"
parent = "echr"
titles.en = "Protocol No. 1 to the Convention for the Protection of Human Rights and Fundamental Freedoms"
[[instrument]]
id = "coe-108"
kind = "treaty"
series = "ETS 108"
titles.en = "Convention on the Automatic Processing of Personal Data"
names.en = ["Convention 108", "Convention No. 108"]
[[instrument]]
id = "coe-108-plus"
kind = "treaty"
titles.en = "Modernised Convention on the Processing of Personal Data"
names.en = ["Convention 108+"]
[[instrument]]
id = "crc"
kind = "treaty"
titles.en = "Convention on the Rights of the Child"
names.en = ["CRC"]
[[instrument]]
id = "crc-op-sc"
kind = "protocol"
parent = "crc"
titles.en = "Optional Protocol to the Convention on the Rights of the Child on the sale of children"
[[instrument]]
id = "crc-op-ac"
kind = "protocol"
parent = "crc"
titles.en = "Optional Protocol to the Convention on the Rights of the Child on armed conflict"
[[instrument]]
id = "untoc"
kind = "treaty"
titles.en = "United Nations Convention against Transnational Organized Crime"
names.en = ["UNTOC", "Palermo", "Palermo Convention"]
[[instrument]]
id = "gdpr"
kind = "statute"
titles.en = "General Data Protection Regulation"
names.en = ["GDPR", "Regulation (EU) 2016/679"]
[[instrument]]
id = "led"
kind = "statute"
titles.en = "Law Enforcement Directive"
names.en = ["LED", "Directive (EU) 2016/680"]
[[instrument]]
id = "eprivacy"
kind = "statute"
titles.en = "ePrivacy Directive"
names.en = ["Directive 2002/58/EC", "Directive 2002/58"]
[[instrument]]
id = "e-evidence"
kind = "statute"
titles.en = "E-evidence Regulation"
[[instrument]]
id = "de-stpo"
kind = "statute"
titles.de = "Strafprozeßordnung"
names.de = ["StPO"]
[[instrument]]
id = "de-g10"
kind = "statute"
titles.de = "Gesetz zur Beschränkung des Fernmeldegeheimnisses"
names.de = ["G10", "G 10"]
[[instrument]]
id = "fr-cpp"
kind = "statute"
titles.fr = "Code de procédure pénale"
names.fr = ["CPP"]
[[instrument]]
id = "uk-ipa-2016"
kind = "statute"
titles.en = "Investigatory Powers Act 2016"
names.en = ["IPA 2016"]
)",
                                     "small.toml");
    if (!added) throw std::runtime_error(added.error().message);
    return made;
  }();
  return catalogue;
}

inline const CitationReader& small_reader() {
  static const CitationReader reader(small_catalogue());
  return reader;
}

/// "coe-185#art_16 .. art_21, art_30 @en": a citation in one line.
inline std::string shown(const Citation& citation) {
  std::string out = citation.instrument + "#";
  for (std::size_t i = 0; i < citation.provisions.size(); ++i) {
    const CitedProvision& provision = citation.provisions[i];
    out += (i == 0 ? "" : ", ") + provision.eid;
    if (!provision.last.empty()) out += " .. " + provision.last;
  }
  return citation.version.empty() ? out : out + " @" + citation.version;
}

}  // namespace pinlex
