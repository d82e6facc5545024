/*
 * Minor markup within words: tags that only style them, and references that
 * stand for usual signs.
 */
#ifndef LECTERN_MINOR_H
#define LECTERN_MINOR_H

#include <stddef.h>

/*
 * Returns the bytes, of the `len` (at least 1) at `s`, of the tag that begins
 * there; 1 where `<` is but a sign; 0 where it may be other markup.
 */
size_t minor_angle(const char *s, size_t len);

/* The same of a reference; 1 for a usual one, too. */
size_t minor_ampersand(const char *s, size_t len);

#endif
