/*
 * Recognises tables of GitHub Flavored Markdown, which libcmark does not know,
 * and splits their rows into cells.
 */
#ifndef LECTERN_TABLE_H
#define LECTERN_TABLE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* A stretch of the document. */
struct extent {
	const char *s;
	size_t len;
};

/* Whether a line is a delimiter row: cells of `-` with `:`, at least one bar. */
bool table_is_delimiter(const char *s, size_t len);

/*
 * Returns how many cells a row has; a bar at either end of the line makes no
 * cell.
 */
size_t table_count(const char *s, size_t len);

/*
 * Takes the next cell of a row, from byte `*at` (0 at first) on, without blanks
 * around it.  Returns false if there is none.
 */
bool table_cell(const char *s, size_t len, size_t *at, struct extent *cell);

#endif
