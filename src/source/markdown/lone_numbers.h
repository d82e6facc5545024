/*
 * Notes in which talks are numbered lines, "1. "Title" - Ann Lee", and what was said
 * stands between these as text of its own: to the rules each is a list of one item.
 */
#ifndef LECTERN_LONE_NUMBERS_H
#define LECTERN_LONE_NUMBERS_H

#include <stddef.h>

struct arena;

/*
 * Returns the text with headings in place of those lines, in the arena, and its
 * length in `*len`; NULL where there are none.
 */
char *lone_numbers_part(struct arena *arena, const char *s, size_t *len);

#endif
