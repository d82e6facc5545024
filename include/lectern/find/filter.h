/*
 * The filter: which talks match a query, the best first, and which block shows
 * why.  A search goes in steps, so that keys need not wait for it.
 */
#ifndef LECTERN_FILTER_H
#define LECTERN_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/model/mark_kind.h"
#include "lectern/model/notes.h"
#include "lectern/model/query.h"

#define HIT_NO_BLOCK UINT32_MAX

struct filter; /* the text of all notes, ready to be searched */

/* A talk that matches. */
struct hit {
	uint32_t talk;  /* index into notes.talks */
	uint32_t score; /* larger is better; see filter.c */
	uint8_t field;  /* enum field: the best that a term was found in */
	bool in_body;   /* a term is in the notes alone: see filter_block() */
	bool in_own;    /* or in the reader's own note alone */
};

/* Hits, the best first; zeroed to begin with, grown as needed. */
struct hits {
	struct hit *hit;
	size_t n, cap;
};

/*
 * A filter of `notes`, which must outlive it; cheap, for the text is made
 * ready in the first steps.  To be freed with filter_free().
 */
struct filter *filter_new(const struct notes *notes);
void filter_free(struct filter *filter);

/*
 * Tells what the reader put in for each talk: `own` has as many as there are
 * talks, is borrowed, and may be NULL.  To be told again when that changes.
 */
void filter_set_annotations(
    struct filter *filter, const struct annotations *annotations);

/*
 * Goes on with making text ready that most searches want, for about as long as
 * `bytes` take to be searched; true when all is.  Searches do so themselves.
 */
bool filter_prepare(struct filter *filter, size_t bytes);

/*
 * Has what is searched in a step done in `parts` (at most PARALLEL_MOST) side by
 * side, whatever its size; 0: in as many as are best, as to begin with.  The
 * hits are the same.
 */
void filter_set_parts(struct filter *filter, size_t parts);

/*
 * Begins a search, dropping one under way.  `query` must live until it ends.
 * Where the query narrows that of the last search that ended, only the hits of
 * that one are looked at.
 */
void filter_begin(struct filter *filter, const struct query *query);

/*
 * Goes on for about `bytes` of text; true when the search has ended.  No memory
 * is allocated but to make text ready that was not needed before, and what
 * threads need, where there is much to search.
 */
bool filter_step(struct filter *filter, size_t bytes);

/* Copies the hits of the search that ended. */
void filter_take(const struct filter *filter, struct hits *hits);

/* A whole search at once. */
void
filter_run(struct filter *filter, const struct query *query, struct hits *hits);

void hits_free(struct hits *hits);

/*
 * The first of the blocks of a talk in which the most of the query's terms are
 * found, or HIT_NO_BLOCK.
 */
uint32_t filter_block(const struct query *query, const struct talk *talk);

#endif
