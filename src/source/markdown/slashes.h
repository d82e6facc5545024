/*
 * Lines with two slashes between the title and who speaks: "Title // Ann Lee".
 */
#ifndef LECTERN_SLASHES_H
#define LECTERN_SLASHES_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` with a dash for such slashes, where most are
 * before somebody's name.  Returns the text, which the arena owns and a NUL ends,
 * with its bytes in `*len`; NULL: too few lines are so.
 */
char *slashes_part(struct arena *arena, const char *s, size_t *len);

#endif
