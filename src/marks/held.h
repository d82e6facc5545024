/*
 * Changes that wait until another program lets go of the file of marks.
 */
#ifndef LECTERN_HELD_H
#define LECTERN_HELD_H

#include <stddef.h>

#include "lectern/base/strmap.h"
#include "marks/mark_change.h"

/* Zeroed is empty; in the order in which they were made. */
struct held {
	struct arena *arena; /* owns the strings */
	struct mark_change *change;
	size_t n, cap;
	struct strmap of; /* their indices, by the marks that they change */
};

void held_free(struct held *held);

/* Adds a copy of a change, in place of one of the same mark. */
void held_add(struct held *held, const struct mark_change *change);

#endif
