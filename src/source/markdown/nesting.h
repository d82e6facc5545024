/*
 * How deep lists and quotes stand in one another.  libcmark looks at all that
 * are open for each line, blank ones too: what is nested without bound takes it
 * time without bound.
 */
#ifndef LECTERN_NESTING_H
#define LECTERN_NESTING_H

#include <stddef.h>

#define NESTING_MOST 200 /* levels; what is deeper is text of the last one */

/*
 * Returns a copy of the `len` bytes at `s` with a backslash before each mark of
 * a list or quote that may be nested deeper than NESTING_MOST, its length in
 * `*out_len`, to be freed; NULL where there is none, as in most documents.
 */
char *nesting_bound(const char *s, size_t len, size_t *out_len);

#endif
