/*
 * Lists of a programme in which a time is an item, with what begins then below it.
 */
#ifndef LECTERN_TIME_ITEMS_H
#define LECTERN_TIME_ITEMS_H

#include <stddef.h>

struct arena;

/*
 * Returns the text with each such time before the items below it, where it was, in
 * the arena, and its length in `*len`; NULL where the document has no two of them,
 * or where not half of what is below them names somebody.
 */
char *time_items_part(struct arena *arena, const char *s, size_t *len);

#endif
