/*
 * Light stems of English words: no plural, -ing, -ed, -ly.
 */
#ifndef LECTERN_STEM_H
#define LECTERN_STEM_H

#include <stdbool.h>
#include <stddef.h>

#define STEM_BYTES 24 /* of a word that are looked at */

/*
 * Writes the stem of a word of at least three bytes in lower case, without a NUL;
 * returns its length, at least 3.  The word begins with it, but for a `y` at the
 * end of four or more, which may be `i` there.
 */
size_t stem_of(const char *s, size_t len, char out[STEM_BYTES]);

/* Whether a word tells nothing: a number, or one that is in any text. */
bool stem_is_empty(const char *s, size_t len);

#endif
