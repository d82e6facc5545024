/*
 * Headings of old documents: `##Words`, with no blank behind the marks, as many
 * readers once took them.
 */
#ifndef LECTERN_GLUED_H
#define LECTERN_GLUED_H

#include <stddef.h>

struct arena;

/*
 * Returns the text with a blank behind the marks of such headings, in the
 * arena, and its length in `*len`; NULL where the document's start does not
 * have two of them at least, and more than it has of others.  What stands in
 * fences of code stays as it is.
 */
char *glued_part(struct arena *arena, const char *s, size_t *len);

#endif
