/*
 * Talks as paragraphs of one line below days: "**Monday**", "Ann Lee - Kelp".
 */
#ifndef LECTERN_DAY_LINES_H
#define LECTERN_DAY_LINES_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` with such lines as headings, and those that are
 * days in bold as headings over them.  Returns the text, which the arena owns and
 * a NUL ends, with its bytes in `*len`; NULL: there are none.
 */
char *day_lines_part(struct arena *arena, const char *s, size_t *len);

#endif
