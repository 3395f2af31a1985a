// SPDX-License-Identifier: GPL-2.0-or-later
#include "draft.hpp"
#include "skos_terms.hpp"
#include "turtle_reader.hpp"

#include <pinlex/thesaurus/skos.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace pinlex {
namespace {

/// What becomes of a property of SKOS or our own.
enum class Term : std::uint8_t {
  preferred,
  alternative,
  hidden,
  broader,
  narrower,
  related,
  note,
  definition,
  kind,
  weight,
  structure,  ///< Says nothing that the concepts do not say.
  unknown,
};

Term term_of(std::string_view predicate) {
  static const std::map<std::string_view, Term> skos{
      {"prefLabel", Term::preferred},     {"altLabel", Term::alternative},
      {"hiddenLabel", Term::hidden},      {"broader", Term::broader},
      {"narrower", Term::narrower},       {"related", Term::related},
      {"scopeNote", Term::note},          {"definition", Term::definition},
      {"inScheme", Term::structure},      {"topConceptOf", Term::structure},
      {"hasTopConcept", Term::structure},
  };
  if (predicate.starts_with(skos_namespace)) {
    const auto found = skos.find(predicate.substr(skos_namespace.size()));
    return found == skos.end() ? Term::unknown : found->second;
  }
  if (predicate.starts_with(own_namespace)) {
    const std::string_view own = predicate.substr(own_namespace.size());
    return own == "kind" ? Term::kind : own == "weight" ? Term::weight : Term::unknown;
  }
  return Term::unknown;
}

/// Many things left out for one reason are one line: where the first stands, and how many.
class LeftOut {
 public:
  explicit LeftOut(std::string file) : file_(std::move(file)) {}

  void add(std::uint32_t line, const std::string& what) {
    const auto [entry, is_new] = entries_.try_emplace(what, Entry{line, 0});
    ++entry->second.count;
    entry->second.line = std::min(entry->second.line, line);
  }

  std::vector<std::string> lines() const {
    std::vector<std::pair<std::uint32_t, std::string>> sorted;
    for (const auto& [what, entry] : entries_) {
      std::string line = file_ + ":" + std::to_string(entry.line) + ": " + what;
      if (entry.count > 1) line += " (" + std::to_string(entry.count) + " times)";
      sorted.emplace_back(entry.line, std::move(line));
    }
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::string> out;
    for (auto& [line, text] : sorted) out.push_back(std::move(text));
    return out;
  }

 private:
  struct Entry {
    std::uint32_t line = 0;
    std::uint32_t count = 0;
  };
  std::string file_;
  std::map<std::string, Entry> entries_;
};

/// What is said of a node, kept until it is known which nodes are concepts.
struct SkosNode {
  std::string iri;
  bool is_concept = false;
  std::uint32_t line = 0;
  std::vector<TurtleStatement> statements;
};

/// "en" of "en-GB"; empty for a language without a code of two letters.
std::string language_of(std::string_view tag) {
  std::string code(tag.substr(0, tag.find('-')));
  for (char& c : code) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const bool is_code = code.size() == 2 && std::all_of(code.begin(), code.end(),
                                                       [](char c) { return c >= 'a' && c <= 'z'; });
  return is_code ? code : "";
}

/// An id from the last part of an IRI.
std::string id_from(std::string_view iri) {
  while (!iri.empty() && std::string_view("/#:").find(iri.back()) != std::string_view::npos) {
    iri.remove_suffix(1);
  }
  const std::size_t cut = iri.find_last_of("/#:");
  if (cut != std::string_view::npos) iri.remove_prefix(cut + 1);
  std::string id;
  for (const char c : iri) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      id += upper ? static_cast<char>(c + 32) : c;
    } else if (c == '-' || (!id.empty() && id.back() != '-')) {
      id += '-';
    }
  }
  return id.find_first_not_of('-') == std::string::npos ? "concept" : id;
}

class SkosImporter {
 public:
  SkosImporter(const std::string& file, const SkosImport& options)
      : file_(file), options_(options), left_out_(file) {}

  void take(TurtleStatement statement);
  Result<SkosVocabulary> finish();

 private:
  std::size_t node_of(const std::string& iri);
  void name_concepts();
  void read(const TurtleStatement& statement, DraftConcept& draft);
  void read_label(const TurtleStatement& statement, Wording wording, DraftConcept& draft);
  void read_note(const TurtleStatement& statement, DraftConcept& draft);
  void read_kind(const TurtleStatement& statement, DraftConcept& draft);
  void read_weight(const TurtleStatement& statement, DraftConcept& draft);
  void read_link(const TurtleStatement& statement, std::string_view subject,
                 std::string_view object, bool related);
  void make_drafts();
  void drop_faults();
  void drop(const std::vector<DraftProblem>& problems);

  const std::string& file_;
  const SkosImport& options_;
  LeftOut left_out_;
  std::vector<SkosNode> nodes_;
  std::unordered_map<std::string, std::size_t> numbers_;        // Of nodes, by IRI.
  std::unordered_map<std::string_view, std::size_t> concepts_;  // Of drafts, by IRI.
  std::vector<DraftConcept> drafts_;
};

std::size_t SkosImporter::node_of(const std::string& iri) {
  const auto [found, is_new] = numbers_.emplace(iri, nodes_.size());
  if (is_new) nodes_.emplace_back().iri = iri;
  return found->second;
}

void SkosImporter::take(TurtleStatement statement) {
  const Term term = term_of(statement.predicate);
  SkosNode& node = nodes_[node_of(statement.subject)];
  if (node.line == 0) node.line = statement.line;
  if (statement.predicate == rdf_type) {
    if (statement.object == std::string(skos_namespace) + "Concept") {
      node.is_concept = true;
      return;
    }
    if (statement.object == std::string(skos_namespace) + "ConceptScheme") return;
    return left_out_.add(statement.line, "things of type <" + statement.object + ">");
  }
  switch (term) {
    case Term::structure:
      return;
    case Term::unknown:
      return left_out_.add(statement.line, "property <" + statement.predicate + ">");
    case Term::preferred:
    case Term::alternative:
    case Term::hidden:
    case Term::broader:
    case Term::narrower:
    case Term::related:
    case Term::note:
    case Term::definition:
    case Term::kind:
    case Term::weight:
      node.statements.push_back(std::move(statement));
      return;
  }
}

/// Gives each concept an id of its own, in the order of the file.
void SkosImporter::name_concepts() {
  std::unordered_set<std::string> used;
  for (const SkosNode& node : nodes_) {
    if (!node.is_concept) continue;
    const std::string wanted = id_from(node.iri);
    std::string id = wanted;
    for (std::size_t i = 2; !used.insert(id).second; ++i) id = wanted + "-" + std::to_string(i);
    concepts_.emplace(node.iri, drafts_.size());
    DraftConcept& draft = drafts_.emplace_back();
    draft.id = std::move(id);
    draft.kind = options_.kind;
    draft.place.line = node.line;
  }
}

void SkosImporter::make_drafts() {
  for (const SkosNode& node : nodes_) {
    const auto found = concepts_.find(node.iri);
    for (const TurtleStatement& statement : node.statements) {
      if (found == concepts_.end()) {
        left_out_.add(statement.line, "<" + statement.predicate + "> of what is no skos:Concept");
      } else {
        read(statement, drafts_[found->second]);
      }
    }
  }
}

void SkosImporter::read(const TurtleStatement& statement, DraftConcept& draft) {
  switch (term_of(statement.predicate)) {
    case Term::preferred:
      return read_label(statement, Wording::label, draft);
    case Term::alternative:
      return read_label(statement, Wording::legal, draft);
    case Term::hidden:
      return read_label(statement, Wording::lay, draft);
    case Term::broader:
      return read_link(statement, statement.subject, statement.object, false);
    case Term::narrower:
      return read_link(statement, statement.object, statement.subject, false);
    case Term::related:
      return read_link(statement, statement.subject, statement.object, true);
    case Term::note:
    case Term::definition:
      return read_note(statement, draft);
    case Term::kind:
      return read_kind(statement, draft);
    case Term::weight:
      return read_weight(statement, draft);
    case Term::structure:
    case Term::unknown:
      return;
  }
}

void SkosImporter::read_label(const TurtleStatement& statement, Wording wording,
                              DraftConcept& draft) {
  const std::string language =
      language_of(statement.language.empty() ? options_.language : statement.language);
  if (!statement.literal) {
    return left_out_.add(statement.line, "labels that are no text");
  }
  if (statement.language.empty() && language.empty()) {
    return left_out_.add(statement.line, "labels without a language");
  }
  if (language.empty()) {
    return left_out_.add(statement.line, "labels in the language '" + statement.language + "'");
  }
  for (const DraftPhrase& phrase : draft.phrases) {
    if (phrase.language != language) continue;
    if (phrase.text == statement.object) return;  // "en" beside "en-GB", or a hidden label again.
    if (phrase.wording == Wording::label && wording == Wording::label) wording = Wording::legal;
  }
  if (draft.phrases.size() == most_phrases) {
    return left_out_.add(statement.line, "what exceeds " + std::to_string(most_phrases) +
                                             " labels of concept '" + draft.id + "'");
  }
  draft.phrases.push_back({language, wording, statement.object, {0, statement.line, 0}});
}

/// Scope notes go before definitions, which come in only where there is no note.
void SkosImporter::read_note(const TurtleStatement& statement, DraftConcept& draft) {
  const std::string language = language_of(statement.language);
  if (!statement.literal || (!statement.language.empty() && language != "en")) {
    return left_out_.add(statement.line, "notes and definitions in other languages than English");
  }
  if (!draft.note.empty()) {
    return left_out_.add(statement.line, "a second note or definition of a concept");
  }
  draft.note = statement.object;
}

void SkosImporter::read_kind(const TurtleStatement& statement, DraftConcept& draft) {
  const auto kind = concept_kind_from(statement.object);
  if (kind) draft.kind = *kind;
  if (!kind) left_out_.add(statement.line, "kind '" + statement.object + "'");
}

void SkosImporter::read_weight(const TurtleStatement& statement, DraftConcept& draft) {
  double weight = 0;
  const char* const end = statement.object.data() + statement.object.size();
  const auto read = std::from_chars(statement.object.data(), end, weight);
  if (read.ec == std::errc() && read.ptr == end && weight > 0 && weight <= 1) {
    draft.weight = weight;
  } else {
    left_out_.add(statement.line, "weight '" + statement.object + "'");
  }
}

void SkosImporter::read_link(const TurtleStatement& statement, std::string_view subject,
                             std::string_view object, bool related) {
  const auto from = concepts_.find(subject);
  const auto to = concepts_.find(object);
  if (from == concepts_.end() || to == concepts_.end()) {
    const bool known = from != concepts_.end();
    return left_out_.add(statement.line, "a link to <" + std::string(known ? object : subject) +
                                             ">, which is no concept of this file");
  }
  DraftConcept& draft = drafts_[from->second];
  auto& links = related ? draft.related : draft.broader;
  const std::string& id = drafts_[to->second].id;
  const bool again =
      std::any_of(links.begin(), links.end(), [&](const DraftLink& link) { return link.id == id; });
  if (again) return;
  if (links.size() == most_links) {
    return left_out_.add(statement.line, "what exceeds " + std::to_string(most_links) +
                                             " links of concept '" + draft.id + "'");
  }
  links.push_back({id, {0, statement.line, 0}});
}

void SkosImporter::drop(const std::vector<DraftProblem>& problems) {
  std::set<std::size_t> whole;
  std::set<std::tuple<std::size_t, DraftPart, std::size_t>, std::greater<>> parts;
  for (const DraftProblem& problem : problems) {
    left_out_.add(problem.place.line, problem.message);
    if (problem.part == DraftPart::whole) whole.insert(problem.number);
    parts.emplace(problem.number, problem.part, problem.index);
  }
  const auto erase = [](auto& list, std::size_t index) {
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
  };
  for (const auto& [number, part, index] : parts) {  // From behind: places before stay the same.
    DraftConcept& draft = drafts_[number];
    switch (part) {
      case DraftPart::whole:
        break;
      case DraftPart::phrase:
        erase(draft.phrases, index);
        break;
      case DraftPart::broader:
        erase(draft.broader, index);
        break;
      case DraftPart::related:
        erase(draft.related, index);
        break;
      case DraftPart::note:
        draft.note.clear();
        break;
    }
  }
  std::vector<DraftConcept> kept;
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    if (!whole.contains(i)) kept.push_back(std::move(drafts_[i]));
  }
  drafts_ = std::move(kept);
}

/// Takes out what a thesaurus cannot hold, until the rest is one: every round takes something.
void SkosImporter::drop_faults() {
  const std::vector<std::string> files{file_};
  for (auto problems = problems_of(drafts_, files); !problems.empty();
       problems = problems_of(drafts_, files)) {
    drop(problems);
  }
}

Result<SkosVocabulary> SkosImporter::finish() {
  name_concepts();
  if (drafts_.size() > most_concepts) {
    return fail(Code::usage,
                text_of(drafts_[most_concepts].place, {file_}) + ": more than " +
                    std::to_string(most_concepts) + " concepts",
                "give the part of the vocabulary that is needed");
  }
  for (SkosNode& node : nodes_) {
    std::stable_partition(node.statements.begin(), node.statements.end(), [](const auto& one) {
      return term_of(one.predicate) != Term::definition;
    });
  }
  make_drafts();
  drop_faults();
  if (drafts_.empty()) {
    return fail(Code::usage, file_ + ": holds no skos:Concept with a label that can be read",
                "give a SKOS vocabulary in Turtle (.ttl)");
  }
  return SkosVocabulary{ThesaurusBuilder::build(drafts_), left_out_.lines()};
}

}  // namespace

Result<SkosVocabulary> from_turtle(std::string_view turtle, const std::string& file,
                                   const SkosImport& options) {
  if (!options.language.empty() && language_of(options.language) != options.language) {
    return fail(Code::usage, "'" + options.language + "' is no language code of two letters",
                "write en, fr, es and so on (ISO 639-1)");
  }
  SkosImporter importer(file, options);
  const auto read = read_turtle(
      turtle, file, [&](TurtleStatement statement) { importer.take(std::move(statement)); });
  if (!read) return passed_on(read);
  return importer.finish();
}

}  // namespace pinlex
