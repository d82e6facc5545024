/*
 * Paragraphs that are a title over a bare address, and perhaps a remark.
 */
#ifndef LECTERN_TITLE_URLS_H
#define LECTERN_TITLE_URLS_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` with such titles as items that are links, where
 * the document has no headings, and videos enough.  Lines keep their numbers.
 * Returns the text, which the arena owns and a NUL ends, with its bytes in `*len`;
 * NULL: it is no such document.
 */
char *title_urls_part(struct arena *arena, const char *s, size_t *len);

#endif
