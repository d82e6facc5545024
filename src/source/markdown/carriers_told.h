/*
 * Tells how many talks are headings, items, rows, and why.
 */
#ifndef LECTERN_CARRIERS_TOLD_H
#define LECTERN_CARRIERS_TOLD_H

#include <stddef.h>
#include <stdint.h>

#include "source/built.h"
#include "source/markdown/carriers.h"
#include "source/markdown/roles.h"

struct arena;

/* How many talks are each, breaks apart, and the line of the first one. */
struct carried {
	size_t n[CARRIERS];
	uint32_t first[CARRIERS];
	size_t pauses;
};

/*
 * Counts what the talks are once these are built, from the `first` one on.  Reads
 * their notes.
 */
void carriers_told_count(const struct carriers *carriers,
    const struct built *built, size_t first, struct carried *carried);

/*
 * Returns, in `arena` and for told_text(), a line for each of what the talks are,
 * NULL for none: how many there are, where the first one stands and, where others
 * are the most, why they are taken, too, and what leaves them out.
 */
const char *carriers_told(struct arena *arena, const struct shape *shape,
    const struct carried *carried);

#endif
