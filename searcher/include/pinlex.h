/* SPDX-License-Identifier: GPL-2.0-or-later */
/**
 * @file
 * The C interface of pinlex: cited search over cybercrime law in other people's programs.
 *
 *     pinlex_searcher* searcher = pinlex_open(NULL, 0, NULL, NULL);
 *     pinlex_answer* answer = pinlex_search(searcher, "wiretapping", PINLEX_TERMINATED, NULL, NULL);
 *     for (size_t i = 0; i < pinlex_answer_hits(answer); ++i)
 *       puts(pinlex_hit_citation(pinlex_answer_hit(answer, i)).data);
 *     pinlex_answer_free(answer);
 *     pinlex_close(searcher);
 *
 * Conventions, which hold for every function:
 *
 * Ownership. What pinlex_open, pinlex_search, pinlex_request and an `error` hand out is the
 * caller's, to be freed once by the function that its comment names. A pinlex_hit and a
 * pinlex_string belong to the object they came from and live as long as it does. An answer outlives
 * its searcher. Nothing that is passed in is kept.
 *
 * Errors. A function that can fail has a last parameter `error`: where it is not NULL, it is set to
 * NULL on success and to a new error on failure, also where memory runs out. No error, and no call
 * with wrong arguments, leaves an object in a state that later calls would notice. No C++ exception
 * leaves a function. (One limit: where there is not even memory to give memory back while JSON is
 * read or written, in pinlex_open and pinlex_request, the C++ runtime ends the process.)
 *
 * Strings. UTF-8. Those handed out have a length and a NUL byte behind it; their data is never
 * NULL, and empty means unknown or none. Those passed in are a pointer and a length in bytes, or
 * PINLEX_TERMINATED as the length of one that ends with a NUL byte; paths, and names and values of
 * options, always end with one.
 *
 * NULL. An object may be NULL everywhere: to free it does nothing, to read it gives 0 or an empty
 * string, and to search it fails with PINLEX_USAGE.
 *
 * Threads. A searcher, an answer, a reply and an error may be used from any number of threads at
 * once; only the call that frees an object must be the last one. Separate errors for separate
 * threads.
 *
 * Surroundings. Nothing is printed, no environment variable is read, no signal and no locale is
 * changed.
 *
 * Versions. Functions are added, never changed or taken away, while the library is libpinlex.so.0.
 */
#ifndef PINLEX_H
#define PINLEX_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An open snapshot of one or more indexes. */
typedef struct pinlex_searcher pinlex_searcher;
/** What a search found: hits, the best first. */
typedef struct pinlex_answer pinlex_answer;
/** One article or section of an answer. */
typedef struct pinlex_hit pinlex_hit;
/** What a request in JSON was answered. */
typedef struct pinlex_reply pinlex_reply;
/** What went wrong. */
typedef struct pinlex_error pinlex_error;

/** Text of another object, which lives as long as that. */
typedef struct pinlex_string {
  const char* data;
  size_t size;
} pinlex_string;

/** The length of a string that ends with a NUL byte. */
#define PINLEX_TERMINATED ((size_t)-1)

/** What went wrong, by who must act. The numbers are the exit statuses of the programs. */
enum {
  PINLEX_OK = 0,
  PINLEX_NOTHING_FOUND = 1,  /**< Understood, but there is no such thing in the index. */
  PINLEX_USAGE = 2,          /**< An argument or option is wrong. */
  PINLEX_QUERY = 3,          /**< The query or citation was not understood. */
  PINLEX_NO_INDEX = 4,       /**< There is no index at that place. */
  PINLEX_WRONG_FORMAT = 5,   /**< An index is there, of another format. */
  PINLEX_LOCKED = 6,         /**< Another writer holds the index. */
  PINLEX_DAMAGED = 7,        /**< The index is not whole. */
  PINLEX_INPUTS_REFUSED = 8, /**< A text given to be checked could not be read. */
  PINLEX_INTERNAL = 70,      /**< A fault of pinlex itself, or of the system below it. */
  PINLEX_NO_MEMORY = 71      /**< Memory ran out. */
};

/** The version of the library that runs: "0.1.0". */
const char* pinlex_version(void);

/*
 * Errors. An error is freed by pinlex_error_free.
 */

/** One of the codes above; PINLEX_OK of NULL. */
int pinlex_error_code(const pinlex_error* error);
/** What happened: a sentence without a full stop, for a query with a caret below the place. */
pinlex_string pinlex_error_message(const pinlex_error* error);
/** What can be done about it; possibly empty. */
pinlex_string pinlex_error_hint(const pinlex_error* error);
/** Frees an error. */
void pinlex_error_free(pinlex_error* error);

/*
 * Searchers. A searcher sees what was published when it was opened and is freed by pinlex_close.
 */

/**
 * Opens `count` indexes by their paths; with a count of 0 that of the built-in digest. `catalogue`
 * is the file or folder with the names of instruments that people may cite: NULL for the built-in
 * one where it is installed, "" for none. NULL on failure.
 */
pinlex_searcher* pinlex_open(const char* const* paths, size_t count, const char* catalogue,
                             pinlex_error** error);
/** Frees a searcher. */
void pinlex_close(pinlex_searcher* searcher);

/** Whether a newer generation of one of the indexes is published: 1 or 0, and -1 on failure. */
int pinlex_newer(const pinlex_searcher* searcher, pinlex_error** error);

/*
 * Searching.
 */

/**
 * An option of `pinlex search`, without its dashes:
 *
 * - `limit`, `offset`: a whole number, "5".
 * - `instrument`, `kind`, `edition`, `lang`: values that texts must have, parted by commas; "!x" leaves
 *   x out. The same option may stand several times.
 * - `count`, `no-expand`: "true" or "false".
 */
typedef struct pinlex_option {
  const char* name;
  const char* value;
} pinlex_option;

/**
 * Searches for a query of `size` bytes. `options` end with one whose name is NULL, or are NULL.
 * NULL on failure; that nothing matches is an answer without hits. Freed by pinlex_answer_free.
 */
pinlex_answer* pinlex_search(const pinlex_searcher* searcher, const char* query, size_t size,
                             const pinlex_option* options, pinlex_error** error);
/** Frees an answer and its hits. */
void pinlex_answer_free(pinlex_answer* answer);

/** How the query was read, in its canonical form. */
pinlex_string pinlex_answer_read_as(const pinlex_answer* answer);
/** How many passages match: at least so many, just so many where `exact` (may be NULL) becomes 1.
 */
uint64_t pinlex_answer_total(const pinlex_answer* answer, int* exact);
/** How many notes there are: what a person should know, a sentence each. */
size_t pinlex_answer_notes(const pinlex_answer* answer);
/** One of them; empty past the last. */
pinlex_string pinlex_answer_note(const pinlex_answer* answer, size_t index);
/** How many hits there are. */
size_t pinlex_answer_hits(const pinlex_answer* answer);
/** One of them, the best at 0; NULL past the last. */
const pinlex_hit* pinlex_answer_hit(const pinlex_answer* answer, size_t index);

/** Its place in the ranking, from 1. */
uint32_t pinlex_hit_rank(const pinlex_hit* hit);
/** Its score; higher is better, and only within one answer. */
double pinlex_hit_score(const pinlex_hit* hit);
/** The article or section: "coe-185#art_21@en". */
pinlex_string pinlex_hit_id(const pinlex_hit* hit);
/** The paragraph or point of it that answers best: "coe-185#art_21__para_1@en". */
pinlex_string pinlex_hit_pinpoint(const pinlex_hit* hit);
/** The pinpoint as one cites it: "Convention on Cybercrime (ETS 185), art. 21(1)". */
pinlex_string pinlex_hit_citation(const pinlex_hit* hit);
/** The instrument: "coe-185". */
pinlex_string pinlex_hit_instrument(const pinlex_hit* hit);
/** Its title. */
pinlex_string pinlex_hit_title(const pinlex_hit* hit);
/** Its kind: "treaty", "explanatory-report" … */
pinlex_string pinlex_hit_kind(const pinlex_hit* hit);
/** The language of the text: "en". */
pinlex_string pinlex_hit_language(const pinlex_hit* hit);
/** "official", "translation", "consolidated" or "digest"; a digest is no proof. */
pinlex_string pinlex_hit_edition(const pinlex_hit* hit);
/** The number of the article as printed: "Article 21". */
pinlex_string pinlex_hit_number(const pinlex_hit* hit);
/** Its heading as printed. */
pinlex_string pinlex_hit_heading(const pinlex_hit* hit);
/** The words of the pinpoint, its source's own, with the numbers of its points. */
pinlex_string pinlex_hit_text(const pinlex_hit* hit);
/** Where the official text, or the publication, is found. */
pinlex_string pinlex_hit_address(const pinlex_hit* hit);
/** The date as of which the text speaks: "2024-04-30". */
pinlex_string pinlex_hit_as_of(const pinlex_hit* hit);
/** The file that was read, below the root that was indexed. */
pinlex_string pinlex_hit_file(const pinlex_hit* hit);
/** The SHA-256 of that file, in 64 small digits. */
pinlex_string pinlex_hit_sha256(const pinlex_hit* hit);
/** Whether the range below is of the text that was extracted from that file (a PDF, a Word file): 1, or
 * 0 where it is of the file itself. */
int pinlex_hit_extracted(const pinlex_hit* hit);
/** The page or paragraph of the file: "page 3". */
pinlex_string pinlex_hit_place(const pinlex_hit* hit);
/** The bytes of it that hold the pinpoint: from `begin` up to, not including, `end`; either may be
 * NULL. */
void pinlex_hit_range(const pinlex_hit* hit, uint64_t* begin, uint64_t* end);

/*
 * Everything else, in JSON: what the commands of `pinlex` do, by the same names.
 *
 *   {"method": "show", "params": {"citation": "ETS 185 art. 21", "context": 1}}
 *
 * A reply is freed by pinlex_reply_free.
 */

/**
 * Answers a request of `size` bytes with the document that the command prints with --format json.
 * {"method": "methods"} lists the methods with the schemas of their parameters. NULL on failure.
 */
pinlex_reply* pinlex_request(const pinlex_searcher* searcher, const char* json, size_t size,
                             pinlex_error** error);
/** The document, with a newline at its end. */
pinlex_string pinlex_reply_json(const pinlex_reply* reply);
/** Frees a reply. */
void pinlex_reply_free(pinlex_reply* reply);

#ifdef __cplusplus
}
#endif

#endif
