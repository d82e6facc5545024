/*
 * Talks that are told by labels, "Speaker: Ann Lee" and "Title: Tides", where the
 * lines do not stand as those of other documents do.
 */
#ifndef LECTERN_RECORDS_H
#define LECTERN_RECORDS_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` with each title before who speaks, and in a list
 * who speaks below it.  Returns the text, which the arena owns and a NUL ends,
 * with its bytes in `*len`; NULL: it is so.
 */
char *records_part(struct arena *arena, const char *s, size_t *len);

#endif
