/*
 * Titles in bold of which who speaks stands between two dashes: "**Title - Ann Lee
 * -**".
 */
#ifndef LECTERN_BOLD_DASHES_H
#define LECTERN_BOLD_DASHES_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` without the second of these dashes.  Returns the
 * text, which the arena owns and a NUL ends, with its bytes in `*len`; NULL: too few
 * lines are so.
 */
char *bold_dashes_part(struct arena *arena, const char *s, size_t *len);

#endif
