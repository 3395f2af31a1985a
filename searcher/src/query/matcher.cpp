// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/matcher.hpp"

#include "query/leaf_finder.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>

namespace pinlex {
namespace {

/// A node of the tree, ready for matching.
struct Part {
  NodeType type = NodeType::word;
  Reach reach;
  std::vector<std::size_t> children;
  std::uint32_t leaf = 0;        ///< Of text leaves.
  std::uint32_t fact = 0;        ///< Of fields and citations.
  bool has_conjunction = false;  ///< Itself, or below OR: an operand of /n that asks for several.
};

Fact negated(Fact fact) {
  switch (fact) {
    case Fact::no:
      return Fact::yes;
    case Fact::yes:
      return Fact::no;
    case Fact::unknown:
      return Fact::unknown;
  }
  return Fact::unknown;
}

bool contains(const Spans& spans, Span span) {
  return std::binary_search(spans.begin(), spans.end(), span);
}

bool lies_in_one_of(const Spans& spans, Span inner) {
  return std::any_of(spans.begin(), spans.end(), [inner](const Span& outer) {
    return outer.first <= inner.first && inner.last <= outer.last;
  });
}

}  // namespace

/// The tree is evaluated twice: upwards for the verdict, each part's matches found once and kept;
/// then, where spans are wanted, downwards, each part told which of its matches count ("alive").
struct Matcher::Impl {
  explicit Impl(std::vector<LeafWords> words) : finder(std::move(words)) {}

  std::size_t compile(const Node& node);
  void begin(const PassageTokens& passage, const std::vector<Fact>& known);

  Fact verdict(std::size_t part);
  bool possible(std::size_t part);
  bool any_of(std::size_t part, Budget& quick, const std::function<bool(Span)>& wanted);
  bool any_match(std::size_t part);
  const Spans& spans(std::size_t part);
  Spans find(const Part& part);
  Partners partners(std::size_t part, Reach reach);
  bool reaches(std::size_t part, Span anchor, const Part& parent, bool anchor_is_left);
  Spans reached(std::size_t part, Span anchor, const Part& parent, bool anchor_is_left);
  Spans all_reached(const Part& part);

  void collect(std::size_t part);
  void mark(std::size_t part, const Spans* alive);
  void mark_joined(const Part& part, const Spans* alive);
  void mark_side(const Part& part, bool left, const Spans* alive);
  void mark_reached(const Part& part, const Spans* alive);
  void mark_around(std::size_t operand, Span anchor, const Part& parent, const Spans* hulls);

  bool anchor_is_left(const Part& part) const { return parts[part.children[1]].has_conjunction; }
  std::size_t anchor(const Part& part) const { return part.children[anchor_is_left(part) ? 0 : 1]; }
  std::size_t operand(const Part& part) const {
    return part.children[anchor_is_left(part) ? 1 : 0];
  }
  bool has_conjunction(const Part& part) const {
    return parts[part.children[0]].has_conjunction || parts[part.children[1]].has_conjunction;
  }

  LeafFinder finder;
  std::vector<Part> parts;
  std::uint32_t leaves = 0, facts_count = 0;
  std::uint64_t steps = Budget{}.steps;
  std::uint64_t quick_steps = 20'000;

  // Of the passage at hand.
  const PassageTokens* tokens = nullptr;
  const std::vector<Fact>* facts = nullptr;
  struct Found {
    Spans spans;
    std::uint32_t longest = 0;
  };
  std::vector<std::optional<Found>> found;  ///< Of each part, once asked for.
  Budget budget;
  std::vector<MatchedSpan> out;
};

std::size_t Matcher::Impl::compile(const Node& node) {
  const std::size_t number = parts.size();
  parts.emplace_back();
  Part part;
  part.type = node.type;
  part.reach = {node.type, node.distance};
  if (is_text_leaf(node.type)) part.leaf = leaves++;
  if (node.type == NodeType::field || node.type == NodeType::citation) part.fact = facts_count++;
  part.has_conjunction = node.type == NodeType::conjunction;
  for (const Node& child : node.children) {
    part.children.push_back(compile(child));
    if (node.type == NodeType::disjunction) {
      part.has_conjunction = part.has_conjunction || parts[part.children.back()].has_conjunction;
    }
  }
  parts[number] = std::move(part);
  return number;
}

void Matcher::Impl::begin(const PassageTokens& passage, const std::vector<Fact>& known) {
  tokens = &passage;
  facts = &known;
  found.assign(parts.size(), std::nullopt);
  budget = {steps, false};
  out.clear();
  finder.read(passage);
}

/// Of the passage as a whole.
Fact Matcher::Impl::verdict(std::size_t number) {
  const Part& part = parts[number];
  switch (part.type) {
    case NodeType::word:
    case NodeType::wildcard:
    case NodeType::exact:
    case NodeType::phrase:
    case NodeType::heading:
      return spans(number).empty() ? Fact::no : Fact::yes;
    case NodeType::near:
    case NodeType::ordered_near:
    case NodeType::same_sentence:
    case NodeType::same_paragraph: {
      if (any_match(number)) return Fact::yes;
      return budget.spent ? Fact::unknown : Fact::no;
    }
    case NodeType::field:
    case NodeType::citation:
      return part.fact < facts->size() ? (*facts)[part.fact] : Fact::unknown;
    case NodeType::negation:
      return negated(verdict(part.children.front()));
    case NodeType::conjunction: {
      bool known = true;
      for (const std::size_t child : part.children) {
        const Fact fact = verdict(child);
        if (fact == Fact::no) return Fact::no;
        known = known && fact == Fact::yes;
      }
      return known ? Fact::yes : Fact::unknown;
    }
    case NodeType::ranked:
    case NodeType::disjunction: {
      bool known = true;
      for (const std::size_t child : part.children) {
        const Fact fact = verdict(child);
        if (fact == Fact::yes) return Fact::yes;
        known = known && fact == Fact::no;
      }
      return known ? Fact::no : Fact::unknown;
    }
  }
  return Fact::no;
}

/// Whether all that a part cannot do without is there at all.
bool Matcher::Impl::possible(std::size_t number) {
  const Part& part = parts[number];
  const auto child_possible = [this](std::size_t child) { return possible(child); };
  if (part.type == NodeType::disjunction) {
    return std::any_of(part.children.begin(), part.children.end(), child_possible);
  }
  if (part.type == NodeType::heading || is_text_leaf(part.type)) return !spans(number).empty();
  return std::all_of(part.children.begin(), part.children.end(), child_possible);
}

/// Calls `wanted` for the matches of a part until it returns true, making those of connectors as
/// it goes: where there are many, one is soon found. Misses some once `quick` is spent.
bool Matcher::Impl::any_of(std::size_t number, Budget& quick,
                           const std::function<bool(Span)>& wanted) {
  const Part& part = parts[number];
  if (!is_proximity(part.type) || has_conjunction(part)) {
    const Spans& all = spans(number);
    return std::any_of(all.begin(), all.end(),
                       [&](const Span& span) { return quick.take(1) && wanted(span); });
  }
  // The side that is a connector itself is walked through, the other one looked up.
  const bool walk_left =
      !is_proximity(parts[part.children[1]].type) || is_proximity(parts[part.children[0]].type);
  const std::size_t walked = part.children[walk_left ? 0 : 1];
  const std::size_t other = part.children[walk_left ? 1 : 0];
  if (!is_proximity(parts[other].type)) {
    const Partners others = partners(other, part.reach);
    return any_of(walked, quick, [&](Span span) {
      return others.any(span, walk_left, quick,
                        [&](const Span& found_one) { return wanted(hull(span, found_one)); });
    });
  }
  return any_of(walked, quick, [&](Span left) {
    return any_of(other, quick, [&](Span right) {
      return joins(*tokens, part.reach, left, right) && wanted(hull(left, right));
    });
  });
}

/// Whether a connector has any match, without listing them.
bool Matcher::Impl::any_match(std::size_t number) {
  const Part& part = parts[number];
  if (!possible(number)) return false;
  if (has_conjunction(part)) {
    const Spans& anchors = spans(anchor(part));
    return std::any_of(anchors.begin(), anchors.end(), [&](const Span& span) {
      return reaches(operand(part), span, part, anchor_is_left(part));
    });
  }
  Budget quick{quick_steps};
  if (any_of(number, quick, [](Span) { return true; })) return true;
  if (!quick.spent) return false;
  const Partners others = partners(part.children[1], part.reach);
  const Spans& left = spans(part.children[0]);
  return std::any_of(left.begin(), left.end(), [&](const Span& span) {
    return others.any(span, true, budget, [](const Span&) { return true; });
  });
}

/// All matches of a part that may be an operand of a connector.
const Spans& Matcher::Impl::spans(std::size_t number) {
  if (!found[number]) {
    Spans all = find(parts[number]);
    const std::uint32_t most = longest(all);
    found[number] = Found{std::move(all), most};
  }
  return found[number]->spans;
}

Partners Matcher::Impl::partners(std::size_t number, Reach reach) {
  const Spans& all = spans(number);
  return {*tokens, reach, all, found[number]->longest};
}

Spans Matcher::Impl::find(const Part& part) {
  if (is_text_leaf(part.type)) return finder.matches(part.leaf, *tokens);
  if (part.type == NodeType::heading) {
    Spans inner = spans(part.children.front());
    inner.erase(std::remove_if(inner.begin(), inner.end(),
                               [this](const Span& span) {
                                 return !std::all_of(
                                     tokens->begin() + span.first, tokens->begin() + span.last + 1,
                                     [](const PassageToken& token) { return token.is_heading; });
                               }),
                inner.end());
    return inner;
  }
  if (is_proximity(part.type)) {
    if (has_conjunction(part)) return all_reached(part);
    const Spans& left = spans(part.children[0]);
    if (left.empty()) return {};
    return join(*tokens, part.reach, left, spans(part.children[1]), budget);
  }
  Spans all;
  for (const std::size_t child : part.children) {
    const Spans& more = spans(child);
    all.insert(all.end(), more.begin(), more.end());
  }
  normalise(all);
  return all;
}

/// Whether an operand with AND is joined with one match of the other side, the anchor.
bool Matcher::Impl::reaches(std::size_t number, Span span, const Part& parent, bool span_is_left) {
  const Part& part = parts[number];
  const auto child_reaches = [&](std::size_t child) {
    return reaches(child, span, parent, span_is_left);
  };
  if (part.type == NodeType::conjunction) {
    return std::all_of(part.children.begin(), part.children.end(), child_reaches);
  }
  if (part.has_conjunction) {
    return std::any_of(part.children.begin(), part.children.end(), child_reaches);
  }
  return partners(number, parent.reach).any(span, span_is_left, budget, [](const Span&) {
    return true;
  });
}

/// The hulls of the anchor and what an operand with AND has around it.
Spans Matcher::Impl::reached(std::size_t number, Span span, const Part& parent, bool span_is_left) {
  const Part& part = parts[number];
  Spans all;
  if (!part.has_conjunction) {
    partners(number, parent.reach).any(span, span_is_left, budget, [&](const Span& other) {
      all.push_back(hull(span, other));
      return false;
    });
  } else if (part.type == NodeType::disjunction) {
    for (const std::size_t child : part.children) {
      const Spans more = reached(child, span, parent, span_is_left);
      all.insert(all.end(), more.begin(), more.end());
    }
  } else {
    all.push_back(span);
    for (const std::size_t child : part.children) {
      const Spans more = reached(child, span, parent, span_is_left);
      Spans both;
      if (!budget.take(8 * all.size() * more.size())) return {};
      for (const Span& a : all) {
        for (const Span& b : more) both.push_back(hull(a, b));
      }
      normalise(both);
      all = std::move(both);
    }
  }
  normalise(all);
  return all;
}

Spans Matcher::Impl::all_reached(const Part& part) {
  Spans all;
  for (const Span& span : spans(anchor(part))) {
    const Spans more = reached(operand(part), span, part, anchor_is_left(part));
    if (!budget.take(8 * more.size())) break;
    all.insert(all.end(), more.begin(), more.end());
  }
  normalise(all);
  return all;
}

/// Spans of what matches in a passage that matches as a whole.
void Matcher::Impl::collect(std::size_t number) {
  const Part& part = parts[number];
  if (part.type == NodeType::negation) return;
  const bool boolean = part.type == NodeType::conjunction || part.type == NodeType::disjunction ||
                       part.type == NodeType::ranked;
  if (!boolean) return mark(number, nullptr);
  for (const std::size_t child : part.children) {
    if (verdict(child) != Fact::no) collect(child);
  }
}

/// Puts out the leaves of a part's matches that are alive; all are where `alive` is null.
void Matcher::Impl::mark(std::size_t number, const Spans* alive) {
  const Part& part = parts[number];
  if (is_proximity(part.type)) return mark_joined(part, alive);
  if (part.type == NodeType::heading) {
    Spans both = spans(number);
    both.erase(std::remove_if(both.begin(), both.end(),
                              [alive](const Span& span) {
                                return alive != nullptr && !contains(*alive, span);
                              }),
               both.end());
    return mark(part.children.front(), &both);
  }
  for (const std::size_t child : part.children) mark(child, alive);
  if (!is_text_leaf(part.type)) return;
  for (const Span& span : spans(number)) {
    if (alive == nullptr || contains(*alive, span)) {
      out.push_back({span.first, span.last, part.leaf});
    }
  }
}

void Matcher::Impl::mark_joined(const Part& part, const Spans* alive) {
  if (has_conjunction(part)) return mark_reached(part, alive);
  mark_side(part, true, alive);
  mark_side(part, false, alive);
}

/// The matches of one side that are joined with one of the other into a match that is alive.
void Matcher::Impl::mark_side(const Part& part, bool left, const Spans* alive) {
  const Partners others = partners(part.children[left ? 1 : 0], part.reach);
  const std::size_t side = part.children[left ? 0 : 1];
  Spans joined;
  for (const Span& span : spans(side)) {
    const bool counts = others.any(span, left, budget, [&](const Span& other) {
      return alive == nullptr || contains(*alive, hull(span, other));
    });
    if (counts || budget.spent) joined.push_back(span);
  }
  mark(side, &joined);
}

void Matcher::Impl::mark_reached(const Part& part, const Spans* alive) {
  Spans anchors;
  for (const Span& span : spans(anchor(part))) {
    if (!reaches(operand(part), span, part, anchor_is_left(part))) continue;
    Spans hulls;
    if (alive != nullptr) {
      hulls = reached(operand(part), span, part, anchor_is_left(part));
      hulls.erase(std::remove_if(hulls.begin(), hulls.end(),
                                 [alive](const Span& h) { return !contains(*alive, h); }),
                  hulls.end());
      if (hulls.empty()) continue;
    }
    anchors.push_back(span);
    mark_around(operand(part), span, part, alive != nullptr ? &hulls : nullptr);
  }
  mark(anchor(part), &anchors);
}

void Matcher::Impl::mark_around(std::size_t number, Span span, const Part& parent,
                                const Spans* hulls) {
  const Part& part = parts[number];
  if (!reaches(number, span, parent, anchor_is_left(parent))) return;
  if (part.has_conjunction) {
    for (const std::size_t child : part.children) mark_around(child, span, parent, hulls);
    return;
  }
  Spans joined;
  partners(number, parent.reach).any(span, anchor_is_left(parent), budget, [&](const Span& other) {
    if (hulls == nullptr || lies_in_one_of(*hulls, hull(span, other))) {
      joined.push_back(other);
    }
    return false;
  });
  mark(number, &joined);
}

Matcher::Matcher(const Node& tree, std::vector<LeafWords> words)
    : impl_(std::make_unique<Impl>(std::move(words))) {
  impl_->compile(tree);
}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

void Matcher::set_budget(std::uint64_t steps, std::uint64_t quick_steps) {
  impl_->steps = steps;
  impl_->quick_steps = quick_steps;
}

Outcome Matcher::decide(const PassageTokens& tokens, const std::vector<Fact>& facts) {
  impl_->begin(tokens, facts);
  switch (impl_->verdict(0)) {
    case Fact::no:
      return Outcome::no;
    case Fact::yes:
      return Outcome::yes;
    case Fact::unknown:
      return impl_->budget.spent ? Outcome::undecided : Outcome::yes;
  }
  return Outcome::undecided;
}

PassageMatch Matcher::match(const PassageTokens& tokens, const std::vector<Fact>& facts) {
  PassageMatch result;
  result.outcome = decide(tokens, facts);
  if (result.outcome != Outcome::yes) return result;
  impl_->budget = {impl_->steps, false};
  impl_->collect(0);
  result.spans = std::move(impl_->out);
  const auto key = [](const MatchedSpan& s) { return std::tie(s.first, s.last, s.leaf); };
  std::sort(result.spans.begin(), result.spans.end(),
            [&](const MatchedSpan& a, const MatchedSpan& b) { return key(a) < key(b); });
  result.spans.erase(std::unique(result.spans.begin(), result.spans.end()), result.spans.end());
  return result;
}

}  // namespace pinlex
