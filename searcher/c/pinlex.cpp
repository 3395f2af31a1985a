// SPDX-License-Identifier: GPL-2.0-or-later
#include "built_in.hpp"
#include "guard.hpp"
#include "hit.hpp"
#include "options.hpp"

#include <pinlex/searcher/requests.hpp>

#include <pinlex.h>

#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

struct pinlex_searcher {
  pinlex::Searcher searcher;
};

struct pinlex_hit {
  const pinlex::Hit* hit;
  std::string text, place;
};

struct pinlex_reply {
  std::string json;
};

struct pinlex_answer {
  pinlex::SearchAnswer answer;
  std::vector<pinlex_hit> hits;
};

namespace {

namespace fs = std::filesystem;
using pinlex::Code;
using pinlex::fail;
using pinlex::Hit;
using pinlex::Provenance;
using pinlex::Result;
using pinlex::Searcher;
using pinlex::shielded;

pinlex_string handed_out(const std::string& text) { return {text.c_str(), text.size()}; }

pinlex_string nothing() { return {"", 0}; }

/// A string that was passed in.
Result<std::string> taken(const char* what, const char* text, std::size_t size) {
  if (text == nullptr) return fail(Code::usage, std::string(what) + " is NULL");
  return std::string(text, size == PINLEX_TERMINATED ? std::strlen(text) : size);
}

Result<const Searcher*> opened(const pinlex_searcher* searcher) {
  if (searcher == nullptr) return fail(Code::usage, "the searcher is NULL");
  return &searcher->searcher;
}

pinlex_string text_of(const pinlex_hit* hit, std::string Hit::*member) {
  return hit == nullptr ? nothing() : handed_out(hit->hit->*member);
}

pinlex_string origin_of(const pinlex_hit* hit, std::string Provenance::*member) {
  return hit == nullptr ? nothing() : handed_out(hit->hit->provenance.*member);
}

Result<pinlex_searcher*> open_searcher(const char* const* paths, std::size_t count,
                                       const char* catalogue) {
  const auto data = pinlex::built_in_data();
  std::vector<fs::path> indexes;
  for (std::size_t i = 0; i < count; ++i) {
    if (paths == nullptr || paths[i] == nullptr) {
      return fail(Code::usage, "the path of index " + std::to_string(i) + " is NULL");
    }
    indexes.emplace_back(paths[i]);
  }
  if (count == 0) {
    if (!data) return passed_on(data);
    indexes.push_back(*data / "digest.index");
  }
  fs::path names = catalogue == nullptr ? "" : catalogue;
  std::error_code missing;
  if (catalogue == nullptr && data && fs::exists(*data / "catalogue", missing)) {
    names = *data / "catalogue";
  }
  auto searcher = Searcher::open(indexes, names);
  if (!searcher) return passed_on(searcher);
  return new pinlex_searcher{*std::move(searcher)};
}

Result<pinlex_answer*> answer_of(const pinlex_searcher* searcher, Result<std::string> query,
                                 const pinlex_option* options) {
  const auto open = opened(searcher);
  if (!open) return passed_on(open);
  if (!query) return passed_on(query);
  const auto request = pinlex::request_of(*std::move(query), options);
  if (!request) return passed_on(request);
  auto found = (*open)->search(*request);
  if (!found) return passed_on(found);
  auto answer = std::make_unique<pinlex_answer>();
  answer->answer = *std::move(found);
  for (const Hit& hit : answer->answer.hits) {
    answer->hits.push_back({&hit, pinlex::shown_words(hit), hit.provenance.place()});
  }
  return answer.release();
}

Result<pinlex_reply*> reply_to(const pinlex_searcher* searcher, const char* json,
                               std::size_t size) {
  const auto open = opened(searcher);
  if (!open) return passed_on(open);
  if (json == nullptr) return fail(Code::usage, "the request is NULL");
  auto answered =
      pinlex::answer_json(**open, {json, size == PINLEX_TERMINATED ? std::strlen(json) : size});
  if (!answered) return passed_on(answered);
  return new pinlex_reply{*std::move(answered)};
}

}  // namespace

const char* pinlex_version() { return PINLEX_VERSION; }

int pinlex_error_code(const pinlex_error* error) {
  return error == nullptr ? static_cast<int>(PINLEX_OK) : error->code;
}

pinlex_string pinlex_error_message(const pinlex_error* error) {
  return error == nullptr ? nothing() : handed_out(error->what.message);
}

pinlex_string pinlex_error_hint(const pinlex_error* error) {
  return error == nullptr ? nothing() : handed_out(error->what.hint);
}

void pinlex_error_free(pinlex_error* error) {
  if (error != pinlex::out_of_memory()) delete error;
}

pinlex_searcher* pinlex_open(const char* const* paths, size_t count, const char* catalogue,
                             pinlex_error** error) {
  return shielded(error, static_cast<pinlex_searcher*>(nullptr),
                  [&] { return open_searcher(paths, count, catalogue); });
}

void pinlex_close(pinlex_searcher* searcher) { delete searcher; }

int pinlex_newer(const pinlex_searcher* searcher, pinlex_error** error) {
  return shielded(error, -1, [&]() -> Result<int> {
    const auto open = opened(searcher);
    if (!open) return passed_on(open);
    const auto newer = (*open)->newer();
    if (!newer) return passed_on(newer);
    return *newer ? 1 : 0;
  });
}

pinlex_answer* pinlex_search(const pinlex_searcher* searcher, const char* query, size_t size,
                             const pinlex_option* options, pinlex_error** error) {
  return shielded(error, static_cast<pinlex_answer*>(nullptr),
                  [&] { return answer_of(searcher, taken("the query", query, size), options); });
}

void pinlex_answer_free(pinlex_answer* answer) { delete answer; }

pinlex_string pinlex_answer_read_as(const pinlex_answer* answer) {
  return answer == nullptr ? nothing() : handed_out(answer->answer.read_as);
}

uint64_t pinlex_answer_total(const pinlex_answer* answer, int* exact) {
  if (exact != nullptr) *exact = answer != nullptr && answer->answer.total.exact ? 1 : 0;
  return answer == nullptr ? 0 : answer->answer.total.value;
}

size_t pinlex_answer_notes(const pinlex_answer* answer) {
  return answer == nullptr ? 0 : answer->answer.notes.size();
}

pinlex_string pinlex_answer_note(const pinlex_answer* answer, size_t index) {
  if (index >= pinlex_answer_notes(answer)) return nothing();
  return handed_out(answer->answer.notes[index]);
}

size_t pinlex_answer_hits(const pinlex_answer* answer) {
  return answer == nullptr ? 0 : answer->hits.size();
}

const pinlex_hit* pinlex_answer_hit(const pinlex_answer* answer, size_t index) {
  return index < pinlex_answer_hits(answer) ? &answer->hits[index] : nullptr;
}

uint32_t pinlex_hit_rank(const pinlex_hit* hit) { return hit == nullptr ? 0 : hit->hit->rank; }

double pinlex_hit_score(const pinlex_hit* hit) { return hit == nullptr ? 0 : hit->hit->score; }

pinlex_string pinlex_hit_id(const pinlex_hit* hit) { return text_of(hit, &Hit::id); }

pinlex_string pinlex_hit_pinpoint(const pinlex_hit* hit) { return text_of(hit, &Hit::pinpoint); }

pinlex_string pinlex_hit_citation(const pinlex_hit* hit) { return text_of(hit, &Hit::citation); }

pinlex_string pinlex_hit_instrument(const pinlex_hit* hit) {
  return text_of(hit, &Hit::instrument);
}

pinlex_string pinlex_hit_title(const pinlex_hit* hit) { return text_of(hit, &Hit::title); }

pinlex_string pinlex_hit_kind(const pinlex_hit* hit) { return text_of(hit, &Hit::kind); }

pinlex_string pinlex_hit_language(const pinlex_hit* hit) { return text_of(hit, &Hit::language); }

pinlex_string pinlex_hit_edition(const pinlex_hit* hit) { return text_of(hit, &Hit::edition); }

pinlex_string pinlex_hit_number(const pinlex_hit* hit) { return text_of(hit, &Hit::number); }

pinlex_string pinlex_hit_heading(const pinlex_hit* hit) { return text_of(hit, &Hit::heading); }

pinlex_string pinlex_hit_text(const pinlex_hit* hit) {
  return hit == nullptr ? nothing() : handed_out(hit->text);
}

pinlex_string pinlex_hit_address(const pinlex_hit* hit) {
  return origin_of(hit, &Provenance::address);
}

pinlex_string pinlex_hit_as_of(const pinlex_hit* hit) { return origin_of(hit, &Provenance::as_of); }

pinlex_string pinlex_hit_file(const pinlex_hit* hit) { return origin_of(hit, &Provenance::file); }

pinlex_string pinlex_hit_sha256(const pinlex_hit* hit) {
  return origin_of(hit, &Provenance::sha256);
}

int pinlex_hit_extracted(const pinlex_hit* hit) {
  return hit != nullptr && hit->hit->provenance.extracted ? 1 : 0;
}

pinlex_string pinlex_hit_place(const pinlex_hit* hit) {
  return hit == nullptr ? nothing() : handed_out(hit->place);
}

void pinlex_hit_range(const pinlex_hit* hit, uint64_t* begin, uint64_t* end) {
  const pinlex::SourceRange range =
      hit == nullptr ? pinlex::SourceRange{} : hit->hit->provenance.range;
  if (begin != nullptr) *begin = range.begin;
  if (end != nullptr) *end = range.end;
}

pinlex_reply* pinlex_request(const pinlex_searcher* searcher, const char* json, size_t size,
                             pinlex_error** error) {
  return shielded(error, static_cast<pinlex_reply*>(nullptr),
                  [&] { return reply_to(searcher, json, size); });
}

pinlex_string pinlex_reply_json(const pinlex_reply* reply) {
  return reply == nullptr ? nothing() : handed_out(reply->json);
}

void pinlex_reply_free(pinlex_reply* reply) { delete reply; }
