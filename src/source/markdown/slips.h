/*
 * Links and ends of lines that are meant, but written as in other languages:
 * `(Title)[https://...]`, `[Title](a file.pdf)`, `\slides{https://...}`, `\\` at the
 * end of a line; or with a bracket too few, too many or in the wrong place, as in
 * `[Title] (https://...)`; or torn in two at a bracket.
 */
#ifndef LECTERN_SLIPS_H
#define LECTERN_SLIPS_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` as Markdown has them; what stands in code stays.
 * Returns the text, which the arena owns and a NUL ends, with its bytes in
 * `*len`; NULL: there are none.
 */
char *slips_part(struct arena *arena, const char *s, size_t *len);

#endif
