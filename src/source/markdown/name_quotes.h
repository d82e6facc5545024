/*
 * Lines that begin with who speaks, before a title in quotes: "Ann Lee - "Tides"",
 * or over it, behind a time.
 */
#ifndef LECTERN_NAME_QUOTES_H
#define LECTERN_NAME_QUOTES_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` with such titles first, where enough lines are so.
 * Returns the text, which the arena owns and a NUL ends, with its bytes in `*len`;
 * NULL: there are too few.
 */
char *name_quotes_part(struct arena *arena, const char *s, size_t *len);

#endif
