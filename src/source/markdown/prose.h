/*
 * Talks that are told of in prose, where each title is quoted and leads to its
 * page.
 */
#ifndef LECTERN_PROSE_H
#define LECTERN_PROSE_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` with an item for each such title, over the words
 * that tell of it.  Returns the text, which the arena owns and a NUL ends, with its
 * bytes in `*len`; NULL: there are few, or the text is more than prose.
 */
char *prose_part(struct arena *arena, const char *s, size_t *len);

#endif
