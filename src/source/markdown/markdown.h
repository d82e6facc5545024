/*
 * Parses Markdown into nodes (the one door to libcmark): CommonMark, and beyond
 * it tables and bare URLs.
 */
#ifndef LECTERN_MARKDOWN_H
#define LECTERN_MARKDOWN_H

#include <stddef.h>

#include "source/markdown/md.h"

struct arena;
struct progress;
struct reader;

/*
 * Parses the `len` bytes at `s`, which are clean (see text_clean()).  If
 * `progress` (may be NULL) stops it, only their beginning is parsed.  The arena
 * owns texts; markdown_free() frees the nodes.
 */
void markdown_parse(struct markdown *md, struct arena *arena, const char *s,
    size_t len, struct progress *progress);
void markdown_free(struct markdown *md);

/*
 * Takes the arena of spans of the last nodes of `md`, and drops those of nodes
 * that all stand before number `end`.
 */
void markdown_take_spans(struct markdown *md, struct arena *spans);
void markdown_drop_spans(const struct markdown *md, size_t end);

/* Gives nodes the texts that they await: see cells.h. */
void markdown_read_cells(struct reader *r);

#endif
