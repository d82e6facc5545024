/*
 * Two versions of a text that Git did not merge, between lines that begin with "<<<<<<<",
 * "=======" and ">>>>>>>": the second would make a heading of the line above it.
 */
#ifndef LECTERN_UNMERGED_H
#define LECTERN_UNMERGED_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` with blanks for the sign between two versions.
 * Returns the text, which the arena owns and a NUL ends, of as many bytes; NULL: there
 * is none.
 */
char *unmerged_part(struct arena *arena, const char *s, size_t *len);

#endif
