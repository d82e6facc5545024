/*
 * Titles of talks as headings in the items of a list: "* #### Title".
 */
#ifndef LECTERN_ITEM_HEADS_H
#define LECTERN_ITEM_HEADS_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` with the words of such headings in bold, as titles
 * of items are: up to the brackets with links that they end in.  Returns the text,
 * which the arena owns and a NUL ends, with its bytes in `*len`; NULL: there are
 * none.
 */
char *item_heads_part(struct arena *arena, const char *s, size_t *len);

#endif
