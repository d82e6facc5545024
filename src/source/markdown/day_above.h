/*
 * The day that stands above talks: in a heading, a bold line, an item around
 * them, a row of their table.
 */
#ifndef LECTERN_DAY_ABOVE_H
#define LECTERN_DAY_ABOVE_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/walk.h"

/*
 * Takes the day that node `i` tells, for the talks below it, or ends those that
 * do not reach so far.  To be called for each node that is not of the notes of
 * a table's row, in order.
 */
void day_above_look(struct walk *w, uint32_t i);

/* Whether the last day that began is a heading of that level. */
bool day_above_is(const struct walk *w, int level);

/* Takes a day that a row tells by a cell, for those below that have none. */
void day_above_row(struct walk *w, uint32_t row, const char *day);

/*
 * Gives a talk that begins now the day that is told above it, and when and where
 * a heading right above says that it is.
 */
void day_above_give(struct walk *w, struct talk *talk);

#endif
