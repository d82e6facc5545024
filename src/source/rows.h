/*
 * Reads rows of cells as in CSV (RFC 4180, with any separator): a cell in
 * quotes may have separators, line ends and doubled quotes.  Malformed text is
 * read as it stands.
 */
#ifndef LECTERN_ROWS_H
#define LECTERN_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

#define ROWS_CELLS 1000 /* of a row that are read */

struct rows {
	/* The current row; the cells are in the text, up to TEXT_MOST bytes. */
	char **cell;         /* as they stand, with blanks and line feeds */
	uint32_t *cell_line; /* in which each begins */
	size_t n, cap, lines_cap;
	uint32_t row;      /* its first line, from 1 */
	const char *fault; /* what is wrong with it, or NULL */
	/* The rest of the text. */
	char *s; /* clean; NULs are written after its cells */
	size_t len;
	size_t at;     /* where the next cell begins */
	uint32_t line; /* the line of that */
	char separator;
};

/*
 * Begins to read the `len` bytes at `s`: clean, NUL-terminated, outliving the
 * cells; they are written to.  To be freed with rows_free().
 */
void rows_begin(struct rows *rows, char *s, size_t len, char separator);
void rows_free(struct rows *rows);

/*
 * Reads the next row that has a cell which is not blank; false if there is
 * none.
 */
bool rows_next(struct rows *rows);

/* Whether a cell has nothing but blanks and line feeds. */
bool rows_is_blank(const char *cell);

/*
 * Returns the words of a cell before the first line end of HTML, without tags
 * and with single blanks, owned by the arena.
 */
const char *rows_words(struct arena *arena, const char *cell);

#endif
