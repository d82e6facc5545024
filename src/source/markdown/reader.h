/*
 * A document while it is read: its lines, and the list of nodes as it grows.
 */
#ifndef LECTERN_READER_H
#define LECTERN_READER_H

#include <stddef.h>
#include <stdint.h>

#include "source/markdown/md.h"
#include "source/markdown/table.h"

struct arena;

#define READER_BELOW 7 /* level of a heading that is below the one before */

/* A cell whose text waits for the second document. */
struct cell {
	struct extent text;
	uint32_t node;
};

/* A document that is read; reader_begin() to start, reader_end() to free. */
struct reader {
	struct markdown *md; /* the nodes read so far */
	struct arena *arena; /* of their texts */
	const char *s;       /* the document */
	size_t len;
	size_t *lines; /* where each line starts, and one past the last */
	size_t nlines, lines_cap;
	struct cell *cells; /* see cells.h */
	size_t ncells, cells_cap;
	uint32_t parent; /* of the next node */
};

/* Begins to read the `len` bytes at `s`, which stay where they are. */
void reader_begin(struct reader *r, struct markdown *md, struct arena *arena,
    const char *s, size_t len);

/* Frees all but the nodes. */
void reader_end(struct reader *r);

/* Adds a node that begins in line `row`; valid until the next one. */
struct md_node *reader_add(struct reader *r, enum md_kind kind, uint32_t row);

/* Adds a node that holds the ones added until reader_close(). */
struct md_node *reader_open(struct reader *r, enum md_kind kind, uint32_t row);
void reader_close(struct reader *r);

/*
 * Line `row` (from 1) of a paragraph that begins in column `column`, without
 * the marks of its containers.  The column is 0 for lines after the first.
 */
struct extent reader_line(const struct reader *r, int row, int column);

/* Gives headings that are made of <summary> the level below the one before. */
void reader_settle(struct markdown *md);

#endif
