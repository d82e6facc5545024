/*
 * Talks as paragraphs of lines: when and where, a linked title, other links, and
 * who speaks, a line each.
 */
#ifndef LECTERN_STACKED_LINES_H
#define LECTERN_STACKED_LINES_H

#include <stddef.h>

struct arena;

/*
 * Returns the text with such titles as headings, with their times, over all who
 * speak, in the arena, and its length in `*len`; lines keep their numbers.  NULL
 * where there are not two of them.
 */
char *stacked_lines_part(struct arena *arena, const char *s, size_t *len);

#endif
