/*
 * Changes that wait until another program lets go of the file of marks.
 */
#ifndef LECTERN_HELD_H
#define LECTERN_HELD_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/marks/mark.h"

/* One of them; see marks_write(). */
struct held_change {
	struct mark told;
	enum mark_kind kind;
	bool on;
	const char *text;
	long long at;
};

/* Zeroed is empty; in the order in which they were made. */
struct held {
	struct arena *arena; /* owns the strings */
	struct held_change *change;
	size_t n, cap;
};

void held_free(struct held *held);

/* Adds a copy of a change, in place of one of the same mark. */
void held_add(struct held *held, const struct held_change *change);

#endif
