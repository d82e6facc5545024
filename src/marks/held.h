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
	size_t done;      /* the first of them are made */
	struct strmap of; /* their indices, by the marks that they change */
};

void held_free(struct held *held);

/* Adds a copy of a change, in place of one of the same mark. */
void held_add(struct held *held, const struct mark_change *change);

/* Puts changes that were made at once in place of those of the same marks. */
void held_over(struct held *held, const struct mark_change *change, size_t n);

/* Returns the next changes, at most `most`, and how many they are. */
struct mark_change *held_next(struct held *held, size_t most, size_t *n);

/* Takes the next `n` changes off; they are made. */
void held_made(struct held *held, size_t n);

#endif
