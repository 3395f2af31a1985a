// SPDX-License-Identifier: GPL-2.0-or-later
#include "search.hpp"

#include "candidates.hpp"
#include "concept_values.hpp"
#include "expansion.hpp"
#include "feedback.hpp"
#include "filters.hpp"
#include "grouping.hpp"
#include "hit.hpp"
#include "query/lexer.hpp"
#include "query/parser.hpp"
#include "query/print.hpp"
#include "query_citations.hpp"
#include "question.hpp"
#include "ranking.hpp"
#include "spelling.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <unordered_set>
#include <utility>

namespace pinlex {
namespace {

std::string group_of(const PassageRecord& record) {
  return ProvisionId{parse_id(record.version).instrument, record.passage.eid, {}}.str();
}

/// The places of the citations that a query asks for (not those it excludes).
void wanted_citations(const Node& node, std::vector<TextRange>& places) {
  if (node.type == NodeType::negation) return;
  if (node.type == NodeType::citation) places.push_back(node.place);
  for (const Node& child : node.children) wanted_citations(child, places);
}

std::string note_of(const UnknownWord& unknown) {
  std::string note = "no text has \"" + unknown.word + "\"";
  for (const std::string& near : unknown.nearest) {
    note += (&near == &unknown.nearest.front() ? "; nearest: " : ", ") + near;
  }
  return note;
}

/// What a passage gains by what it is: the law before what is said of it.
double standing_gain(const Version& version, const Passage& passage) {
  const bool binding = version.kind == Kind::treaty || version.kind == Kind::protocol ||
                       version.kind == Kind::statute || version.kind == Kind::decision;
  const bool preamble = !passage.units.empty() && passage.units.front().level == Level::preamble;
  return (binding ? binding_gain : 0) + (version.edition == Edition::digest ? 0 : official_gain) +
         (preamble ? 0 : operative_gain);
}

/// One provision of the answer, with what of it matches.
struct Group {
  std::string id;
  std::string cited;  ///< The provision to show, where the query cites one.
  std::vector<Member> members;
  double score = 0;  ///< What placed it.
};

/// A passage, what its text decided, and the words of the query in it where they were looked for.
struct ReadPassage {
  PassageRecord record;
  bool matches = false;
  std::optional<PassageFindings> words = std::nullopt;
};

/// One search, from the query to the page of hits.
class SearchRun {
 public:
  SearchRun(const Library& library, const Library::Sessions& sessions, const SearchRequest& request)
      : library_(library), sessions_(sessions), request_(request) {}

  Result<SearchAnswer> run();

 private:
  Result<void> understand();
  Result<void> look_up_cited();
  Result<void> collect();
  Result<void> bring_close_ones_forward(std::vector<Candidate>& merged);
  void bring_like_ones_forward(std::vector<Candidate>& merged, std::ptrdiff_t read_again);
  double rarity_of(const std::string& stem) const;
  Result<void> take(const Candidate& candidate);
  Result<void> add_members(std::vector<Group>& groups);
  Result<Hit> hit(const Group& group, std::size_t rank);
  Result<std::size_t> member_shown(const Group& group);

  bool text_decides() const;
  Result<std::shared_ptr<ReadPassage>> read(const Candidate& candidate);
  void keep(const Candidate& candidate, std::shared_ptr<ReadPassage> passage);
  /// Whether candidates are read for the sake of the total alone.
  bool counts_on() const { return request_.count && text_decides(); }
  bool page_is_full() const { return groups_.size() >= page_end_; }
  std::vector<Group> page() const;

  const Library& library_;
  const Library::Sessions& sessions_;
  const SearchRequest& request_;
  std::size_t page_end_ = 0;
  QueryCitations citations_;
  Node tree_;
  std::vector<std::optional<Question>> questions_;  ///< By index; none where filters leave out all.
  std::uint64_t matched_ = 0;  ///< Passages read that match, where the text decides.
  bool undecided_ = false;     ///< Whether passages were too costly to decide.
  std::vector<Group> groups_;  ///< Up to the end of the page, in order.
  std::unordered_set<std::string> seen_;
  /// Of the best passages, by index and document: they are needed more than once.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::shared_ptr<ReadPassage>> kept_;
  SearchAnswer answer_;
};

Result<SearchAnswer> SearchRun::run() {
  page_end_ = std::size_t{request_.offset} + request_.limit;
  answer_.query = request_.query;
  for (const auto step : {&SearchRun::understand, &SearchRun::look_up_cited, &SearchRun::collect}) {
    const auto done = (this->*step)();
    if (!done) return passed_on(done);
  }
  std::vector<Group> shown = page();
  const auto added = add_members(shown);
  if (!added) return passed_on(added);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    auto one = hit(shown[i], request_.offset + i + 1);
    if (!one) return passed_on(one);
    answer_.hits.push_back(std::move(*one));
  }
  if (undecided_) {
    answer_.notes.push_back(
        "among the hits are passages too long to say for certain that they match");
  }
  return std::move(answer_);
}

Result<void> SearchRun::understand() {
  if (const auto fit = check_query(request_.query); !fit) return fit;
  auto citations = citations_in(request_.query, library_, sessions_);
  if (!citations) return passed_on(citations);
  citations_ = std::move(*citations);
  answer_.notes = citations_.notes;
  auto parsed = parse_query(request_.query, citations_.places());
  if (!parsed) return passed_on(parsed);
  tree_ = std::move(*parsed);
  const auto cited = read_cited_values(tree_, request_.query, library_, sessions_);
  if (!cited) return cited;
  read_concept_values(tree_, sessions_);
  const auto checked = check_facts(tree_, request_.query, sessions_);
  if (!checked) return passed_on(checked);
  const auto added = add_subject_powers(tree_, sessions_, citations_.citations);
  if (!added) return added;
  answer_.read_as = canonical(tree_);
  answer_.unknown = unknown_words(tree_, sessions_);
  for (const UnknownWord& one : answer_.unknown) answer_.notes.push_back(note_of(one));
  for (const auto& session : sessions_) {
    const auto languages = allowed_languages(request_.filters, session->reader().header());
    questions_.emplace_back();
    if (languages.empty()) continue;
    ExpandedQuery wider = expanded(tree_, *session, request_.expand);
    for (QueryConcept& named : wider.concepts) {
      const bool known = std::any_of(answer_.concepts.begin(), answer_.concepts.end(),
                                     [&](const QueryConcept& one) { return one.id == named.id; });
      if (!known) answer_.concepts.push_back(std::move(named));
    }
    auto question = Question::ask(request_.query, std::move(wider.tree), *session, languages,
                                  citations_.citations);
    if (!question) return passed_on(question);
    question->narrow(request_.filters);
    for (const QueryTranslation& one : question->translations()) {
      auto& all = answer_.translations;
      if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
    }
    questions_.back() = std::move(*question);
  }
  std::vector<TextRange> places;
  wanted_citations(tree_, places);
  std::erase_if(citations_.groups, [&](const CitedGroup& group) {
    return std::find(places.begin(), places.end(), group.place) == places.end();
  });
  return {};
}

Result<void> SearchRun::look_up_cited() {
  std::vector<Group> cited;
  for (const CitedGroup& group : citations_.groups) {
    if (seen_.insert(group.group).second) cited.push_back({group.group, group.eid, {}, 0});
  }
  const auto added = add_members(cited);
  if (!added) return passed_on(added);
  for (Group& group : cited) {
    if (group.members.empty() || page_is_full()) continue;
    group.score = group.members.front().candidate.score;
    groups_.push_back(std::move(group));
  }
  return {};
}

Result<void> SearchRun::collect() {
  std::size_t done = 0;
  const std::uint64_t first =
      request_.count ? 1U << 30 : std::max<std::uint64_t>(page_end_ + 10, passages_read_again);
  for (std::uint64_t wanted = first;; wanted *= 4) {
    std::vector<Candidate> merged;
    bool complete = true;
    answer_.total = {0, true};
    for (std::uint32_t i = 0; i < sessions_.size(); ++i) {
      if (!questions_[i]) continue;
      const auto most = static_cast<std::uint32_t>(std::min<std::uint64_t>(wanted, 1U << 30));
      Ranking ranking = rank(*sessions_[i], i, questions_[i]->query(), most);
      complete = complete && ranking.complete;
      answer_.total.value += ranking.total.value;
      answer_.total.exact = answer_.total.exact && ranking.total.exact;
      std::move(ranking.best.begin(), ranking.best.end(), std::back_inserter(merged));
    }
    std::sort(merged.begin(), merged.end(), comes_before);
    if (!complete) merged.resize(std::min<std::size_t>(merged.size(), wanted));
    const auto closer = bring_close_ones_forward(merged);
    if (!closer) return closer;
    for (; done < merged.size() && (counts_on() || !page_is_full()); ++done) {
      const auto taken = take(merged[done]);
      if (!taken) return taken;
    }
    if (complete || page_is_full()) {
      if (text_decides()) answer_.total = {matched_, complete && done == merged.size()};
      return {};
    }
  }
}

/// Reads the best candidates again: those in which what is looked for stands together gain.
Result<void> SearchRun::bring_close_ones_forward(std::vector<Candidate>& merged) {
  const auto end =
      merged.begin() + std::min<std::ptrdiff_t>(std::ssize(merged), passages_read_again);
  for (auto candidate = merged.begin(); candidate != end; ++candidate) {
    Question& question = *questions_[candidate->index];
    if (question.total_weight() == 0) return {};
    const auto passage = read(*candidate);
    if (!passage) return passed_on(passage);
    keep(*candidate, *passage);
    if (!(*passage)->matches) continue;
    const PassageRecord& record = (*passage)->record;
    if (!(*passage)->words) (*passage)->words = question.find_words(record);
    const Closeness closeness = closeness_of(record.passage, *(*passage)->words);
    const auto version = library_.version(sessions_, candidate->index, record.version);
    if (!version) return passed_on(version);
    const double gain = (together_gain * closeness.in_unit + heading_gain * closeness.in_heading) /
                            question.total_weight() +
                        standing_gain((*version)->version, record.passage);
    candidate->score = rounded_score(candidate->score * (1 + gain));
  }
  std::sort(merged.begin(), end, comes_before);
  if (request_.expand) bring_like_ones_forward(merged, end - merged.begin());
  return {};
}

/// Of the candidates that were read again those gain that are like the best of them.
void SearchRun::bring_like_ones_forward(std::vector<Candidate>& merged, std::ptrdiff_t read_again) {
  std::vector<std::pair<Candidate*, const ReadPassage*>> matching;
  for (std::ptrdiff_t i = 0; i < read_again; ++i) {
    Candidate& one = merged[static_cast<std::size_t>(i)];
    const auto known = kept_.find({one.index, one.document});
    if (known == kept_.end() || !known->second->matches) continue;
    matching.emplace_back(&one, known->second.get());
  }
  Feedback feedback;
  for (std::size_t i = 0; i < std::min<std::size_t>(matching.size(), feedback_passages); ++i) {
    const auto& [candidate, passage] = matching[i];
    const PassageRecord& record = passage->record;
    Question& question = *questions_[candidate->index];
    const std::string language = read_version_name(record.version).language;
    const auto& own = question.asked_in();
    // What was found by words that stand for those of the query is too unsure to learn from.
    if (std::find(own.begin(), own.end(), language) == own.end()) continue;
    feedback.learn(record.passage, question.analyser_of(record), language);
  }
  feedback.settle([this](const std::string& stem) { return rarity_of(stem); });
  for (const auto& [candidate, passage] : matching) {
    const double gain = feedback_gain * feedback.share_in(passage->words->stems);
    candidate->score = rounded_score(candidate->score * (1 + gain));
  }
  std::sort(merged.begin(), merged.begin() + read_again, comes_before);
}

/// How much it tells that a text has a stem; nothing where it is frequent.
double SearchRun::rarity_of(const std::string& stem) const {
  double frequency = 0, passages = 0;
  for (const auto& session : sessions_) {
    frequency += session->frequency(term_of(Field::text, stem));
    passages += session->database().get_doccount();
  }
  return frequency > passages * feedback_common_share ? 0 : rarity(passages, frequency);
}

bool SearchRun::text_decides() const {
  return std::any_of(questions_.begin(), questions_.end(),
                     [](const auto& question) { return question && question->text_decides(); });
}

/// A passage that costs too much to decide is shown rather than lost, and a note says so.
Result<std::shared_ptr<ReadPassage>> SearchRun::read(const Candidate& candidate) {
  const auto known = kept_.find({candidate.index, candidate.document});
  if (known != kept_.end()) return known->second;
  auto record = sessions_[candidate.index]->reader().passage(candidate.document);
  if (!record) return passed_on(record);
  const Outcome outcome = questions_[candidate.index]->decide(*record, candidate.document);
  undecided_ = undecided_ || outcome == Outcome::undecided;
  return std::make_shared<ReadPassage>(ReadPassage{std::move(*record), outcome != Outcome::no});
}

void SearchRun::keep(const Candidate& candidate, std::shared_ptr<ReadPassage> passage) {
  kept_.try_emplace({candidate.index, candidate.document}, std::move(passage));
}

Result<void> SearchRun::take(const Candidate& candidate) {
  auto passage = read(candidate);
  if (!passage) return passed_on(passage);
  if (!(*passage)->matches) return {};
  ++matched_;
  std::string id = group_of((*passage)->record);
  if (page_is_full() || !seen_.insert(id).second) return {};
  groups_.push_back({std::move(id), {}, {}, candidate.score});
  keep(candidate, std::move(*passage));
  return {};
}

std::vector<Group> SearchRun::page() const {
  const auto begin = std::min<std::size_t>(request_.offset, groups_.size());
  return {groups_.begin() + static_cast<std::ptrdiff_t>(begin), groups_.end()};
}

/// Finds all passages of the groups that match, in every version and index.
Result<void> SearchRun::add_members(std::vector<Group>& groups) {
  if (groups.empty()) return {};
  std::map<std::string, Group*> by_id;
  std::vector<Xapian::Query> ids;
  for (Group& group : groups) {
    group.members.clear();
    by_id[group.id] = &group;
    ids.emplace_back(term_of(Field::id, group.id));
  }
  const Xapian::Query any_id(Xapian::Query::OP_OR, ids.begin(), ids.end());
  for (std::uint32_t i = 0; i < sessions_.size(); ++i) {
    if (!questions_[i]) continue;
    const Session& session = *sessions_[i];
    std::uint32_t most = 0;
    for (const auto& [id, group] : by_id) most += session.frequency(term_of(Field::id, id));
    const Xapian::Query within(Xapian::Query::OP_FILTER, questions_[i]->query(), any_id);
    for (const Candidate& candidate : rank(session, i, within, most).best) {
      const auto passage = read(candidate);
      if (!passage) return passed_on(passage);
      const auto group = by_id.find(group_of((*passage)->record));
      if (group == by_id.end() || !(*passage)->matches) continue;
      group->second->members.push_back({candidate, (*passage)->record.version});
    }
  }
  for (Group& group : groups) {
    std::sort(group.members.begin(), group.members.end(), [](const Member& a, const Member& b) {
      return comes_before(a.candidate, b.candidate);
    });
  }
  return {};
}

Result<Hit> SearchRun::hit(const Group& group, std::size_t rank) {
  const auto place = member_shown(group);
  if (!place) return passed_on(place);
  const Member& member = group.members[*place];
  const auto read_passage = read(member.candidate);
  if (!read_passage) return passed_on(read_passage);
  const PassageRecord& record = (*read_passage)->record;
  const auto version = library_.version(sessions_, member.candidate.index, record.version);
  if (!version) return passed_on(version);
  const Passage& passage = record.passage;
  Question& question = *questions_[member.candidate.index];
  const bool known = (*read_passage)->words && !question.text_decides();
  const PassageFindings findings =
      known ? *(*read_passage)->words : question.find(record, member.candidate.document);
  PinpointChoice choice;
  if (group.cited.empty() || (group.cited == passage.eid && question.has_words())) {
    choice = best_unit(passage, findings);
  } else {
    for (std::size_t i = 0; i < passage.units.size(); ++i) {
      if (passage.units[i].eid == group.cited) choice.unit = i;
    }
  }
  Hit out = hit_of(**version, record, passage.units[choice.unit].eid);
  add_texts(out, passage, choice, &findings);
  out.rank = static_cast<std::uint32_t>(rank);
  out.score = group.score;
  for (const std::string& other : other_versions(group.members, record.version)) {
    ProvisionId id = parse_id(other);
    id.eid = passage.eid;
    out.also.push_back(id.str());
  }
  return out;
}

/// The member of the group to show: where the query cites a paragraph, the part that holds it.
Result<std::size_t> SearchRun::member_shown(const Group& group) {
  const std::size_t best = shown_member(group.members);
  if (group.cited.empty()) return best;
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    const Member& member = group.members[i];
    if (member.version != group.members[best].version) continue;
    const auto passage = read(member.candidate);
    if (!passage) return passed_on(passage);
    const auto& units = (*passage)->record.passage.units;
    const bool holds = std::any_of(units.begin(), units.end(),
                                   [&](const Unit& unit) { return unit.eid == group.cited; });
    if (holds) return i;
  }
  return best;
}

}  // namespace

Result<SearchAnswer> search(const Library& library, const SearchRequest& request) {
  if (request.limit == 0 || request.limit > max_limit) {
    return fail(Code::usage, "the limit is from 1 to " + std::to_string(max_limit) + " hits",
                "use the offset for further pages");
  }
  const auto sessions = library.sessions();
  if (!sessions) return passed_on(sessions);
  const auto checked = check_filters(request.filters, *sessions);
  if (!checked) return passed_on(checked);
  return SearchRun(library, *sessions, request).run();
}

}  // namespace pinlex
