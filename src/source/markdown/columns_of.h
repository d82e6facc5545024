/*
 * Which columns of a table have what, and its cells; columns.h finds them.
 */
#ifndef LECTERN_COLUMNS_OF_H
#define LECTERN_COLUMNS_OF_H

#include <stdbool.h>
#include <stdint.h>

#include "lectern/base/text.h"
#include "source/markdown/facts.h"
#include "source/markdown/md.h"

#define COLUMN_NONE  UINT32_MAX
#define COLUMNS_MOST 16 /* of a table that are looked at */

struct arena;

struct columns {
	uint32_t title;    /* from 0; COLUMN_NONE: the table has no talks */
	uint32_t speakers; /* COLUMN_NONE: no column */
	uint32_t video;    /* named so; COLUMN_NONE: no column */
	uint32_t slides;
	uint32_t track; /* named so, below no day; COLUMN_NONE: no column */
	uint8_t fact[COLUMNS_MOST]; /* enum fact, by the header */
	bool people; /* the header says that there are the speakers */
	bool named;  /* the header names the column of titles */
	bool lined;  /* the header of the speakers tells a line a part */
	bool alone;  /* rows of one cell are talks: see tables.c */
	bool groups; /* rows without a first cell belong to the one above */
	bool
	    headed; /* rows of one cell name what is below them, from the first */
};

/* Whether a cell is empty: it has neither a word nor a link. */
bool columns_say_nothing(const struct line *line);

/*
 * Returns the node of a row's cell in a column; 0 if the row is shorter or the
 * cell is empty ("-").
 */
static inline uint32_t
columns_cell(const struct markdown *md, uint32_t row, uint32_t column)
{
	uint32_t cell = row + 1 + column;
	const struct line *line;

	if (column == COLUMN_NONE || cell >= md->node[row].end)
		return 0;
	line = &md->node[cell].text;
	/* Most begin with a word. */
	if (line->len > 0 && text_ascii_word(line->text[0]))
		return cell;
	return columns_say_nothing(line) ? 0 : cell;
}

/* The only cell of a row that says something; 0: there are more, or none. */
uint32_t columns_only(const struct markdown *md, uint32_t row);

/*
 * Whether a row may name what is below it: with one cell, which leads to no talk
 * and is no break.
 */
bool columns_may_head(const struct markdown *md, uint32_t row);

/*
 * Returns the people of a cell, who are linked or stand in a line each, with
 * commas between; of a `lined` column only the first line has them.
 */
struct line
columns_people(struct arena *arena, const struct line *line, bool lined);

#endif
