/*
 * Links that are none, since something of them is missing or wrong:
 * `[words](http://...` without its end, `[words] (http://...)`, `htp://...`.
 * Their words are shown as they are written.
 */
#ifndef LECTERN_BROKEN_LINKS_H
#define LECTERN_BROKEN_LINKS_H

#include <stddef.h>
#include <stdint.h>

#include "source/markdown/md.h"

struct unseen_list;

/* Adds those in the nodes that were made of the `len` bytes at `s`. */
void broken_links_find(struct unseen_list *unseen, const struct markdown *md,
    const char *s, size_t len);

/*
 * Returns where the words end of a link that begins a line and that nothing closes,
 * "[Monday](https://..."; 0: it begins with none.
 */
uint32_t broken_links_words(const struct line *line);

#endif
