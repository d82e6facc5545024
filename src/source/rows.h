/*
 * Rows of cells, as CSV has them (RFC 4180, with any separator): cells in quotes
 * may have separators, line ends and doubled quotes.  What is malformed is read
 * as it stands.
 */
#ifndef LECTERN_ROWS_H
#define LECTERN_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rows {
	/* The row that was read; the cells are in the text. */
	char **cell; /* as they stand: with their blanks, and line feeds */
	size_t n, cap;
	uint32_t row;      /* its first line, from 1 */
	const char *fault; /* what is wrong with it, or NULL */
	/* What is left. */
	char *s; /* clean; cells are ended in it */
	size_t len;
	size_t at;     /* of the next cell */
	uint32_t line; /* on which that begins */
	char separator;
};

/*
 * Begins to read the `len` bytes at `s`, which are clean, NUL-terminated, written
 * to, and outlive the cells; to be freed with rows_free().
 */
void rows_begin(struct rows *rows, char *s, size_t len, char separator);
void rows_free(struct rows *rows);

/* Reads the next row in which any cell is not blank; false: there is none. */
bool rows_next(struct rows *rows);

/* Whether a cell has nothing but blanks and line feeds. */
bool rows_is_blank(const char *cell);

#endif
