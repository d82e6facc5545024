/*
 * One term of a query made ready to be looked for in all talks, and what it
 * gives each of them.
 *
 * People look for a talk by its title or by who gave it; a word in the notes is
 * the last that they remember it by.  So the place where a term stands has a
 * weight: title 8, speaker 6, the reader's own note 4, track 2, notes 1.  A
 * whole word counts three times that, the beginning of a word twice: who types
 * `rust` rather wants "Rust for Linux" than "robustness".  Of all places in
 * which a term stands the best one counts, so long notes are not better notes.
 * What a query makes of that is at the head of filter.c.
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

#define MATCHER_BATCH 128 /* talks at most in a sweep */

/* The parts of a talk in a corpus. */
enum part { PART_TITLE, PART_SPEAKERS, PART_BODY, PART_COUNT };

/* A term made ready; it points to the term, and to the text of the talks. */
struct matcher {
	const struct term *term;
	const struct corpus *corpus;
	struct substring find;    /* in the corpus */
	struct substring written; /* in text as it is written, and URLs */
	bool ascii;               /* it may stand in a document as it is */
	bool usual;               /* no field was named, and it is not fuzzy */
	bool in_bullet;     /* it may begin with what bullets are made of */
	bool in_tracks;     /* some track's name has it */
	unsigned inside;    /* what a match within a word is worth */
	uint8_t *tracks;    /* what each track's name gives */
	uint8_t words[256]; /* of each byte: 0, in words 1, not ASCII 2 */
};

/* What was found in talks that stand together; filled by matcher_sweep(). */
struct sweep {
	uint32_t first;                          /* of the talks */
	uint8_t best[MATCHER_BATCH][PART_COUNT]; /* the matches in each part */
};

/*
 * Makes a term with text ready.  `tracks` has room for a byte for each track of
 * the corpus's notes, and is borrowed, as is all else; `arena` is for passing use.
 */
void matcher_prepare(struct matcher *m, const struct term *term,
    const struct corpus *corpus, uint8_t *tracks, struct arena *arena);

/*
 * Searches what the corpus has of the talks [first, end), at most MATCHER_BATCH,
 * in one go.
 */
void matcher_sweep(
    const struct matcher *m, struct sweep *sweep, uint32_t first, uint32_t end);

/*
 * What the term gives a talk of those swept; 0: it is not there.  Else `*field`
 * is the field in which it stands best.
 */
unsigned matcher_score(const struct matcher *m, const struct sweep *sweep,
    uint32_t index, enum field *field);

#endif
