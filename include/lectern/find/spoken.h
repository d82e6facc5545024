/*
 * Finds the words of a query in transcripts: what a term without a field may
 * be found in, after all else.
 */
#ifndef LECTERN_SPOKEN_H
#define LECTERN_SPOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/model/query.h"
#include "lectern/source/transcript.h"

/* Whether transcripts are searched for such a term. */
bool spoken_is_wanted(const struct term *term);

/* Whether that of any query is. */
bool spoken_is_searched(const struct query *query);

/* Returns where a term stands in it: the line; t->n: nowhere. */
size_t spoken_find(const struct transcript *t, const struct term *term);

/*
 * Returns the first line that has a term of the query; t->n: none has.
 */
size_t spoken_line(const struct transcript *t, const struct query *query);

/*
 * Returns what is said from a line on, `*len` bytes, as far as it is to be
 * shown.
 */
const char *spoken_text(const struct transcript *t, size_t line, size_t *len);

#endif
