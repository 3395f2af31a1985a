// SPDX-License-Identifier: GPL-2.0-or-later
#include "page.hpp"

#include "room.hpp"
#include "text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

constexpr const char* next_page = "call again with the same arguments and this cursor for more";

/// Takes a list out of an answer, so that what fits can be put back.
Json taken(Json& answer, const char* list) { return std::exchange(answer[list], Json::array()); }

/// One line of an outline fewer stands before the others.
void drop_lines(Json& outline, std::size_t count) {
  outline.erase(outline.begin(),
                outline.begin() + static_cast<std::ptrdiff_t>(std::min(count, outline.size())));
  const int gone = static_cast<int>(count);
  for (Json& line : outline) line["parent"] = std::max(line.value("parent", -1) - gone, -1);
}

Unexpected too_little_room(const Room& room) {
  return fail(Code::usage, "max_chars leaves no room for the answer",
              "give max_chars " + std::to_string(room.wanted()) + " or more");
}

std::string reference_heading(std::string_view list, const Json& references) {
  return std::string(list == "cites" ? "\nIt refers to" : "\nIt is referred to in") + " (" +
         std::to_string(references.value("total", 0U)) + " in all):\n";
}

/// Puts as many lines of its outline into a provision as fit; gives how many.
std::size_t fill_outline(Json& provision, Json outline, Room& room) {
  std::size_t count = 0;
  for (Json& line : outline) {
    if (!room.take(outline_text(provision, line), line)) break;
    provision["outline"].push_back(std::move(line));
    ++count;
  }
  return count;
}

/// The unquoted citations of a check, and the quotations, as one row of items.
class CheckItems {
 public:
  CheckItems(Json quotations, Json citations)
      : quotations_(std::move(quotations)), citations_(std::move(citations)) {
    std::vector<bool> has_quotation(citations_.size());
    for (const Json& quotation : quotations_) {
      if (const auto index = citation_of(quotation)) has_quotation[*index] = true;
    }
    for (std::size_t i = 0; i < citations_.size(); ++i) {
      if (!has_quotation[i]) alone_.push_back(i);
    }
  }

  std::size_t size() const { return quotations_.size() + alone_.size(); }

  /// Adds an item to an answer, with the citation it belongs to. False where there is no room.
  bool add(std::size_t item, Json& answer, Room& room) {
    if (item >= quotations_.size()) {
      return add_citation(alone_[item - quotations_.size()], answer, room);
    }
    Json& quotation = quotations_[item];
    const auto index = citation_of(quotation);
    std::string text = quotation_text(quotation);
    std::size_t more = 0;
    const bool first = index && added_.find(*index) == added_.end();
    if (first) {
      text += citation_text(citations_[*index]);
      more = characters(compact(citations_[*index]));
    }
    if (!room.take(text, quotation, more)) return false;
    if (first) {
      added_[*index] = answer["citations"].size();
      answer["citations"].push_back(citations_[*index]);
    }
    if (index) quotation["citation"] = added_[*index];
    answer["quotations"].push_back(std::move(quotation));
    return true;
  }

 private:
  static std::optional<std::size_t> citation_of(const Json& quotation) {
    const auto found = quotation.find("citation");
    if (found == quotation.end()) return std::nullopt;
    return found->get<std::size_t>();
  }

  bool add_citation(std::size_t index, Json& answer, Room& room) {
    if (!room.take(citation_text(citations_[index]), citations_[index])) return false;
    answer["citations"].push_back(citations_[index]);
    return true;
  }

  Json quotations_, citations_;
  std::vector<std::size_t> alone_;
  std::map<std::size_t, std::size_t> added_;
};

/// The provisions of a list of powers, as one row of items.
class PowerItems {
 public:
  explicit PowerItems(Json instruments) : instruments_(std::move(instruments)) {
    for (std::size_t i = 0; i < instruments_.size(); ++i) {
      for (Json& one : taken(instruments_[i], "provisions")) items_.push_back({i, std::move(one)});
    }
  }

  std::size_t size() const { return items_.size(); }

  /// Whether all from an item on fit.
  bool fit(std::size_t from, Json answer, Room room) const {
    PowerItems items = *this;
    for (std::size_t item = from; item < size(); ++item) {
      if (!items.add(item, answer, room)) return false;
    }
    return true;
  }

  /// Leaves where which power stands, and what it is subject to.
  void drop_words() {
    for (Item& item : items_) {
      item.provision.erase("text");
      item.provision["evidence"] = Json::array();
      for (Json& link : item.provision["safeguards"]) link["evidence"] = Json::array();
    }
    for (Json& instrument : instruments_) instrument["definitions"] = Json::array();
  }

  /// Adds an item to an answer, behind the name of its instrument. False where there is no room.
  bool add(std::size_t item, Json& answer, Room& room) {
    Item& one = items_[item];
    const Json& instrument = instruments_[one.instrument];
    const bool first = last_ != one.instrument;
    const std::string head = first ? instrument_text(instrument) : "";
    const std::size_t more = first ? characters(compact(instrument)) : 0;
    if (!room.take(head + power_text(one.provision), one.provision, more)) return false;
    if (first) answer["instruments"].push_back(instrument);
    last_ = one.instrument;
    answer["instruments"].back()["provisions"].push_back(std::move(one.provision));
    return true;
  }

 private:
  struct Item {
    std::size_t instrument = 0;
    Json provision;
  };

  Json instruments_;
  std::vector<Item> items_;
  std::optional<std::size_t> last_;
};

}  // namespace

std::string cursor_of(PagePlace place) {
  return std::to_string(place.item) + "." + std::to_string(place.line);
}

Result<PagePlace> read_cursor(const std::string& cursor) {
  PagePlace out;
  std::uint32_t item = 0, line = 0;
  const char* end = cursor.data() + cursor.size();
  const auto first = std::from_chars(cursor.data(), end, item);
  const bool parted = first.ec == std::errc() && first.ptr != end && *first.ptr == '.';
  const auto second = parted ? std::from_chars(first.ptr + 1, end, line) : first;
  if (!parted || second.ec != std::errc() || second.ptr != end) {
    return fail(Code::usage, "the cursor is none that an answer gave",
                "leave it out for the first page");
  }
  return PagePlace{item, line};
}

Result<Page> page_of_search(Json answer, const PageRequest& request) {
  make_harmless(answer);
  Json hits = taken(answer, "hits");
  const Json& total = answer["total"];
  Room room(request, answer, head_text(answer));
  room.say(std::string(total.value("exact", false) ? "" : "at least ") +
           std::to_string(total.value("value", 0U)) + " passages match\n");
  Page page;
  std::size_t count = 0;
  for (Json& hit : hits) {
    if (!room.take(hit_text(hit), hit)) {
      page.truncated = true;
      if (count > 0) break;
      // One hit that is a flood of its own: where it stands, without its words.
      hit["texts"] = Json::array();
      if (!room.take(hit_text(hit), hit)) return too_little_room(room);
      page.advice = "outline lists the parts of " + text_in(hit, "id") + ", show gives one of them";
    }
    answer["hits"].push_back(std::move(hit));
    ++count;
    if (!page.advice.empty()) break;
  }
  if (!room.holds()) return too_little_room(room);
  if (count < hits.size() || (count > 0 && count == request.limit)) {
    page.cursor = cursor_of({request.from.item + count, 0});
  }
  if (page.advice.empty() && page.truncated) page.advice = next_page;
  if (hits.empty()) room.say("No further hits. Try other words, or fewer connectors or filters.\n");
  page.answer = std::move(answer);
  page.text = room.text();
  return page;
}

Result<Page> page_of_refs(Json answer, const PageRequest& request) {
  make_harmless(answer);
  struct List {
    const char* name;
    Json items;
  };
  std::vector<List> lists;
  for (const char* name : {"cites", "cited_by"}) {
    if (answer.contains(name)) lists.push_back({name, taken(answer[name], "items")});
  }
  Room room(request, answer, head_text(answer));
  // As many of each list, so that one offset serves both.
  Room probe = room;
  std::size_t count = 0, longest = 0, total = 0;
  for (const List& list : lists) {
    probe.say(reference_heading(list.name, answer[list.name]));
    longest = std::max(longest, list.items.size());
    total = std::max(total, answer[list.name].value("total", std::size_t{0}));
  }
  for (bool fits = true; fits && count < longest; count += fits ? 1 : 0) {
    for (const List& list : lists) {
      if (count >= list.items.size()) continue;
      fits = fits && probe.take(reference_text(list.items[count]), list.items[count]);
    }
  }
  if (!probe.holds() || (longest > 0 && count == 0)) return too_little_room(probe);
  for (List& list : lists) {
    room.say(reference_heading(list.name, answer[list.name]));
    for (std::size_t i = 0; i < std::min(count, list.items.size()); ++i) {
      (void)room.take(reference_text(list.items[i]), list.items[i]);
      answer[list.name]["items"].push_back(std::move(list.items[i]));
    }
  }
  Page page;
  page.truncated = count < longest;
  if (page.truncated) page.advice = next_page;
  if (request.from.item + count < total && count > 0) {
    page.cursor = cursor_of({request.from.item + count, 0});
  }
  page.answer = std::move(answer);
  page.text = room.text();
  return page;
}

Result<Page> page_of_show(Json answer, const PageRequest& request) {
  make_harmless(answer);
  Json provisions = taken(answer, "provisions");
  Room room(request, answer, head_text(answer));
  Page page;
  std::size_t at = request.from.item;
  std::size_t skip = request.from.line;
  for (; at < provisions.size(); ++at, skip = 0) {
    Json& provision = provisions[at];
    Json outline = taken(provision, "outline");
    drop_lines(outline, skip);
    if (!room.take(provision_text(provision), provision)) break;
    const std::size_t lines = outline.size();
    const std::size_t filled = fill_outline(provision, std::move(outline), room);
    if (lines > 0 && filled == 0) return too_little_room(room);
    answer["provisions"].push_back(std::move(provision));
    if (filled == lines) continue;
    skip += filled;
    page.truncated = true;
    break;
  }
  if (!room.holds() || (answer["provisions"].empty() && at < provisions.size())) {
    return too_little_room(room);
  }
  if (at < provisions.size()) {
    page.truncated = true;
    page.cursor = cursor_of({at, skip});
    page.advice = next_page;
  }
  page.answer = std::move(answer);
  page.text = room.text();
  return page;
}

Result<Page> page_of_parallels(Json answer, const PageRequest& request) {
  make_harmless(answer);
  Json curated = taken(answer, "curated"), similar = taken(answer, "similar");
  Json& asked = answer["asked"];
  Room whole(request, answer, head_text(answer) + "asked for:" + hit_text(asked));
  // The provision asked for is known to who asked; what is parallel to it is not.
  bool shortened = asked.contains("texts") && whole.wanted() > request.max_chars / 2;
  if (shortened) asked["texts"] = Json::array();
  Room room(request, answer, head_text(answer) + "asked for:" + hit_text(asked) + "\nparallel:\n");
  const std::size_t size = curated.size() + similar.size();
  std::size_t at = request.from.item;
  for (; at < size; ++at) {
    const bool first = at < curated.size();
    Json& one = first ? curated[at] : similar[at - curated.size()];
    if (!room.take(parallel_text(one), one)) {
      if (at > request.from.item) break;
      // A flood of its own: which it is, without its words.
      one["texts"] = Json::array();
      one.erase("diff");
      if (!room.take(parallel_text(one), one)) break;
      shortened = true;
    }
    answer[first ? "curated" : "similar"].push_back(std::move(one));
  }
  if (!room.holds() || (at < size && at == request.from.item)) return too_little_room(room);
  if (size == 0) room.say("None is known.\n");
  Page page;
  page.truncated = shortened || at < size;
  if (shortened) page.advice = "show gives the words that are left out, by the id";
  if (at < size) {
    page.cursor = cursor_of({at, 0});
    if (!shortened) page.advice = next_page;
  }
  page.answer = std::move(answer);
  page.text = room.text();
  return page;
}

Result<Page> page_of_powers(Json answer, const PageRequest& request) {
  make_harmless(answer);
  PowerItems items(taken(answer, "instruments"));
  Room room(request, answer, head_text(answer));
  Page page;
  std::size_t at = request.from.item;
  if (!items.fit(at, answer, room)) {
    items.drop_words();
    page.truncated = true;
    page.advice = "name an instrument or a power for the words, or show an id";
  }
  while (at < items.size() && items.add(at, answer, room)) ++at;
  if (!room.holds() || (at < items.size() && at == request.from.item)) {
    return too_little_room(room);
  }
  if (items.size() == 0) room.say("None of the texts was found to give such a power.\n");
  if (at < items.size()) {
    page.cursor = cursor_of({at, 0});
    page.advice += std::string("; ") + next_page;
  }
  page.answer = std::move(answer);
  page.text = room.text();
  return page;
}

Result<Page> page_of_check(Json answer, const PageRequest& request) {
  make_harmless(answer);
  CheckItems items(taken(answer, "quotations"), taken(answer, "citations"));
  Room room(request, answer, head_text(answer));
  room.say(std::string(answer.value("holds", false) ? "all of it stands" : "not all of it stands") +
           (answer.value("complete", false) ? "\n" : ", and not all of it was checked\n"));
  std::size_t at = request.from.item;
  while (at < items.size() && items.add(at, answer, room)) ++at;
  if (!room.holds() || (at < items.size() && at == request.from.item)) {
    return too_little_room(room);
  }
  Page page;
  if (at < items.size()) {
    page.truncated = true;
    page.cursor = cursor_of({at, 0});
    page.advice = next_page;
  }
  page.answer = std::move(answer);
  page.text = room.text();
  return page;
}

}  // namespace pinlex
