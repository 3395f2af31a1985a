/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Asks an index one question and prints what may be cited.
 *
 *   search_c INDEX QUERY
 */
#include <pinlex.h>
#include <stdio.h>

static int failed(pinlex_error *error) {
  const int code = pinlex_error_code(error);
  fprintf(stderr, "%s\n%s\n", pinlex_error_message(error).data, pinlex_error_hint(error).data);
  pinlex_error_free(error);
  return code;
}

static void print(const pinlex_hit *hit) {
  uint64_t begin, end;
  pinlex_hit_range(hit, &begin, &end);
  printf("%s [%s]\n", pinlex_hit_citation(hit).data, pinlex_hit_edition(hit).data);
  printf("  %s\n", pinlex_hit_text(hit).data);
  printf("  %s, bytes %lu to %lu, SHA-256 %s\n", pinlex_hit_file(hit).data, (unsigned long)begin,
         (unsigned long)end, pinlex_hit_sha256(hit).data);
}

int main(int argc, char **argv) {
  const pinlex_option options[] = {{"limit", "3"}, {NULL, NULL}};
  pinlex_error *error = NULL;
  pinlex_searcher *searcher;
  pinlex_answer *answer;
  const char *index;
  size_t i, hits;

  if (argc != 3) return PINLEX_USAGE;
  index = argv[1];
  searcher = pinlex_open(&index, 1, NULL, &error);
  if (searcher == NULL) return failed(error);
  answer = pinlex_search(searcher, argv[2], PINLEX_TERMINATED, options, &error);
  pinlex_close(searcher); /* The answer stays. */
  if (answer == NULL) return failed(error);

  hits = pinlex_answer_hits(answer);
  for (i = 0; i < hits; ++i) print(pinlex_answer_hit(answer, i));
  for (i = 0; i < pinlex_answer_notes(answer); ++i) {
    printf("note: %s\n", pinlex_answer_note(answer, i).data);
  }
  pinlex_answer_free(answer);
  return hits == 0 ? PINLEX_NOTHING_FOUND : PINLEX_OK;
}
