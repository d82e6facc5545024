/*
 * Reads inline text that is so simple that libcmark is not needed for it: words,
 * and links like `[words](url)`.
 */
#ifndef LECTERN_INLINE_H
#define LECTERN_INLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/richtext.h"

struct arena;

/* Takes the place of the bracket before a URL that stays; a NUL ends that. */
#define INLINE_URL '\1'

/*
 * Reads the `len` bytes at `s`, all of a block's text, on one line, into `line`
 * as markdown_parse() does.  Returns false, with nothing read, where the text
 * is not so simple.  `own` is NULL, or the same text where words may stay: see
 * richtext_words(); if all of it is a link, its URL stays as well, and its span is
 * owned by the arena `spans`.
 */
bool inline_read(struct arena *arena, struct arena *spans, const char *s,
    size_t len, char *own, struct line *line);

#endif
