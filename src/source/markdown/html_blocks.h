/*
 * Blocks of HTML in Markdown: their headings, lists, tables and paragraphs.
 */
#ifndef LECTERN_HTML_BLOCKS_H
#define LECTERN_HTML_BLOCKS_H

#include <stdint.h>

#include "source/markdown/reader.h"

/* Adds the nodes of a block, which begins in line `row`. */
void html_blocks_read(struct reader *r, const char *s, uint32_t row);

#endif
