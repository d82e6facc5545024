/*
 * The filter: which talks match a query, and which block shows why.
 */
#ifndef LECTERN_FILTER_H
#define LECTERN_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/notes.h"
#include "lectern/query.h"

#define HIT_NO_BLOCK UINT32_MAX

struct filter; /* the folded text of all notes, ready to be searched */

/* Where the first match in a talk was, best field first. */
enum field { FIELD_TITLE, FIELD_SPEAKERS, FIELD_TRACK, FIELD_BODY };

/* A talk that matches. */
struct hit {
	uint32_t talk;  /* index into notes.talks */
	uint32_t block; /* shows why, where a term is only in the body; else
	                   HIT_NO_BLOCK */
	uint32_t score; /* larger is better; all equal in this version */
	uint8_t field; /* enum field: the best field that a term was found in */
};

/* Hits in programme order; zeroed to begin with, grown as needed. */
struct hits {
	struct hit *hit;
	size_t n, cap;
};

/*
 * Folds title, speakers, track name and every block of each talk.  `notes`
 * must outlive the filter.  To be freed with filter_free().
 */
struct filter *filter_new(const struct notes *notes);
void filter_free(struct filter *filter);

/*
 * Fills `hits` with the talks in which every term of `query` is found, in
 * any field.  No terms: all talks, with FIELD_TITLE.
 */
void filter_run(
    const struct filter *filter, const struct query *query, struct hits *hits);

void hits_free(struct hits *hits);

#endif
