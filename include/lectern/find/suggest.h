/*
 * What a query that nothing matches may have meant: the query with words that
 * there are in place of those that there are not.
 *
 * A word of 4 letters and more may differ in one letter, one of 8 in two: a
 * letter that is missing, one too many, another one, or two that changed places
 * (optimal string alignment; G. Navarro, A guided tour to approximate string
 * matching, 2001).  Of several words the one is taken that gives the most talks,
 * side by side with the words around it where that gives any.
 */
#ifndef LECTERN_SUGGEST_H
#define LECTERN_SUGGEST_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/find/filter.h"

struct suggest; /* the words of all notes, and a query looked at */

/* Of `notes`, which must outlive it; to be freed with suggest_free(). */
struct suggest *suggest_new(const struct notes *notes);
void suggest_free(struct suggest *suggest);

/*
 * Goes on with reading the words of the notes, for about as long as `bytes` of
 * them take; true when all are known.
 */
bool suggest_prepare(struct suggest *suggest, size_t bytes);

/* Begins with a query, dropping the one before. */
void suggest_begin(struct suggest *suggest, const char *text);

/*
 * Goes on: reads some of the words, or has the filter try one query; true when
 * there is nothing left to do.
 */
bool suggest_step(struct suggest *suggest, struct filter *filter);

/*
 * The query to offer and the number of talks that match it; NULL: none.  Valid
 * until the next suggest_begin().
 */
const char *suggest_text(const struct suggest *suggest, size_t *talks);

#endif
