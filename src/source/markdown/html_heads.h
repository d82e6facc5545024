/*
 * Headings of HTML, `<h3>Talks</h3>`, with a list on the next line: generators of
 * sites read Markdown there, though HTML goes on up to an empty line.
 */
#ifndef LECTERN_HTML_HEADS_H
#define LECTERN_HTML_HEADS_H

#include <stddef.h>

struct arena;

/*
 * Returns the `*len` bytes at `s` with such headings written as those of
 * Markdown, owned by the arena, and sets `*len`; NULL: there are none.
 */
char *html_heads_part(struct arena *arena, const char *s, size_t *len);

/*
 * The same of headings of Markdown right below HTML whose tags are all closed: an
 * empty line is written above them.
 */
char *html_heads_below_part(struct arena *arena, const char *s, size_t *len);

#endif
