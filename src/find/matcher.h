/*
 * Looks for one term of a query in all talks, and scores what it finds.
 *
 * People remember a talk by its title or its speaker, and only then by a word
 * in its notes.  So each field has a weight: title 8, speaker 6, the reader's
 * own note 4, track 2, notes 1.  A whole word counts three times that, the
 * beginning of a word twice: `rust` should find "Rust for Linux" before
 * "trust".  Only the best match of a term counts, so long notes are not better
 * notes.  The head of filter.c says how the scores of several terms are
 * combined.
 */
#ifndef LECTERN_MATCHER_H
#define LECTERN_MATCHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "find/corpus.h"
#include "lectern/base/arena.h"
#include "lectern/base/substring.h"
#include "lectern/model/query.h"

#define MATCHER_BATCH 128 /* the most talks in a sweep */

/* The parts of a talk in a corpus. */
enum part { PART_TITLE, PART_SPEAKERS, PART_BODY, PART_COUNT };

/* A prepared term; it points to the term and to the text of the talks. */
struct matcher {
	const struct term *term;
	const struct corpus *corpus;
	struct substring find;    /* in the corpus */
	struct substring written; /* in text as written, and in URLs */
	bool ascii;               /* the term may stand unfolded in a
	                             document, not only folded */
	bool usual;               /* names no field and is not fuzzy */
	bool in_bullet;           /* it may begin with a character of bullets */
	bool in_tracks;           /* some track's name has it */
	unsigned inside;          /* score of a match within a word */
	uint8_t *tracks;          /* score of each track's name */
	uint8_t *where;           /* of each talk, in one of FIELDS_WHERE */
	uint8_t words[256];       /* by byte: 1 in words, 2 not ASCII, else 0 */
};

/* What was found in a batch of talks; filled by matcher_sweep(). */
struct sweep {
	uint32_t first; /* index of the first talk */
	uint32_t soon;  /* of one after the talk at hand, looked at soon */
	uint8_t best[MATCHER_BATCH][PART_COUNT]; /* best match in each part */
};

/*
 * Prepares a term, which must have text.  `tracks` has room for a byte for each
 * track of the corpus's notes, and `where` for each talk if the term names one
 * of FIELDS_WHERE.  Everything is borrowed; `arena` is for temporary use.
 */
void matcher_prepare(struct matcher *m, const struct term *term,
    const struct corpus *corpus, uint8_t *tracks, uint8_t *where,
    struct arena *arena);

/*
 * Searches the corpus text of the talks [first, end), at most MATCHER_BATCH, in
 * one go.
 */
void matcher_sweep(
    const struct matcher *m, struct sweep *sweep, uint32_t first, uint32_t end);

/*
 * Returns the score that the term gives a talk of the sweep, and in `*field`
 * the field of its best match; 0 if the talk does not have the term.
 */
unsigned matcher_score(const struct matcher *m, const struct sweep *sweep,
    uint32_t index, enum field *field);

#endif
