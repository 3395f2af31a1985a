// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as one citation and as a running text: nothing may crash, and what is found must lie
// inside the text, in order.
#include <pinlex/citations/citation.hpp>
#include <pinlex/model/catalogue.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

const pinlex::CitationReader& reader() {
  static const pinlex::Catalogue catalogue = [] {
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
  static const pinlex::CitationReader made(catalogue);
  return made;
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
  return 0;
}
