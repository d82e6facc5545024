/*
 * Suggests what to type instead of a query that matches nothing: the query with
 * its unknown words replaced by words that occur.
 *
 * A word of 4 letters or more may differ by one mistake, one of 8 or more by
 * two: a letter missing, added, replaced, or swapped with its neighbour
 * (optimal string alignment; G. Navarro, A guided tour to approximate string
 * matching, 2001).  Of several words, the one that finds most talks is taken;
 * words that were typed side by side are tried so first.
 */
#ifndef LECTERN_SUGGEST_H
#define LECTERN_SUGGEST_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/find/filter.h"

struct suggest; /* the words of all notes, and a query */

/* For `notes`, which must outlive it; to be freed with suggest_free(). */
struct suggest *suggest_new(const struct notes *notes);
void suggest_free(struct suggest *suggest);

/*
 * Reads about `bytes` more bytes of the notes; returns true when all words are
 * known.
 */
bool suggest_prepare(struct suggest *suggest, size_t bytes);

/* Begins to look for a suggestion for a query, dropping the one before. */
void suggest_begin(struct suggest *suggest, const char *text);

/*
 * Does a piece of the work: reads some words, or lets the filter try one query.
 * Returns true when there is nothing left to do.
 */
bool suggest_step(struct suggest *suggest, struct filter *filter);

/*
 * Returns the query to offer, and the number of talks that match it in
 * `*talks`; NULL: there is none.  Valid until the next suggest_begin().
 */
const char *suggest_text(const struct suggest *suggest, size_t *talks);

#endif
