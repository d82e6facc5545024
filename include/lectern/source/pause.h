/*
 * What stands in a programme and is no talk: lunch, breaks, parties.
 */
#ifndef LECTERN_PAUSE_H
#define LECTERN_PAUSE_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/model/notes.h"

struct arena;

/*
 * Whether a talk is a break: it is called so, in one of many languages, and has
 * no speakers, no video, and no notes but when and where.  Reads its notes.
 */
bool pause_is(const struct talk *talk);

/* Returns how many of `n` talks, from the `first` on, are breaks.  Reads notes. */
size_t pause_count(const struct talk *talks, size_t first, size_t n);

/*
 * Returns a text about talks with how many breaks there are beside, if any, in
 * `arena` and for told_text(): "12 talks, 3 breaks".
 */
const char *pause_told(struct arena *arena, const char *talks, size_t pauses);

/* Returns the same of `n` talks, from the `first` on.  Reads their notes. */
const char *pause_talks(
    struct arena *arena, const struct talk *talks, size_t first, size_t n);

#endif
