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
#include "lectern/source/transcripts.h"

/* Whether transcripts are searched for such a term. */
bool spoken_is_wanted(const struct term *term);

/* Whether that of any query is. */
bool spoken_is_searched(const struct query *query);

/* Returns where a term stands in it: the line; t->n: nowhere. */
size_t spoken_find(const struct transcript *t, const struct term *term);

/*
 * Returns the transcript of a talk if one is read and has a term of the query,
 * and sets the first line that has it; else NULL.  `transcripts` may be NULL.
 */
const struct transcript *spoken_in(const struct transcripts *transcripts,
    uint32_t talk, const struct query *query, size_t *line);

/*
 * Returns what is said from a line on, `*len` bytes, as far as it is to be
 * shown.
 */
const char *spoken_text(const struct transcript *t, size_t line, size_t *len);

#endif
