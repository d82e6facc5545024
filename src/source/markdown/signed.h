/*
 * Talks as they are copied from a page: a paragraph that begins with the title and
 * ends in a line with the speaker and a handle, "Ann Lee @annlee".
 */
#ifndef LECTERN_SIGNED_H
#define LECTERN_SIGNED_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` with the titles of such paragraphs as headings
 * below the others, each over its last line.  Returns the text, which the arena
 * owns and a NUL ends, with its bytes in `*len`; NULL: there are not enough.
 */
char *signed_part(struct arena *arena, const char *s, size_t *len);

#endif
