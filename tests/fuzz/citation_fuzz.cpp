// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as one citation, as a running text, and as the words of a provision: nothing may crash,
// and what is found must lie inside the text, in order.
#include <pinlex/citations/citation.hpp>
#include <pinlex/citations/references.hpp>
#include <pinlex/model/catalogue.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

const pinlex::Catalogue& catalogue() {
  static const pinlex::Catalogue known = [] {
    pinlex::Catalogue made;
    const auto added = made.add_toml(R"(
[[instrument]]
id = "coe-185"
kind = "treaty"
series = "ETS 185"
titles.en = "Convention on Cybercrime"
names.en = ["Budapest", "Budapest Convention"]
[[instrument]]
id = "coe-189"
kind = "protocol"
parent = "coe-185"
titles.en = "Additional Protocol to the Convention on Cybercrime"
[[instrument]]
id = "stpo"
kind = "statute"
titles.de = "Strafprozeßordnung"
names.de = ["StPO", "G 10"]
)",
                                     "fuzz.toml");
    if (!added) std::abort();
    return made;
  }();
  return known;
}

const pinlex::CitationReader& reader() {
  static const pinlex::CitationReader made(catalogue());
  return made;
}

void require(bool holds);

/// The text as words of a protocol in each language of the table, and in none.
void find_references(std::string_view text) {
  static const pinlex::ReferenceFinder finder(catalogue());
  static const std::vector<std::string> eids{
      "chp_1",         "art_1", "art_1__para_1", "art_1__para_1__point_a",
      "art_1__para_2", "art_2", "annex_1"};
  for (const char* language : {"en", "nl", "fr", "es", "de", "und"}) {
    pinlex::Version version;
    version.instrument = "coe-189";
    version.kind = pinlex::Kind::protocol;
    version.language = language;
    const auto scope = finder.scope(version, eids);
    std::uint32_t end = 0;
    for (const auto& found : finder.find(text, scope, {"art_1__para_2", {"chp_1"}})) {
      require(found.begin >= end && found.begin < found.end && found.end <= text.size());
      require(!found.instrument.empty() && !found.targets.empty());
      end = found.end;
    }
  }
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto citation = reader().parse(text);
  if (citation) {
    require(citation->begin <= citation->end && citation->end <= size);
    require(!citation->provisions.empty());
  } else {
    require(citation.error().code == pinlex::Code::query && !citation.error().message.empty());
  }
  std::uint32_t end = 0;
  for (const auto& found : reader().find_all(text)) {
    require(found.begin >= end && found.begin < found.end && found.end <= size);
    require(!found.instrument.empty() && !found.provisions.empty());
    end = found.end;
  }
  find_references(text);
  return 0;
}
