/*
 * Bounds lines that are longer than a person writes: libcmark takes many times
 * their size, and so does what is made of them.
 */
#ifndef LECTERN_LONG_LINES_H
#define LECTERN_LONG_LINES_H

#include <stddef.h>
#include <stdint.h>

/*
 * Returns a copy of the `len` bytes at `s`, to be freed, in which the middle of
 * each line of more than TEXT_MOST bytes is left out; its length goes to
 * `*out_len`.  What a line begins or ends, as a link, stays so.  Returns NULL if
 * there is no such line, as in most documents.
 */
char *long_lines_bound(const char *s, size_t len, size_t *out_len);

/*
 * Finds the next such line at or after `*at`, whose number `*row` is, and moves
 * both behind it.  Returns its bytes, with its line feed; 0 if there is none.
 */
size_t long_lines_next(const char *s, size_t len, size_t *at, uint32_t *row);

#endif
