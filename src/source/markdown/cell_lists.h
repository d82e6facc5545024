/*
 * Tables in whose cells are lists, an item behind each `<br>`: a row is an event,
 * `2031-05-07 | [Quay Evening](link) | - [Title](link) by Ann Lee<br>- ...`.
 */
#ifndef LECTERN_CELL_LISTS_H
#define LECTERN_CELL_LISTS_H

#include <stddef.h>

struct arena;

/*
 * Returns a copy of the `*len` bytes at `s`, in the arena, in which each row of
 * such tables is a heading and a list in HTML, in the line where it was, and its
 * length in `*len`; NULL, and `*len` as it was, where there are none.
 */
char *cell_lists_part(struct arena *arena, const char *s, size_t *len);

#endif
