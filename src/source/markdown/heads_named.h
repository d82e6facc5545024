/*
 * Headings that are somebody's name, over the title of their talk in bold.
 */
#ifndef LECTERN_HEADS_NAMED_H
#define LECTERN_HEADS_NAMED_H

#include <stddef.h>

struct arena;

/*
 * Exchanges these two, where most headings of their level are so.  Returns the
 * text, which the arena owns and a NUL ends, with its bytes in `*len`; NULL: there
 * are none.
 */
char *heads_named_part(struct arena *arena, const char *s, size_t *len);

#endif
