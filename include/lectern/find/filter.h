/*
 * The filter: finds the talks that match a query, best first, and the block
 * that shows why.  A search runs in steps, so that keys need not wait for it.
 */
#ifndef LECTERN_FILTER_H
#define LECTERN_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/model/mark_kind.h"
#include "lectern/model/notes.h"
#include "lectern/model/query.h"
#include "lectern/source/transcripts.h"

#define FILTER_BLOCK_BYTES 1000000

struct filter; /* the text of all notes, ready to be searched */

/* A talk that matches. */
struct hit {
	uint32_t talk;  /* index into notes.talks */
	uint32_t score; /* larger is better; see filter.c */
	uint8_t field;  /* enum field: the best one in which a term was found */
	bool in_body;   /* a term is only in the notes: see filter_block() */
	bool in_own;    /* a term is only in the reader's own note */
	bool in_spoken; /* a term is only in the transcript */
};

/* Hits, the best first; zeroed to begin with, grown as needed. */
struct hits {
	struct hit *hit;
	size_t n, cap;
};

/*
 * Makes a filter of `notes`, which must outlive it; to be freed with
 * filter_free().  Cheap: the text is made ready in the first steps.
 */
struct filter *filter_new(const struct notes *notes);
void filter_free(struct filter *filter);

/*
 * Replaces the notes by others that begin with the same talks; what was made
 * ready stays so.  Drops a search under way, and the annotations.
 */
void filter_add_talks(struct filter *filter, const struct notes *notes);

/*
 * Sets the annotations: an array with one for each talk, or NULL.  It is
 * borrowed.  Call it again whenever they change.
 */
void filter_set_annotations(
    struct filter *filter, const struct annotations *annotations);

/*
 * Sets the transcripts that are searched, those that are read; NULL: none.  They
 * are borrowed.  Call it again whenever they change.
 */
void filter_set_transcripts(
    struct filter *filter, const struct transcripts *transcripts);

/*
 * Sets which of the first `n` talks are new; NULL: none.  It is borrowed.  Call
 * it again whenever that changes.
 */
void filter_set_new(struct filter *filter, const bool *is_new, size_t n);

/*
 * Makes more text ready for searching, for about as long as searching `bytes`
 * bytes takes.  Returns true when all is ready.  Optional: searches do it, too.
 */
bool filter_prepare(struct filter *filter, size_t bytes);

/*
 * Promises that this query is the only one that is run, before anything is made
 * ready.  Notes in which it surely finds nothing are then not read.
 */
void filter_set_only(struct filter *filter, const struct query *query);

/*
 * Makes every step search in this many parallel parts (at most PARALLEL_MOST);
 * 0, the default: as many as are worth it.  The hits are the same.
 */
void filter_set_parts(struct filter *filter, size_t parts);

/*
 * Begins a search, dropping one under way.  `query` must live until it ends.
 * If it narrows the query of the last finished search (see query_narrows()),
 * only the hits of that one are searched.
 */
void filter_begin(struct filter *filter, const struct query *query);

/*
 * Searches about `bytes` more bytes of text; returns true when the search has
 * ended.  Allocates memory only for text that is made ready for the first time,
 * and for threads if there is much to search.
 */
bool filter_step(struct filter *filter, size_t bytes);

/* Copies the hits of the last search, which must have ended. */
void filter_take(const struct filter *filter, struct hits *hits);

/* Runs a whole search at once. */
void
filter_run(struct filter *filter, const struct query *query, struct hits *hits);

void hits_free(struct hits *hits);

/* Where words of a query stand in a talk's notes, or in what is told with it. */
struct filter_block {
	const struct block *block; /* NULL: nowhere */
	uint32_t index; /* of its notes or, if `about`, of all blocks of its
	                   notes_abouts() */
	bool about;
};

/*
 * Returns the block in which most of the query's terms are found, the first of
 * equals.  Of the notes, and of each thing told with them, it looks no further
 * than FILTER_BLOCK_BYTES, so that drawing need not wait for endless ones.
 */
struct filter_block filter_block(const struct query *query,
    const struct notes *notes, const struct talk *talk);

#endif
