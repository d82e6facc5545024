/* Words that names do not have. */
#ifndef LECTERN_NO_NAMES_H
#define LECTERN_NO_NAMES_H

#include <stddef.h>

/*
 * Returns the words, `*n` of them in small letters, that stand in titles, and in
 * names never, in the order of their bytes.
 */
const char *const *no_names(size_t *n);

#endif
