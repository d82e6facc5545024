/*
 * Items that begin with a date, and no sign between that and the title: `- 16 May
 * 2031 Title`.
 */
#ifndef LECTERN_DATED_H
#define LECTERN_DATED_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` with a colon behind these dates, where most items
 * of the outermost lists have one.  Returns the text, which the arena owns and a
 * NUL ends, with its bytes in `*len`; NULL: they do not.
 */
char *dated_part(struct arena *arena, const char *s, size_t *len);

#endif
