/*
 * The reader of Markdown documents, with its lazy way and its sure way: both
 * give the same talks.
 */
#ifndef LECTERN_MARKDOWN_READ_H
#define LECTERN_MARKDOWN_READ_H

#include "source/builder.h"
#include "source/document.h"

/* Builds the conference of a document; any bytes give one, with a talk. */
void markdown_read(struct build *build, const struct document *document);

/*
 * Builds the blocks of a text that is no document, as notes of the open talk;
 * `text` is clean and begins in that line of the document.
 */
void markdown_read_blocks(struct build *build, const char *text, uint32_t line);

#endif
