// SPDX-License-Identifier: GPL-2.0-or-later
#include "draft.hpp"

#include <pinlex/base/utf8.hpp>

#include <toml++/toml.h>

#include <algorithm>
#include <utility>

namespace pinlex {
namespace {

constexpr std::string_view keys = "id, kind, label, legal, lay, broader, related, weight or note";

/// Reads the tables of many files, and notes what is wrong instead of stopping there.
class DraftReader {
 public:
  void read(const ThesaurusFile& file);

  std::vector<DraftConcept> drafts;
  std::vector<DraftProblem> problems;
  std::vector<std::string> files;

 private:
  DraftPlace place(const toml::source_region& region) const {
    return {static_cast<std::uint32_t>(files.size() - 1), region.begin.line, region.begin.column};
  }
  void refuse(const toml::source_region& region, std::string message, std::string hint = {}) {
    if (hint.empty()) hint = "correct that line and run again";
    problems.push_back({place(region), std::move(message), std::move(hint)});
  }
  void refuse(const toml::node& node, std::string message) {
    refuse(node.source(), std::move(message));
  }

  std::string string_of(const toml::node& node, const std::string& key);
  const toml::array* list_of(const toml::node& node, const std::string& key);
  void read_concept(const toml::node& node);
  void read_key(const std::string& key, const toml::node& value, DraftConcept& draft);
  void read_weight(const toml::node& value, DraftConcept& draft);
  void read_links(const toml::node& value, const std::string& key, std::vector<DraftLink>& out);
  void read_phrases(const toml::node& value, Wording wording, DraftConcept& draft);
};

std::string DraftReader::string_of(const toml::node& node, const std::string& key) {
  if (!node.is_string()) refuse(node, "key '" + key + "' must be a string");
  return node.is_string() ? node.value_or(std::string()) : std::string();
}

const toml::array* DraftReader::list_of(const toml::node& node, const std::string& key) {
  if (node.as_array() == nullptr) refuse(node, "key '" + key + "' must be a list of strings");
  return node.as_array();
}

void DraftReader::read_links(const toml::node& value, const std::string& key,
                             std::vector<DraftLink>& out) {
  const toml::array* list = list_of(value, key);
  if (list == nullptr) return;
  for (const auto& element : *list) {
    std::string id = string_of(element, key);
    if (element.is_string()) out.push_back({std::move(id), place(element.source())});
  }
}

void DraftReader::read_phrases(const toml::node& value, Wording wording, DraftConcept& draft) {
  const std::string key(name(wording));
  const toml::table* table = value.as_table();
  if (table == nullptr) return refuse(value, "key '" + key + "' must be a table by language");
  for (const auto& [code, node] : *table) {
    const std::string language(code.str());
    const std::string inner = key + "." + language;
    const auto take = [&](const toml::node& phrase) {
      std::string text = string_of(phrase, inner);
      if (!phrase.is_string()) return;
      draft.phrases.push_back({language, wording, std::move(text), place(phrase.source())});
    };
    if (wording == Wording::label) {
      take(node);
    } else if (const toml::array* list = list_of(node, inner)) {
      if (list->empty()) refuse(node, "key '" + inner + "' is an empty list");
      for (const auto& element : *list) take(element);
    }
  }
}

void DraftReader::read_weight(const toml::node& value, DraftConcept& draft) {
  const auto weight = value.is_number() ? value.value<double>() : std::nullopt;
  if (!weight || !(*weight > 0 && *weight <= 1)) {
    return refuse(value, "key 'weight' must be a number more than 0 and at most 1");
  }
  draft.weight = *weight;
}

void DraftReader::read_key(const std::string& key, const toml::node& value, DraftConcept& draft) {
  if (key == "id") {
    draft.place = place(value.source());
    draft.id = string_of(value, key);
    return;
  }
  if (key == "kind") {
    const std::string text = string_of(value, key);
    const auto kind = concept_kind_from(text);
    if (kind) draft.kind = *kind;
    if (!kind && value.is_string()) {
      refuse(value, "kind '" + text + "' is not one of " + concept_kind_names());
    }
    return;
  }
  if (key == "weight") return read_weight(value, draft);
  if (key == "note") return void(draft.note = string_of(value, key));
  if (key == "broader") return read_links(value, key, draft.broader);
  if (key == "related") return read_links(value, key, draft.related);
  for (const Wording wording : {Wording::label, Wording::legal, Wording::lay}) {
    if (key == name(wording)) return read_phrases(value, wording, draft);
  }
  refuse(value, "unknown key '" + key + "'; expected " + std::string(keys));
}

void DraftReader::read_concept(const toml::node& node) {
  const toml::table* table = node.as_table();
  if (table == nullptr) return refuse(node, "'concept' must be a list of tables");
  DraftConcept draft;
  draft.place = place(node.source());
  for (const auto& [key, value] : *table) read_key(std::string(key.str()), value, draft);
  if (!table->contains("kind")) refuse(node, "a concept must have the key 'kind'");
  drafts.push_back(std::move(draft));
}

void DraftReader::read(const ThesaurusFile& file) {
  files.push_back(file.name);
  if (file.text.size() > largest_thesaurus_file) {
    return refuse({{1, 1}, {1, 1}, nullptr},
                  "more than " + std::to_string(largest_thesaurus_file >> 20) + " MB",
                  "spread the concepts over several files");
  }
  try {
    const toml::table root = toml::parse(file.text, file.name);
    for (const auto& [key, value] : root) {
      if (key.str() != "concept") {
        refuse(value, "unknown key '" + std::string(key.str()) + "'; expected [[concept]]");
      } else if (const toml::array* list = value.as_array()) {
        for (const auto& element : *list) read_concept(element);
      } else {
        refuse(value, "write [[concept]] with two brackets");
      }
    }
  } catch (const toml::parse_error& error) {
    refuse(error.source(), std::string(error.description()),
           "a thesaurus is TOML; see the built-in files for the form");
  }
}

DraftReader read_all(const std::vector<ThesaurusFile>& files) {
  DraftReader reader;
  for (const ThesaurusFile& file : files) reader.read(file);
  auto more = problems_of(reader.drafts, reader.files);
  reader.problems.insert(reader.problems.end(), std::make_move_iterator(more.begin()),
                         std::make_move_iterator(more.end()));
  std::stable_sort(reader.problems.begin(), reader.problems.end(),
                   [](const auto& a, const auto& b) { return a.place < b.place; });
  return reader;
}

Error error_of(const DraftProblem& problem, const std::vector<std::string>& files) {
  return {Code::usage, text_of(problem.place, files) + ": " + problem.message, problem.hint};
}

}  // namespace

Result<Thesaurus> Thesaurus::from_toml(const std::vector<ThesaurusFile>& files) {
  const DraftReader reader = read_all(files);
  if (!reader.problems.empty()) {
    return Unexpected{error_of(reader.problems.front(), reader.files)};
  }
  return ThesaurusBuilder::build(reader.drafts);
}

std::vector<Error> thesaurus_problems(const std::vector<ThesaurusFile>& files) {
  const DraftReader reader = read_all(files);
  std::vector<Error> errors;
  for (const auto& problem : reader.problems) errors.push_back(error_of(problem, reader.files));
  return errors;
}

}  // namespace pinlex
