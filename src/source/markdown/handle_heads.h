/*
 * Headings that end in a colon and who speaks, most with a handle:
 * "## Title: [@ann](profile)".
 */
#ifndef LECTERN_HANDLE_HEADS_H
#define LECTERN_HANDLE_HEADS_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` with a dash for that colon, where no more than a
 * name may follow.  Returns the text, which the arena owns and a NUL ends, with its
 * bytes in `*len`; NULL: too few headings are so.
 */
char *handle_heads_part(struct arena *arena, const char *s, size_t *len);

#endif
