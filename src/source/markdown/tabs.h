/*
 * Lines whose parts stand a tab apart, as they do when they were copied out of a
 * table or typed into a text.
 */
#ifndef LECTERN_TABS_H
#define LECTERN_TABS_H

#include <stddef.h>

struct arena;

/*
 * Returns a copy of the `*len` bytes at `s`, in the arena, in which a bar parts
 * what tabs did, and its length in `*len`; NULL, and `*len` as it was, where most
 * lines have no tab between words.
 */
char *tabs_part(struct arena *arena, const char *s, size_t *len);

#endif
