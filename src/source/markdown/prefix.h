/*
 * What most titles of a document begin with, and is no part of them: a word with
 * a colon, "Talk:", or a series and its number, "Quay Evening #12:".
 */
#ifndef LECTERN_PREFIX_H
#define LECTERN_PREFIX_H

#include <stddef.h>

#include "source/markdown/talk_line.h"

#define PREFIX_MOST 40 /* bytes of a prefix, with its NUL */

/*
 * Finds it for the `n` talks of a sample: `prefix`, of PREFIX_MOST bytes that are
 * NUL, becomes the word with its colon, or the series up to the number.
 */
void prefix_find(char *prefix, const struct talk_text *talks, size_t n);

#endif
