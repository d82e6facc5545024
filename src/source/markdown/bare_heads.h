/*
 * Headings whose marks were forgotten: a line "Ann Lee: Title" between talks,
 * where headings are "## Ann Lee: Title" over text and a link.
 */
#ifndef LECTERN_BARE_HEADS_H
#define LECTERN_BARE_HEADS_H

#include <stddef.h>

struct arena;

/*
 * Returns the text with marks before such lines, in the arena, and its length in
 * `*len`; NULL: there are none.  The line before is a link and no more, which
 * ends the talk above, and so is one below, before the next heading.
 */
char *bare_heads_part(struct arena *arena, const char *s, size_t *len);

#endif
