// SPDX-License-Identifier: GPL-2.0-or-later
#include "cue_finder.hpp"
#include "provision.hpp"
#include "roles.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/powers/classifier.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace pinlex {
namespace {

/// How far "may" and "shall" reach, in words: what they rule mostly follows them.
constexpr std::uint32_t reach_forward = 12;
constexpr std::uint32_t reach_back = 3;
/// Between "for the purpose of" and what follows, in words: "eventual" confiscation.
constexpr std::uint32_t reach_of_purpose = 3;
/// Between a term and "means", in words; before a term at the start of a definition, in bytes.
constexpr std::uint32_t reach_of_means = 4;
constexpr std::uint32_t before_term = 8;
/// Between "subject to" and the provisions, in bytes.
constexpr std::uint32_t reach_of_subject = 48;

constexpr auto authority =
    static_cast<std::uint8_t>(1U << static_cast<unsigned>(Addressee::authority));

struct Made {
  Element element = Element::power;
  const FoundCue* cue = nullptr;
};

bool is_weak(CueKind kind) { return kind == CueKind::may || kind == CueKind::shall; }

bool has_cue(const ReadProvision& provision, CueKind kind) {
  return std::any_of(provision.cues.begin(), provision.cues.end(),
                     [&](const FoundCue& cue) { return cue.kind == kind; });
}

Element element_of(CueKind kind) {
  return kind == CueKind::oblige || kind == CueKind::shall ? Element::duty : Element::power;
}

/// The first cue of either kind.
const FoundCue* first_cue(const ReadProvision& provision, CueKind one, CueKind other) {
  const auto found =
      std::find_if(provision.cues.begin(), provision.cues.end(),
                   [&](const FoundCue& cue) { return cue.kind == one || cue.kind == other; });
  return found == provision.cues.end() ? nullptr : &*found;
}

const FoundCue* cue_nearby(const ReadProvision& provision, const FoundConcept& named) {
  const FoundCue* nearest = nullptr;
  std::uint32_t least = UINT32_MAX;
  for (const FoundCue& cue : provision.cues) {
    if (!is_weak(cue.kind)) continue;
    const bool before = cue.last < named.first;
    if (!before && cue.first <= named.last) continue;
    const std::uint32_t distance = before ? named.first - cue.last : cue.first - named.last;
    if (distance > (before ? reach_forward : reach_back) || distance >= least) continue;
    least = distance;
    nearest = &cue;
  }
  return nearest;
}

/// Whether words near a safeguard make a rule of it; else it is only spoken of.
bool has_ruling_cue(const ReadProvision& provision, const FoundConcept& named) {
  return std::any_of(provision.cues.begin(), provision.cues.end(), [&](const FoundCue& cue) {
    if (cue.kind == CueKind::define || cue.kind == CueKind::criminal) return false;
    if (cue.kind == CueKind::purpose) return false;
    if (cue.first > named.last) return cue.first - named.last <= reach_back;
    return cue.last >= named.first || named.first - cue.last <= reach_forward;
  });
}

bool follows_purpose(const ReadProvision& provision, const FoundConcept& named) {
  return std::any_of(provision.cues.begin(), provision.cues.end(), [&](const FoundCue& cue) {
    return cue.kind == CueKind::purpose && cue.last < named.first &&
           named.first - cue.last <= reach_of_purpose;
  });
}

/// What a provision makes of a concept that its words, or (null) the heading above it, name. "to
/// empower" and "to oblige" rule the whole provision; the first decides, since whoever is empowered
/// may be so to oblige others.
std::optional<Made> made_of(const ReadProvision& provision, const FoundConcept* named) {
  using enum CueKind;
  const FoundCue* cue = first_cue(provision, empower, oblige);
  if (cue == nullptr && has_cue(provision, criminal)) return std::nullopt;
  if (cue == nullptr) cue = first_cue(provision, measures, measures);
  if (cue == nullptr && named != nullptr) cue = cue_nearby(provision, *named);
  if (cue == nullptr && named == nullptr) cue = first_cue(provision, may, shall);
  if (cue == nullptr) return std::nullopt;
  return Made{element_of(cue->kind), cue};
}

/// The classes of one passage in the making.
class Classifying {
 public:
  Classifying(const ConceptRoles& roles, const CueFinder& cues, const Passage& passage,
              const std::vector<Reference>& references, const ReadPassage& read)
      : roles_(roles),
        passage_(passage),
        references_(references),
        heading_(concepts_in_heading(read, 0)),
        provisions_(provisions_of(passage, read, cues)) {
    const std::vector<FoundConcept> all = heading_;
    std::erase_if(heading_, [&](const FoundConcept& one) {
      const ConceptRole& role = roles_.of(one.number);
      return (role.any_power || role.safeguard) && is_said_better(all, one);
    });
  }

  std::vector<Classification> take() {
    const bool throughout = defines_throughout();
    std::erase_if(provisions_, [&](const ReadProvision& provision) {
      return add_definitions(provision, throughout) || throughout;
    });
    if (!provisions_.empty() && !is_about_offences()) {
      for (const ReadProvision& provision : provisions_) add_powers(provision);
      add_heading_powers();
      for (const ReadProvision& provision : provisions_) add_safeguards(provision);
      add_heading_safeguards();
      for (const ReadProvision& provision : provisions_) add_subjection(provision);
    }
    put_in_order();
    return std::move(out_);
  }

 private:
  bool in_heading(bool ConceptRole::*role) const {
    return std::any_of(heading_.begin(), heading_.end(),
                       [&](const FoundConcept& one) { return roles_.of(one.number).*role; });
  }

  bool is_in_heading(std::uint32_t number) const {
    return std::any_of(heading_.begin(), heading_.end(),
                       [&](const FoundConcept& one) { return one.number == number; });
  }

  bool defines_throughout() const {
    return in_heading(&ConceptRole::definitions) ||
           (!provisions_.empty() && provisions_.front().unit == 0 && passage_.units.size() > 1 &&
            has_cue(provisions_.front(), CueKind::define));
  }

  /// An article that says what is forbidden gives no power, though it may name one.
  bool is_about_offences() const {
    if (in_heading(&ConceptRole::power) || in_heading(&ConceptRole::safeguard)) return false;
    return in_heading(&ConceptRole::offence) ||
           std::any_of(provisions_.begin(), provisions_.end(),
                       [](const ReadProvision& one) { return has_cue(one, CueKind::criminal); });
  }

  Classification& add(std::uint32_t unit, std::uint32_t number, Element element,
                      const Evidence& named) {
    Classification& made = out_.emplace_back();
    made.unit = unit;
    made.number = number;
    made.element = element;
    made.evidence.push_back(named);
    return made;
  }

  /// Whether the provision defines terms; then its words name no power that it gives.
  bool add_definitions(const ReadProvision& provision, bool throughout) {
    bool any = false;
    for (const FoundConcept& named : provision.concepts) {
      if (!roles_.of(named.number).term) continue;
      const auto cue =
          std::find_if(provision.cues.begin(), provision.cues.end(), [&](const FoundCue& one) {
            return one.kind == CueKind::define && one.evidence.place == named.evidence.place &&
                   one.first > named.last && one.first - named.last <= reach_of_means;
          });
      const bool opens = throughout && named.evidence.begin <= before_term;
      if (cue == provision.cues.end() && !opens) continue;
      Classification& made = add(named.unit, named.number, Element::definition, named.evidence);
      if (cue != provision.cues.end()) made.evidence.push_back(cue->evidence);
      any = true;
    }
    return any;
  }

  /// Words that are part of a longer phrase mean what that means: "proportionate" in "effective,
  /// proportionate and dissuasive". Powers stand side by side ("freezing, seizure and
  /// confiscation") unless one is a case of the other.
  bool is_said_better(const std::vector<FoundConcept>& beside, const FoundConcept& named) const {
    const ConceptRole& role = roles_.of(named.number);
    return std::any_of(beside.begin(), beside.end(), [&](const FoundConcept& other) {
      if (other.first > named.last || named.first > other.last) return false;
      const ConceptRole& by = roles_.of(other.number);
      if (role.any_power && by.any_power) return roles_.is_narrower(other.number, named.number);
      const bool inside = other.first <= named.first && named.last <= other.last;
      const bool longer = other.last - other.first > named.last - named.first;
      return longer && (inside || by.safeguard || by.offence);
    });
  }

  /// "freezing for the purpose of eventual confiscation": no power to confiscate is given there.
  bool is_only_served(const ReadProvision& provision, const FoundConcept& named) const {
    if (!follows_purpose(provision, named)) return false;
    return std::any_of(provision.concepts.begin(), provision.concepts.end(),
                       [&](const FoundConcept& other) {
                         return roles_.of(other.number).power && other.number != named.number &&
                                !roles_.is_narrower(other.number, named.number) &&
                                !roles_.is_narrower(named.number, other.number) &&
                                !follows_purpose(provision, other);
                       });
  }

  /// Secrecy is a power where it hides another, or is laid on whoever carries that out; many laws
  /// only bind those who apply them to keep what they learn to themselves.
  bool hides_a_measure(const ReadProvision& provision) const {
    const auto is_measure = [&](const FoundConcept& one) {
      const ConceptRole& role = roles_.of(one.number);
      return role.power && !role.secrecy;
    };
    const auto any = [&](const std::vector<FoundConcept>& all) {
      return std::any_of(all.begin(), all.end(), is_measure);
    };
    const bool in_article =
        any(heading_) ||
        std::any_of(provisions_.begin(), provisions_.end(), [&](const ReadProvision& one) {
          return any(one.concepts) || any(one.headings);
        });
    const auto addressed = addressees_of(provision, provision.unit, Element::secrecy);
    return in_article || (addressed & ~authority) != 0;
  }

  void add_powers(const ReadProvision& provision) {
    std::map<std::uint32_t, std::size_t> known;
    for (const auto* list : {&provision.headings, &provision.concepts}) {
      const bool heads = list == &provision.headings;
      for (const FoundConcept& named : *list) {
        const ConceptRole& role = roles_.of(named.number);
        if (!role.power || is_said_better(*list, named)) continue;
        if (role.secrecy && !hides_a_measure(provision)) continue;
        if (!heads && is_only_served(provision, named)) continue;
        const auto made = made_of(provision, heads ? nullptr : &named);
        if (!made) continue;
        const auto [at, fresh] = known.try_emplace(named.number, out_.size());
        if (!fresh) {
          if (out_[at->second].unit != named.unit) out_[at->second].unit = provision.unit;
          continue;
        }
        // What the article is about is in all of the paragraph, wherever in it that is said.
        const bool whole = heads || is_in_heading(named.number);
        add_power(provision, named, *made, whole ? provision.unit : named.unit);
      }
    }
  }

  void add_power(const ReadProvision& provision, const FoundConcept& named, const Made& made,
                 std::uint32_t unit) {
    const bool secret = roles_.of(named.number).secrecy;
    Classification& power =
        add(unit, named.number, secret ? Element::secrecy : made.element, named.evidence);
    power.evidence.push_back(made.cue->evidence);
    const auto note = [&](std::uint8_t bits, std::uint8_t& known, const FoundConcept& by,
                          EvidenceFor what) {
      if ((bits & ~known) == 0) return;
      known |= bits;
      power.evidence.push_back(by.evidence);
      power.evidence.back().what = what;
    };
    const std::uint8_t addressed = addressees_of(provision, unit, power.element);
    for (const FoundConcept& by : provision.concepts) {
      if (!is_beside(by.unit, unit)) continue;
      note(roles_.of(by.number).addressees & addressed, power.addressees, by,
           EvidenceFor::addressee);
      note(roles_.of(by.number).data, power.data, by, EvidenceFor::data);
    }
    for (const FoundConcept& by : heading_) {
      note(roles_.of(by.number).data, power.data, by, EvidenceFor::data);
    }
  }

  /// Whom the words about a unit name. A duty laid on somebody is not one of the authority that it
  /// serves.
  std::uint8_t addressees_of(const ReadProvision& provision, std::uint32_t unit,
                             Element element) const {
    std::uint8_t all = 0;
    for (const FoundConcept& by : provision.concepts) {
      if (is_beside(by.unit, unit)) all |= roles_.of(by.number).addressees;
    }
    const bool others = (all & ~authority) != 0;
    if (element != Element::power && others) all &= static_cast<std::uint8_t>(~authority);
    return all;
  }

  /// Whether one of two units holds the other: a lead-in speaks for its points, not one point for
  /// the next.
  bool is_beside(std::uint32_t a, std::uint32_t b) const {
    const std::string &one = passage_.units[a].eid, &other = passage_.units[b].eid;
    return is_within(one, other) || is_within(other, one);
  }

  bool has_power_of(const ReadProvision& provision, std::optional<std::uint32_t> number) const {
    return std::any_of(out_.begin(), out_.end(), [&](const Classification& one) {
      return one.is_power() && head_unit(passage_, one.unit) == provision.unit &&
             (!number || one.number == *number);
    });
  }

  /// What the article's heading names holds for the first provision that gives or lays something
  /// on somebody, and for later ones that do so without naming anything themselves.
  void add_heading_powers() {
    for (const FoundConcept& named : heading_) {
      const ConceptRole& role = roles_.of(named.number);
      if (!role.power) continue;
      bool first = true;
      for (const ReadProvision& provision : provisions_) {
        if (role.secrecy && !hides_a_measure(provision)) continue;
        const auto made = made_of(provision, nullptr);
        if (!made) continue;
        const bool weak = is_weak(made->cue->kind);
        const bool nobody = addressees_of(provision, provision.unit, Element::power) == 0;
        if (weak && nobody) continue;
        const bool alone = !weak && !has_power_of(provision, std::nullopt);
        if ((first || alone) && !has_power_of(provision, named.number)) {
          add_power(provision, named, *made, provision.unit);
        }
        first = false;
      }
    }
  }

  void add_safeguards(const ReadProvision& provision) {
    std::map<std::uint32_t, std::size_t> known;
    // Where the article gives a power, or is about a safeguard, what is named limits it.
    const bool limits =
        in_heading(&ConceptRole::safeguard) || has_power_of(provision, std::nullopt);
    for (const FoundConcept& named : provision.concepts) {
      const ConceptRole& role = roles_.of(named.number);
      if (!role.safeguard || is_said_better(provision.concepts, named)) continue;
      if (!limits && !has_ruling_cue(provision, named)) continue;
      const auto [at, fresh] = known.try_emplace(named.number, out_.size());
      if (!fresh) {
        if (out_[at->second].unit != named.unit) out_[at->second].unit = provision.unit;
        continue;
      }
      add(named.unit, named.number, role.threshold ? Element::threshold : Element::safeguard,
          named.evidence);
    }
  }

  void add_heading_safeguards() {
    for (const FoundConcept& named : heading_) {
      if (!roles_.of(named.number).safeguard) continue;
      const bool known = std::any_of(out_.begin(), out_.end(), [&](const Classification& one) {
        return one.unit == 0 && one.number == named.number;
      });
      if (!known) add(0, named.number, Element::safeguard, named.evidence);
    }
  }

  /// "shall be subject to Articles 14 and 15", where there is a power to be subject to them.
  void add_subjection(const ReadProvision& provision) {
    if (!roles_.conditions()) return;
    const auto names_power = [&](const FoundConcept& one) {
      return roles_.of(one.number).any_power;
    };
    const bool concerned =
        std::any_of(provision.concepts.begin(), provision.concepts.end(), names_power) ||
        std::any_of(out_.begin(), out_.end(),
                    [](const Classification& one) { return one.is_power(); });
    if (!concerned) return;
    for (const FoundCue& cue : provision.cues) {
      if (cue.kind != CueKind::subject) continue;
      for (const Reference& reference : references_) {
        const Evidence& at = cue.evidence;
        if (reference.text != at.place || reference.begin < at.begin ||
            reference.begin > at.end + reach_of_subject) {
          continue;
        }
        Classification& made =
            add(passage_.texts[at.place].unit, *roles_.conditions(), Element::safeguard,
                {EvidenceFor::element, false, at.place, at.begin, at.end});
        made.evidence.push_back(
            {EvidenceFor::reference, false, at.place, reference.begin, reference.end});
        break;
      }
    }
  }

  void put_in_order() {
    const auto key = [](const Classification& one) {
      return std::tuple(one.unit, one.number, one.element);
    };
    for (Classification& one : out_) {
      std::stable_sort(one.evidence.begin(), one.evidence.end(),
                       [](const Evidence& a, const Evidence& b) { return a.what < b.what; });
    }
    std::stable_sort(out_.begin(), out_.end(),
                     [&](const auto& a, const auto& b) { return key(a) < key(b); });
    // One that says what the provision is subject to keeps its reference.
    std::size_t kept = 0;
    for (std::size_t i = 0; i < out_.size(); ++i) {
      if (kept > 0 && key(out_[kept - 1]) == key(out_[i])) {
        auto& evidence = out_[kept - 1].evidence;
        if (out_[i].evidence.back().what == EvidenceFor::reference) {
          evidence.insert(evidence.end(), out_[i].evidence.begin(), out_[i].evidence.end());
          std::stable_sort(evidence.begin(), evidence.end(),
                           [](const Evidence& a, const Evidence& b) { return a.what < b.what; });
        }
      } else if (kept++ != i) {
        out_[kept - 1] = std::move(out_[i]);
      }
    }
    out_.resize(kept);
  }

  const ConceptRoles& roles_;
  const Passage& passage_;
  const std::vector<Reference>& references_;
  std::vector<FoundConcept> heading_;
  std::vector<ReadProvision> provisions_;
  std::vector<Classification> out_;
};

}  // namespace

struct PowerClassifier::Impl {
  ConceptRoles roles;
  CueFinder cues;

  /// Most passages name nothing of the kind, and are not looked at any further.
  bool is_concerned(const ReadPassage& read) const {
    const auto any = [&](const std::vector<ReadText>& texts) {
      return std::any_of(texts.begin(), texts.end(), [&](const ReadText& text) {
        return std::any_of(text.concepts.begin(), text.concepts.end(),
                           [&](const ConceptMatch& match) {
                             const ConceptRole& role = roles.of(match.number);
                             return role.any_power || role.safeguard || role.definitions;
                           });
      });
    };
    return any(read.texts) || any(read.headings);
  }
};

PowerClassifier::PowerClassifier(const CompiledThesaurus& thesaurus, Analyser& analyser)
    : impl_(new Impl{ConceptRoles(thesaurus), CueFinder(analyser)}) {}
PowerClassifier::~PowerClassifier() = default;
PowerClassifier::PowerClassifier(PowerClassifier&&) noexcept = default;
PowerClassifier& PowerClassifier::operator=(PowerClassifier&&) noexcept = default;

std::vector<Classification> PowerClassifier::classify(const Passage& passage,
                                                      const std::vector<Reference>& references,
                                                      const ReadPassage& read) const {
  if (passage.units.empty() || passage.units.front().level != Level::article) return {};
  if (!impl_->is_concerned(read)) return {};
  return Classifying(impl_->roles, impl_->cues, passage, references, read).take();
}

}  // namespace pinlex
