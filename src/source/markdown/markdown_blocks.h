/*
 * A Markdown text that is no document, but notes of a talk.
 */
#ifndef LECTERN_MARKDOWN_BLOCKS_H
#define LECTERN_MARKDOWN_BLOCKS_H

#include <stdint.h>

#include "source/builder.h"

/*
 * Builds the blocks of a Markdown text as notes of the open talk.  `text` is
 * clean and begins in line `line` of the document.
 */
void markdown_blocks_read(struct build *build, const char *text, uint32_t line);

#endif
