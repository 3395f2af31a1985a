// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/powers/classification.hpp>

#include <array>
#include <cstddef>

namespace pinlex {
namespace {

constexpr std::array<std::string_view, 6> elements{"power",     "duty",      "secrecy",
                                                   "threshold", "safeguard", "definition"};
constexpr std::array<std::string_view, 3> addressees{"authority", "provider", "custodian"};
constexpr std::array<std::string_view, 4> sorts{"content", "traffic", "subscriber", "stored"};
constexpr std::array<std::string_view, 5> evidences{"concept", "element", "addressee", "data",
                                                    "reference"};

static_assert(elements.size() == static_cast<std::size_t>(Element::definition) + 1);
static_assert(addressees.size() == static_cast<std::size_t>(Addressee::custodian) + 1);
static_assert(sorts.size() == static_cast<std::size_t>(DataSort::stored) + 1);
static_assert(evidences.size() == static_cast<std::size_t>(EvidenceFor::reference) + 1);

}  // namespace

std::string_view name(Element element) { return elements[static_cast<std::size_t>(element)]; }
std::string_view name(Addressee one) { return addressees[static_cast<std::size_t>(one)]; }
std::string_view name(DataSort data) { return sorts[static_cast<std::size_t>(data)]; }
std::string_view name(EvidenceFor what) { return evidences[static_cast<std::size_t>(what)]; }

}  // namespace pinlex
