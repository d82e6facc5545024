/*
 * The reader of Markdown's nodes (and the one door to libcmark): CommonMark,
 * and what it lacks, tables and bare URLs.
 */
#ifndef LECTERN_MARKDOWN_H
#define LECTERN_MARKDOWN_H

#include <stddef.h>

#include "source/markdown/md.h"

struct arena;
struct progress;

/*
 * Parses the `len` bytes at `s`, which are clean (see text_clean); `progress`,
 * which may be NULL, can have only the beginning of them parsed.  Texts are
 * owned by the arena, the nodes are freed with markdown_free().
 */
void markdown_parse(struct markdown *md, struct arena *arena, const char *s,
    size_t len, struct progress *progress);
void markdown_free(struct markdown *md);

#endif
