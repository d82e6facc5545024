/*
 * Text that grows at its end.
 */
#ifndef LECTERN_BUFFER_H
#define LECTERN_BUFFER_H

#include <stddef.h>

/* All zero: empty, `s` is NULL.  `s` is to be freed. */
struct buffer {
	char *s;
	size_t len, cap;
};

/* Appends the `len` bytes at `s`; a NUL follows that is not counted. */
void buffer_put(struct buffer *buffer, const char *s, size_t len);

/* Appends a string. */
void buffer_puts(struct buffer *buffer, const char *s);

#endif
