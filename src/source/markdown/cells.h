/*
 * Tables, which libcmark takes for paragraphs.  The texts of their cells are
 * Markdown, too: where they have markup they are written as headings into a second document, which is
 * parsed after the first.  (A heading takes any line as inline text.)
 * Definitions of link references are repeated there.
 */
#ifndef LECTERN_CELLS_H
#define LECTERN_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/reader.h"

/* Takes the place of the bar behind a cell whose text stays: see simple.h. */
#define CELLS_BAR '\2'

/*
 * Reads the lines `first` to `last` of a paragraph that begins in column
 * `column` as a table, and the lines above the table as a paragraph.  Returns
 * false, with nothing added, if there is no table.
 */
bool cells_read(struct reader *r, int first, int last, int column);

/* Has node number `node` get its text from the second document. */
void cells_await(struct reader *r, uint32_t node, struct extent text);

/*
 * Returns the second document, to be freed, and its bytes in `*len`: a heading
 * for each text that is awaited, in order.
 */
char *cells_document(const struct reader *r, size_t *len);

#endif
