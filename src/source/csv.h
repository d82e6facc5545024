/*
 * The reader of tables: CSV (RFC 4180) and the like, with `,`, `;` or tabs
 * between cells, and a header row that names the columns.
 */
#ifndef LECTERN_CSV_H
#define LECTERN_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "source/builder.h"
#include "source/document.h"

enum csv_kind {
	CSV_NONE,
	CSV_OTHER, /* a table that tells of something else */
	CSV_TALKS,
};

/*
 * Finds whether a document that begins with the `len` bytes at `s` is such a
 * table: at least two columns have known names (title, speakers, track, url, day,
 * room, abstract and the like), and a row of several cells follows; or only one
 * of titles is known, and all rows have as many cells.  Where they have, and
 * none is known, it is another table.
 */
enum csv_kind csv_kind(const char *s, size_t len);

/*
 * Whether all rows of what begins so have as many cells, three or more: a table
 * whose first row may name no columns.
 */
bool csv_is_even(const char *s, size_t len);

/*
 * Builds the conference of a document: a talk for each row that is not empty.
 * Cells of other columns become notes.  Warns of rows that do not fit.
 */
void csv_read(struct build *build, const struct document *document);

#endif
