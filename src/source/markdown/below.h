/*
 * Lines below a talk's own, as places of its speakers.
 */
#ifndef LECTERN_BELOW_H
#define LECTERN_BELOW_H

#include <stdbool.h>

#include "source/markdown/names.h"
#include "source/markdown/talk_line.h"

/* Reads a line as people, with a word like "by" or "Speaker:" before them. */
struct people
below_read(struct arena *arena, const struct line *line, bool firms);

/* The first line below a talk that reads as names, or NULL. */
const struct line *below_any(struct arena *arena, const struct talk_text *talk);

#endif
