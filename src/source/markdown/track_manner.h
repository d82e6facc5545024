/*
 * Tracks whose talks name people on their lines, in a document whose talks as a
 * whole do not.
 */
#ifndef LECTERN_TRACK_MANNER_H
#define LECTERN_TRACK_MANNER_H

#include <stdint.h>

#include "source/markdown/manner.h"
#include "source/markdown/md.h"
#include "source/markdown/roles.h"

struct arena;

/* Looks for such tracks, and adds what is found to `manner`, the document's. */
void track_manner_find(struct arena *arena, const struct markdown *md,
    const struct shape *shape, struct manner *manner);

/* Returns which carrier a talk has: BESIDE_LISTS, BESIDE_PASSAGES or BESIDE_HEADS. */
unsigned track_manner_carrier(const struct markdown *md, uint32_t i);

/* Returns the manner of the talk that node `i` is, in a document of `manner`. */
const struct manner *track_manner_of(
    const struct manner *manner, const struct markdown *md, uint32_t i);

#endif
