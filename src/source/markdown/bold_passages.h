/*
 * Paragraphs that begin with a title in bold and name who speaks, beside lists.
 */
#ifndef LECTERN_BOLD_PASSAGES_H
#define LECTERN_BOLD_PASSAGES_H

#include <stddef.h>

struct arena;

/*
 * Writes such paragraphs as items: titles that are links, "**[Title](link)** by Ann
 * Lee", and those below a picture that leads to their video, "**Title** | Ann Lee",
 * where lists are there, too.  Returns the text, which the arena owns and a NUL
 * ends, with its bytes in `*len`; NULL: there are too few.
 */
char *bold_passages_part(struct arena *arena, const char *s, size_t *len);

#endif
