/*
 * What the header and the cells of a table's columns say, for columns.c.
 */
#ifndef LECTERN_COLUMNS_READ_H
#define LECTERN_COLUMNS_READ_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/columns_of.h"
#include "source/markdown/header.h"

struct arena;

/* What the cells of a column are, counted. */
struct column {
	uint32_t filled, links, shown, labels, words, times, different;
	uint32_t bytes;
	uint32_t clocks; /* times of a day */
	uint32_t hour;   /* of the first that is a time */
	bool headed;     /* it has a header */
	bool lined;      /* which has several lines */
	struct header says;
};

/* A table, with its columns. */
struct columns_reader {
	const struct markdown *md;
	struct arena *arena;
	uint32_t table, rows; /* the rows that were looked at */
	uint32_t full;        /* those of them that have several cells filled */
	struct column column[COLUMNS_MOST];
};

/*
 * Reads the columns of the reader's table, of which it has no more than the
 * document, the table's node and an arena.
 */
void columns_read(struct columns_reader *r);

/* How many cells of a column are names, of the rows that are looked at. */
uint32_t columns_read_names(const struct columns_reader *r, uint32_t k);

/* Whether most cells of a column say what kind of event each is: "Workshop". */
bool columns_read_formats(const struct columns_reader *r, uint32_t k);

#endif
