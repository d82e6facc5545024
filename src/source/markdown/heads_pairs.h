/*
 * Headings with a heading of the same level right below, of which one is a name.
 */
#ifndef LECTERN_HEADS_PAIRS_H
#define LECTERN_HEADS_PAIRS_H

#include <stddef.h>

struct arena;

/*
 * Takes the marks off headings that are somebody's name, where most headings of
 * their level stand in such pairs, and puts them below their titles.  Returns the text, which the
 * arena owns and a NUL ends, with its bytes in `*len`; NULL: there are none.
 */
char *heads_pairs_part(struct arena *arena, const char *s, size_t *len);

#endif
