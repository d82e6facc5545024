/*
 * Bounds how deep lists and quotes are nested.  libcmark looks at all open ones
 * for each line, so that deep nesting would take it endless time.
 */
#ifndef LECTERN_NESTING_H
#define LECTERN_NESTING_H

#include <stddef.h>

#define NESTING_MOST 64 /* levels; deeper marks become text */

/*
 * Returns a copy of the `len` bytes at `s`, to be freed, with a backslash
 * before each mark of a list or quote that may be nested deeper than
 * NESTING_MOST; its length goes to `*out_len`.  Returns NULL if there is no
 * such mark, as in most documents.
 */
char *nesting_bound(const char *s, size_t len, size_t *out_len);

#endif
