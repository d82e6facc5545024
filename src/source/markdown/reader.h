/*
 * A document that is being read: its lines, and the growing list of nodes.
 */
#ifndef LECTERN_READER_H
#define LECTERN_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/md.h"
#include "source/markdown/table.h"

struct arena;

#define READER_BELOW 7 /* one level below the previous heading */

/* A cell whose text is for the second document. */
struct cell {
	struct extent text;
	uint32_t node;
};

/* A document that is being read: reader_begin() to reader_end(). */
struct reader {
	struct markdown *md; /* the nodes read so far */
	size_t first;        /* of them, those before are not of this reader */
	struct arena *arena; /* of their texts */
	const char *s;       /* the document */
	size_t len;
	char *own; /* the same, where texts may stay: see simple.h; or NULL */
	size_t *lines; /* where each line starts, and one past the last */
	size_t nlines, lines_cap;
	struct cell *cells; /* see cells.h */
	size_t ncells, cells_cap;
	uint32_t parent; /* of the next node */
	bool html;       /* the last block of the outermost level was HTML */
};

/*
 * Begins to read the `len` bytes at `s`, which must outlive the reading, and to
 * add their nodes to those of `md`.
 */
void reader_begin(struct reader *r, struct markdown *md, struct arena *arena,
    const char *s, size_t len);

/* Frees everything but the nodes. */
void reader_end(struct reader *r);

/* Adds a node that begins in line `row`; valid until the next one. */
struct md_node *reader_add(struct reader *r, enum md_kind kind, uint32_t row);

/* Adds a node that holds all nodes added until reader_close(). */
struct md_node *reader_open(struct reader *r, enum md_kind kind, uint32_t row);
void reader_close(struct reader *r);

/* The arena of spans of lines that stay. */
struct arena *reader_spans(const struct reader *r);

/*
 * Returns line `row` (from 1) of a paragraph that begins in column `column` (0
 * for lines after the first), without the marks of its containers.
 */
struct extent reader_line(const struct reader *r, int row, int column);

/*
 * Ends a document whose nodes are all there.  Gives headings made of <summary>
 * the level below the previous heading's.
 */
void reader_settle(struct markdown *md);

#endif
