/*
 * The columns of a table: which has the talks' titles, which their speakers,
 * and whether rows without a first cell belong to the row above.
 */
#ifndef LECTERN_COLUMNS_H
#define LECTERN_COLUMNS_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/markdown.h"

struct arena;

#define COLUMN_NONE UINT32_MAX

struct columns {
	uint32_t title;    /* from 0; COLUMN_NONE: the table has no talks */
	uint32_t speakers; /* COLUMN_NONE: none has */
	uint32_t video;    /* named so, or for slides; COLUMN_NONE: none */
	uint32_t slides;
	bool named;  /* the header names the column of titles */
	bool groups; /* rows without a first cell stand below one with it */
};

/* What the columns of the table at node `table` are. */
struct columns columns_find(const struct markdown *md, uint32_t table);

/*
 * The cell in a column of a row, as its node; 0 where the row is shorter or
 * the cell says nothing ("-").
 */
uint32_t columns_cell(const struct markdown *md, uint32_t row, uint32_t column);

/* A line of people who are linked, one after the other, parted by commas. */
struct line columns_people(struct arena *arena, const struct line *line);

#endif
