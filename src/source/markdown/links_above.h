/*
 * Links to videos that stand above the titles of their talks.
 */
#ifndef LECTERN_LINKS_ABOVE_H
#define LECTERN_LINKS_ABOVE_H

#include <stddef.h>

struct arena;

/*
 * Puts such links below the titles, where from the first line on each video has a
 * title right below.  Returns the text, which the arena owns and a NUL ends, with
 * its bytes in `*len`; NULL: there are none.
 */
char *links_above_part(struct arena *arena, const char *s, size_t *len);

#endif
