/*
 * Tables, which libcmark takes for paragraphs.  The texts of their cells are
 * Markdown too, so they are written as headings into a second document, parsed
 * after the first: a heading takes any line as inline text, whatever that line
 * would mean elsewhere.  The definitions of link references are repeated there.
 */
#ifndef LECTERN_CELLS_H
#define LECTERN_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/reader.h"

/*
 * Reads the lines `first` to `last` of a paragraph that begins in column
 * `column` as a table, and what stands above it as a paragraph.  False, with
 * nothing added: there is no table.
 */
bool cells_read(struct reader *r, int first, int last, int column);

/*
 * Returns the second document, freed by the caller, and its bytes in `*len`: a
 * heading for each of the reader's cells, in order.
 */
char *cells_document(const struct reader *r, size_t *len);

#endif
