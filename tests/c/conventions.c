/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The C interface from a C program: the conventions on top of pinlex.h, one after the other.
 *
 *   c_conventions INDEX VERSION
 */
#include <pinlex.h>
#include <stdio.h>
#include <string.h>

static int failures = 0;

static void check(int holds, const char* what, int line) {
  if (holds) return;
  fprintf(stderr, "conventions.c:%d: not so: %s\n", line, what);
  ++failures;
}
#define CHECK(what) check((what), #what, __LINE__)

static int is(pinlex_string string, const char* text) {
  return string.size == strlen(text) && strcmp(string.data, text) == 0;
}

/* The error that a call must have handed out, and its end. */
static void expect(pinlex_error* error, int code, const char* message, int line) {
  check(pinlex_error_code(error) == code, "the code", line);
  check(is(pinlex_error_message(error), message), message, line);
  if (pinlex_error_code(error) != code || !is(pinlex_error_message(error), message)) {
    fprintf(stderr, "  %d: %s\n", pinlex_error_code(error), pinlex_error_message(error).data);
  }
  pinlex_error_free(error);
}
#define EXPECT(error, code, message) expect((error), (code), (message), __LINE__)

static pinlex_answer* found(const pinlex_searcher* searcher, const char* query,
                            const pinlex_option* options) {
  pinlex_error* error = (pinlex_error*)&failures;
  pinlex_answer* answer = pinlex_search(searcher, query, PINLEX_TERMINATED, options, &error);
  CHECK(answer != NULL);
  CHECK(error == NULL);
  return answer;
}

static void everything_may_be_null(void) {
  pinlex_error* error = NULL;
  uint64_t begin = 1, end = 1;
  int exact = 1;
  const char* none[] = {NULL};

  pinlex_error_free(NULL);
  pinlex_close(NULL);
  pinlex_answer_free(NULL);
  CHECK(pinlex_error_code(NULL) == PINLEX_OK);
  CHECK(is(pinlex_error_message(NULL), ""));
  CHECK(is(pinlex_error_hint(NULL), ""));
  CHECK(pinlex_answer_hits(NULL) == 0);
  CHECK(pinlex_answer_hit(NULL, 0) == NULL);
  CHECK(pinlex_answer_notes(NULL) == 0);
  CHECK(is(pinlex_answer_note(NULL, 0), ""));
  CHECK(is(pinlex_answer_read_as(NULL), ""));
  CHECK(pinlex_answer_total(NULL, &exact) == 0 && exact == 0);
  CHECK(pinlex_hit_rank(NULL) == 0);
  CHECK(pinlex_hit_score(NULL) == 0);
  CHECK(is(pinlex_hit_citation(NULL), ""));
  CHECK(is(pinlex_hit_text(NULL), ""));
  CHECK(is(pinlex_hit_sha256(NULL), ""));
  CHECK(is(pinlex_hit_place(NULL), ""));
  CHECK(pinlex_hit_extracted(NULL) == 0);
  pinlex_hit_range(NULL, &begin, &end);
  CHECK(begin == 0 && end == 0);
  pinlex_hit_range(NULL, NULL, NULL);

  CHECK(pinlex_search(NULL, "lamp", 4, NULL, &error) == NULL);
  EXPECT(error, PINLEX_USAGE, "the searcher is NULL");
  CHECK(pinlex_newer(NULL, &error) == -1);
  EXPECT(error, PINLEX_USAGE, "the searcher is NULL");
  CHECK(pinlex_open(none, 1, NULL, &error) == NULL);
  EXPECT(error, PINLEX_USAGE, "the path of index 0 is NULL");
  CHECK(pinlex_open(NULL, 1, NULL, &error) == NULL);
  EXPECT(error, PINLEX_USAGE, "the path of index 0 is NULL");
  CHECK(pinlex_open(none, 1, NULL, NULL) == NULL);
  CHECK(pinlex_search(NULL, NULL, 0, NULL, NULL) == NULL);
}

static void a_hit_has_its_proof(const pinlex_searcher* searcher) {
  const pinlex_option options[] = {{"limit", "1"}, {"lang", "en"}, {NULL, NULL}};
  pinlex_answer* answer = found(searcher, "light signals", options);
  const pinlex_hit* hit = pinlex_answer_hit(answer, 0);
  uint64_t begin = 0, end = 0;
  int exact = 0;

  CHECK(pinlex_answer_hits(answer) == 1);
  CHECK(pinlex_answer_hit(answer, 1) == NULL);
  CHECK(pinlex_answer_hit(answer, (size_t)-1) == NULL);
  CHECK(is(pinlex_answer_read_as(answer), "light signals"));
  CHECK(pinlex_answer_total(answer, &exact) > 1);
  CHECK(exact == 1);
  CHECK(pinlex_hit_rank(hit) == 1);
  CHECK(pinlex_hit_score(hit) > 0);
  CHECK(is(pinlex_hit_id(hit), "lighthouses#art_3@en"));
  CHECK(is(pinlex_hit_pinpoint(hit), "lighthouses#art_3__para_1@en"));
  CHECK(is(pinlex_hit_citation(hit),
           "Convention on Lighthouses and the Interception of Light Signals, art. 3(1)"));
  CHECK(is(pinlex_hit_instrument(hit), "lighthouses"));
  CHECK(
      is(pinlex_hit_title(hit), "Convention on Lighthouses and the Interception of Light Signals"));
  CHECK(is(pinlex_hit_kind(hit), "treaty"));
  CHECK(is(pinlex_hit_language(hit), "en"));
  CHECK(is(pinlex_hit_edition(hit), "official"));
  CHECK(is(pinlex_hit_number(hit), "Article 3"));
  CHECK(is(pinlex_hit_heading(hit), "Interception of light signals"));
  CHECK(strncmp(pinlex_hit_text(hit).data, "1. Each Party may empower", 25) == 0);
  CHECK(is(pinlex_hit_file(hit), "lighthouses.md"));
  CHECK(is(pinlex_hit_sha256(hit),
           "b43c5921d52c366fc3c8421b692aa42df4b647a477784f5b4a142cbd393c4c4e"));
  CHECK(is(pinlex_hit_address(hit), "https://example.org/lighthouses"));
  CHECK(pinlex_hit_as_of(hit).size > 0);
  pinlex_hit_range(hit, &begin, &end);
  CHECK(end - begin == pinlex_hit_text(hit).size);
  pinlex_answer_free(answer);
}

static void options_mean_what_they_say(const pinlex_searcher* searcher) {
  static const struct {
    pinlex_option option;
    const char* message;
  } wrong[] = {
      {{"limit", "many"}, "the option limit is \"many\", which is no whole number"},
      {{"limit", ""}, "the option limit is \"\", which is no whole number"},
      {{"offset", "-1"}, "the option offset is \"-1\", which is no whole number"},
      {{"offset", "4294967296"}, "the option offset is \"4294967296\", which is no whole number"},
      {{"limit", "1001"}, "the limit is from 1 to 1000 hits"},
      {{"count", "yes"}, "the option count is \"yes\", which is neither true nor false"},
      {{"colour", "red"}, "there is no option \"colour\""},
      {{"kind", NULL}, "the option kind has no value"},
  };
  const pinlex_option dutch[] = {
      {"lang", "en"}, {"lang", "!en,nl"}, {"count", "true"}, {NULL, NULL}};
  const pinlex_option later[] = {{"offset", "500"}, {"no-expand", "true"}, {NULL, NULL}};
  pinlex_answer* answer = NULL;
  size_t i;

  for (i = 0; i < sizeof wrong / sizeof wrong[0]; ++i) {
    pinlex_option options[2] = {{NULL, NULL}, {NULL, NULL}};
    pinlex_error* error = NULL;
    options[0] = wrong[i].option;
    CHECK(pinlex_search(searcher, "lamp", 4, options, &error) == NULL);
    EXPECT(error, PINLEX_USAGE, wrong[i].message);
    CHECK(pinlex_search(searcher, "lamp", 4, options, NULL) == NULL);
  }
  answer = found(searcher, "vuurtoren", dutch);
  CHECK(pinlex_answer_hits(answer) > 0);
  for (i = 0; i < pinlex_answer_hits(answer); ++i) {
    CHECK(is(pinlex_hit_language(pinlex_answer_hit(answer, i)), "nl"));
  }
  pinlex_answer_free(answer);
  answer = found(searcher, "lamp", later);
  CHECK(pinlex_answer_hits(answer) == 0);
  pinlex_answer_free(answer);
}

static void queries_are_refused_as_everywhere(const pinlex_searcher* searcher) {
  static const char bad[] = {'l', 'a', 'm', 'p', (char)0xff};
  pinlex_error* error = NULL;
  pinlex_answer* answer = NULL;

  CHECK(pinlex_search(searcher, "lamp AND", 8, NULL, &error) == NULL);
  CHECK(pinlex_error_code(error) == PINLEX_QUERY);
  CHECK(strchr(pinlex_error_message(error).data, '^') != NULL);
  pinlex_error_free(error);
  CHECK(pinlex_search(searcher, bad, sizeof bad, NULL, &error) == NULL);
  CHECK(pinlex_error_code(error) == PINLEX_QUERY);
  pinlex_error_free(error);
  CHECK(pinlex_search(searcher, NULL, 4, NULL, &error) == NULL);
  EXPECT(error, PINLEX_USAGE, "the query is NULL");
  /* The length decides, not what stands behind. */
  answer = pinlex_search(searcher, "lamp AND", 4, NULL, &error);
  CHECK(error == NULL);
  CHECK(is(pinlex_answer_read_as(answer), "lamp"));
  pinlex_answer_free(answer);
  answer = found(searcher, "submarines", NULL);
  CHECK(pinlex_answer_hits(answer) == 0);
  CHECK(pinlex_answer_notes(answer) > 0);
  CHECK(strstr(pinlex_answer_note(answer, 0).data, "submarines") != NULL);
  CHECK(is(pinlex_answer_note(answer, pinlex_answer_notes(answer)), ""));
  pinlex_answer_free(answer);
}

static void the_rest_speaks_json(const pinlex_searcher* searcher) {
  static const char show[] =
      "{\"method\": \"show\", \"params\": {\"citation\": \"lighthouses#art_3\"}}";
  pinlex_error* error = NULL;
  pinlex_reply* reply = pinlex_request(searcher, show, sizeof show - 1, &error);

  CHECK(error == NULL);
  CHECK(strstr(pinlex_reply_json(reply).data, "\"pinlex.show/1\"") != NULL);
  CHECK(strlen(pinlex_reply_json(reply).data) == pinlex_reply_json(reply).size);
  pinlex_reply_free(reply);
  CHECK(pinlex_request(searcher, show, sizeof show - 2, &error) == NULL);
  CHECK(pinlex_error_code(error) == PINLEX_USAGE);
  pinlex_error_free(error);
  CHECK(pinlex_request(searcher, NULL, 0, &error) == NULL);
  EXPECT(error, PINLEX_USAGE, "the request is NULL");
  CHECK(pinlex_request(NULL, show, PINLEX_TERMINATED, &error) == NULL);
  EXPECT(error, PINLEX_USAGE, "the searcher is NULL");
  CHECK(is(pinlex_reply_json(NULL), ""));
  pinlex_reply_free(NULL);
}

static void an_answer_outlives_its_searcher(const char* index) {
  pinlex_error* error = NULL;
  pinlex_searcher* searcher = pinlex_open(&index, 1, "", &error);
  pinlex_answer* answer = found(searcher, "pigeon", NULL);
  CHECK(pinlex_newer(searcher, &error) == 0);
  CHECK(error == NULL);
  pinlex_close(searcher);
  CHECK(pinlex_answer_hits(answer) > 0);
  CHECK(is(pinlex_hit_instrument(pinlex_answer_hit(answer, 0)), "pigeons"));
  pinlex_answer_free(answer);
}

static void what_is_no_index_is_refused(const char* index) {
  pinlex_error* error = NULL;
  const char* paths[2] = {NULL, "no/such/index"};
  paths[0] = index;
  CHECK(pinlex_open(paths, 2, NULL, &error) == NULL);
  CHECK(pinlex_error_code(error) == PINLEX_NO_INDEX);
  CHECK(strstr(pinlex_error_message(error).data, "no/such/index") != NULL);
  CHECK(pinlex_error_hint(error).size > 0);
  pinlex_error_free(error);
}

static void the_digest_is_built_in(void) {
  pinlex_error* error = NULL;
  pinlex_searcher* searcher = pinlex_open(NULL, 0, NULL, &error);
  pinlex_answer* answer = NULL;
  CHECK(error == NULL);
  answer = found(searcher, "art. 21 Budapest Convention", NULL);
  CHECK(is(pinlex_hit_id(pinlex_answer_hit(answer, 0)), "coe-185#art_21@en.digest"));
  pinlex_answer_free(answer);
  pinlex_close(searcher);
}

int main(int count, char** arguments) {
  const char* index = count == 3 ? arguments[1] : "";
  pinlex_error* error = NULL;
  pinlex_searcher* searcher = NULL;

  everything_may_be_null();
  CHECK(count == 3 && strcmp(pinlex_version(), arguments[2]) == 0);
  searcher = pinlex_open(&index, 1, NULL, &error);
  CHECK(searcher != NULL);
  CHECK(error == NULL);
  a_hit_has_its_proof(searcher);
  options_mean_what_they_say(searcher);
  queries_are_refused_as_everywhere(searcher);
  the_rest_speaks_json(searcher);
  a_hit_has_its_proof(searcher); /* After all those errors. */
  pinlex_close(searcher);
  an_answer_outlives_its_searcher(index);
  what_is_no_index_is_refused(index);
  the_digest_is_built_in();
  return failures == 0 ? 0 : 1;
}
