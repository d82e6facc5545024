/*
 * Talks that are noted line by line, with nothing but a line end between them,
 * which Markdown takes for one paragraph.
 */
#ifndef LECTERN_BARE_LINES_H
#define LECTERN_BARE_LINES_H

#include <stddef.h>

struct arena;

/*
 * Returns the text with the mark of an item before each such line, in the arena,
 * and its length in `*len`; NULL where there are none.
 */
char *bare_lines_part(struct arena *arena, const char *s, size_t *len);

#endif
