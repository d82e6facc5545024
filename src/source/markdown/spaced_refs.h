/*
 * References of links as the first Markdown had them, with a blank between:
 * "[words] [label]".
 */
#ifndef LECTERN_SPACED_REFS_H
#define LECTERN_SPACED_REFS_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` without these blanks, where the label has a
 * definition and the words have none.  Returns the text, which the arena owns and a
 * NUL ends, with its bytes in `*len`; NULL: there are none.
 */
char *spaced_refs_part(struct arena *arena, const char *s, size_t *len);

#endif
