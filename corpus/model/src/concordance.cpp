// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/concordance.hpp>
#include <pinlex/model/eid.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace pinlex {
namespace {

constexpr std::array<std::string_view, 3> relation_names{"same", "narrower", "broader"};

/// The relation seen from the other side.
ParallelRelation reversed(ParallelRelation relation) {
  switch (relation) {
    case ParallelRelation::same:
      return ParallelRelation::same;
    case ParallelRelation::narrower:
      return ParallelRelation::broader;
    case ParallelRelation::broader:
      return ParallelRelation::narrower;
  }
  return relation;
}

/// Cuts off what stands before a mark, or the rest.
std::string_view cut(std::string_view& text, char mark) {
  const auto end = text.find(mark);
  const std::string_view first = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return first;
}

bool is_provision(const ProvisionId& id) {
  return !id.instrument.empty() && !id.eid.empty() && id.version.empty();
}

/// One line, or what is wrong with it.
Result<std::pair<std::string, CuratedParallel>> read_line(std::string_view line) {
  std::string_view rest = line;
  const std::string a(cut(rest, '\t')), b(cut(rest, '\t'));
  const auto relation = parallel_relation_from(rest);
  if (b.empty())
    return fail(Code::usage, "a line has two provisions and a relation, parted by tabs");
  for (const std::string& id : {a, b}) {
    if (!is_provision(parse_id(id))) {
      return fail(Code::usage, "'" + id + "' is no provision such as coe-185#art_21");
    }
  }
  if (!relation) {
    return fail(Code::usage,
                "the relation is same, narrower or broader, not '" + std::string(rest) + "'");
  }
  if (parse_id(a).instrument == parse_id(b).instrument) {
    return fail(Code::usage, "both provisions are of " + parse_id(a).instrument);
  }
  return std::pair(b, CuratedParallel{a, b, *relation});
}

}  // namespace

std::string_view name(ParallelRelation relation) {
  return relation_names[static_cast<std::size_t>(relation)];
}

std::optional<ParallelRelation> parallel_relation_from(std::string_view name) {
  const auto known = std::find(relation_names.begin(), relation_names.end(), name);
  if (known == relation_names.end()) return std::nullopt;
  return static_cast<ParallelRelation>(known - relation_names.begin());
}

Result<void> Concordance::add_tsv(std::string_view tsv, const std::string& file) {
  auto added = of_;
  for (std::size_t number = 1; !tsv.empty(); ++number) {
    std::string_view line = cut(tsv, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const auto refused = [&](const std::string& why) {
      return fail(Code::usage, file + ":" + std::to_string(number) + ": " + why);
    };
    const auto read = read_line(line);
    if (!read) return refused(read.error().message);
    const CuratedParallel& one = read->second;
    auto& known = added[parse_id(one.of).instrument];
    const bool twice = std::any_of(known.begin(), known.end(), [&](const CuratedParallel& other) {
      return other.id == one.id && other.of == one.of;
    });
    if (twice) return refused("'" + one.id + "' and '" + one.of + "' stand together already");
    known.push_back(one);
    added[parse_id(one.id).instrument].push_back({one.of, one.id, reversed(one.relation)});
  }
  of_ = std::move(added);
  return {};
}

std::vector<CuratedParallel> Concordance::beside(std::string_view instrument,
                                                 std::string_view eid) const {
  std::vector<CuratedParallel> out;
  const auto known = of_.find(instrument);
  if (known == of_.end()) return out;
  for (const CuratedParallel& one : known->second) {
    const std::string own = parse_id(one.of).eid;
    if (is_within(own, eid) || is_within(eid, own)) out.push_back(one);
  }
  const auto place = [](const CuratedParallel& one) {
    return std::pair(sort_key(parse_id(one.id)), sort_key(parse_id(one.of)));
  };
  std::sort(out.begin(), out.end(), [&](const CuratedParallel& a, const CuratedParallel& b) {
    return place(a) < place(b);
  });
  return out;
}

}  // namespace pinlex
