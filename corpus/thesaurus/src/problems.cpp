// SPDX-License-Identifier: GPL-2.0-or-later
#include "draft.hpp"
#include "phrase.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace pinlex {
namespace {

constexpr std::string_view correct_it = "correct that line and run again";

bool is_language(std::string_view code) {
  return code.size() == 2 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_id(std::string_view id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

class Examiner {
 public:
  Examiner(const std::vector<DraftConcept>& drafts, const std::vector<std::string>& files)
      : drafts_(drafts), files_(files) {}

  std::vector<DraftProblem> run() {
    if (drafts_.size() > most_concepts) {
      add(most_concepts, drafts_[most_concepts].place,
          "more than " + std::to_string(most_concepts) + " concepts",
          "leave out what is not needed");
      return std::move(problems_);
    }
    for (std::size_t i = 0; i < drafts_.size(); ++i) take_id(i);
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      check_values(i);
      check_links(i, drafts_[i].broader, DraftPart::broader);
      check_links(i, drafts_[i].related, DraftPart::related);
    }
    // Labels first: where two claim a phrase, the one whose label it is has it.
    for (const Wording wording : {Wording::label, Wording::legal, Wording::lay}) {
      for (std::size_t i = 0; i < drafts_.size(); ++i) check_phrases(i, wording);
    }
    find_circles();
    return std::move(problems_);
  }

 private:
  struct Claim {
    std::size_t number = 0;
    std::size_t phrase = 0;
  };

  void add(std::size_t number, const DraftPlace& place, std::string message,
           std::string_view hint = correct_it) {
    problems_.push_back({place, std::move(message), std::string(hint), number});
  }

  void add_part(DraftPart part, std::size_t index) {
    problems_.back().part = part;
    problems_.back().index = index;
  }

  std::string at(const DraftPlace& place) const { return text_of(place, files_); }

  void take_id(std::size_t number);
  void check_values(std::size_t number);
  void check_links(std::size_t number, const std::vector<DraftLink>& links, DraftPart part);
  void check_phrases(std::size_t number, Wording wording);
  void check_phrase(std::size_t number, std::size_t index);
  void claim(std::size_t number, std::size_t index, std::vector<PhraseStem> stems);
  void find_circles();
  void walk_up(std::size_t number);
  std::string circle_from(std::size_t top) const;

  const std::vector<DraftConcept>& drafts_;
  const std::vector<std::string>& files_;
  std::vector<DraftProblem> problems_;
  std::unordered_map<std::string_view, std::size_t> numbers_;
  PhraseReader reader_;
  std::map<std::pair<std::string, std::vector<PhraseStem>>, Claim> claims_;
  std::vector<std::size_t> path_;   // From where a walk began up to where it is.
  std::vector<std::size_t> depth_;  // Of each concept in path_, from 1; 0 off it.
  std::vector<bool> done_;
};

void Examiner::take_id(std::size_t number) {
  const DraftConcept& draft = drafts_[number];
  if (draft.id.empty()) return add(number, draft.place, "a concept must have the key 'id'");
  if (!is_id(draft.id)) {
    return add(number, draft.place,
               "an id must be made of a-z, 0-9 and '-', not \"" + draft.id + "\"");
  }
  const auto [first, is_new] = numbers_.emplace(draft.id, number);
  if (is_new) return;
  add(number, draft.place,
      "concept '" + draft.id + "' is already at " + at(drafts_[first->second].place),
      "make one of both, or give this one another id");
}

void Examiner::check_values(std::size_t number) {
  const DraftConcept& draft = drafts_[number];
  if (!(draft.weight > 0 && draft.weight <= 1)) {
    add(number, draft.place, "a weight must be more than 0 and at most 1");
  }
  if (draft.note.size() > longest_note) {
    add(number, draft.place, "a note of more than " + std::to_string(longest_note) + " bytes",
        "shorten it");
    add_part(DraftPart::note, 0);
  }
  const bool labelled = std::any_of(draft.phrases.begin(), draft.phrases.end(),
                                    [](const auto& one) { return one.wording == Wording::label; });
  if (!labelled && !draft.id.empty()) {
    add(number, draft.place, "concept '" + draft.id + "' has no label",
        "write label.en = \"…\", or in another language");
  }
  if (draft.phrases.size() > most_phrases) {
    add(number, draft.phrases[most_phrases].place,
        "concept '" + draft.id + "' has more than " + std::to_string(most_phrases) + " phrases",
        "keep those that are distinctive");
    add_part(DraftPart::phrase, most_phrases);
  }
}

void Examiner::check_links(std::size_t number, const std::vector<DraftLink>& links,
                           DraftPart part) {
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (i == most_links) {
      add(number, links[i].place,
          "concept '" + drafts_[number].id + "' has more than " + std::to_string(most_links) +
              " links of one sort",
          "put a concept between");
      add_part(part, i);
      break;
    }
    if (links[i].id == drafts_[number].id && part == DraftPart::related) {
      add(number, links[i].place, "concept '" + links[i].id + "' is said to be related to itself");
      add_part(part, i);
    } else if (!numbers_.contains(links[i].id)) {
      add(number, links[i].place, "there is no concept '" + links[i].id + "'",
          "correct the id, or add the concept");
      add_part(part, i);
    }
  }
}

void Examiner::check_phrases(std::size_t number, Wording wording) {
  const DraftConcept& draft = drafts_[number];
  for (std::size_t i = 0; i < std::min(draft.phrases.size(), most_phrases); ++i) {
    if (draft.phrases[i].wording == wording) check_phrase(number, i);
  }
}

void Examiner::check_phrase(std::size_t number, std::size_t index) {
  const DraftPhrase& phrase = drafts_[number].phrases[index];
  if (!is_language(phrase.language)) {
    add(number, phrase.place, "'" + phrase.language + "' is no language code of two letters",
        "write en, fr, es and so on (ISO 639-1)");
    return add_part(DraftPart::phrase, index);
  }
  PhraseReading reading = reader_.read(phrase.language, phrase.text);
  if (!reading.fault.empty()) {
    const std::string quoted = phrase.text.size() > longest_phrase || phrase.text.empty()
                                   ? ""
                                   : ": \"" + phrase.text + "\"";
    add(number, phrase.place, reading.fault + quoted, reading.hint);
    return add_part(DraftPart::phrase, index);
  }
  claim(number, index, std::move(reading.stems));
}

void Examiner::claim(std::size_t number, std::size_t index, std::vector<PhraseStem> stems) {
  const DraftPhrase& phrase = drafts_[number].phrases[index];
  const auto [first, is_new] =
      claims_.try_emplace({phrase.language, std::move(stems)}, Claim{number, index});
  // A concept may write a phrase in two forms that come to the same stems.
  if (is_new || first->second.number == number) return;
  const DraftConcept& other = drafts_[first->second.number];
  const DraftPhrase& theirs = other.phrases[first->second.phrase];
  add(number, phrase.place,
      "\"" + phrase.text + "\" (" + phrase.language + ") belongs to concept '" + other.id +
          "' already, as \"" + theirs.text + "\" at " + at(theirs.place),
      "leave it with the narrower concept that it really means");
  add_part(DraftPart::phrase, index);
}

void Examiner::find_circles() {
  depth_.assign(drafts_.size(), 0);
  done_.assign(drafts_.size(), false);
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    if (!done_[i]) walk_up(i);
  }
}

/// Goes up by `broader` from one concept, without recursion: a chain may be as long as the file.
void Examiner::walk_up(std::size_t start) {
  std::vector<std::size_t> next_link{0};
  path_ = {start};
  depth_[start] = 1;
  while (!path_.empty()) {
    const std::size_t number = path_.back();
    const auto& links = drafts_[number].broader;
    if (next_link.back() == std::min(links.size(), most_links)) {
      done_[number] = true;
      depth_[number] = 0;
      path_.pop_back();
      next_link.pop_back();
      continue;
    }
    const std::size_t link = next_link.back()++;
    const auto above = numbers_.find(links[link].id);
    if (above == numbers_.end() || done_[above->second]) continue;
    if (depth_[above->second] > 0) {
      add(number, links[link].place, "a circle of broader concepts: " + circle_from(above->second),
          "take out the link that is wrong");
      add_part(DraftPart::broader, link);
    } else {
      path_.push_back(above->second);
      next_link.push_back(0);
      depth_[above->second] = path_.size();
    }
  }
}

std::string Examiner::circle_from(std::size_t top) const {
  constexpr std::size_t most_named = 8;
  std::string chain;
  const std::size_t begin = depth_[top] - 1;
  for (std::size_t i = begin; i < path_.size() && i < begin + most_named; ++i) {
    chain += drafts_[path_[i]].id + " > ";
  }
  if (path_.size() > begin + most_named) chain += "… > ";
  return chain + drafts_[top].id;
}

}  // namespace

std::string text_of(const DraftPlace& place, const std::vector<std::string>& files) {
  std::string out = files[place.file] + ":" + std::to_string(place.line);
  if (place.column > 0) out += ":" + std::to_string(place.column);
  return out;
}

std::vector<DraftProblem> problems_of(const std::vector<DraftConcept>& drafts,
                                      const std::vector<std::string>& files) {
  return Examiner(drafts, files).run();
}

}  // namespace pinlex
