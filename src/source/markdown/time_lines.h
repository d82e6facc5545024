/*
 * Programmes of paragraphs: a time that stands alone, the title below it, and
 * then who speaks.
 */
#ifndef LECTERN_TIME_LINES_H
#define LECTERN_TIME_LINES_H

#include <stddef.h>

struct arena;

/*
 * Returns the text with headings for its days, sessions and talks, each on the
 * line where it was, in the arena, and its length in `*len`; NULL where the
 * document is no such programme.  Three times at least have a title in style
 * below them, and few have none.
 */
char *time_lines_part(struct arena *arena, const char *s, size_t *len);

#endif
