/*
 * The shape of a document: which of its nodes are tracks and which are talks.
 * The rules stand at the head of shape.c.
 */
#ifndef LECTERN_SHAPE_H
#define LECTERN_SHAPE_H

#include <stdint.h>

#include "source/markdown/markdown.h"

enum shape_kind {
	SHAPE_AUTO, /* only as what is wanted: choose by the rules */
	SHAPE_LIST,
	SHAPE_HEADINGS,
	SHAPE_PARAGRAPHS, /* some paragraphs are the talks */
	SHAPE_ONE,        /* all of it is one talk */
};

/* What a node is; nodes below a talk's, track's or name's have ROLE_BODY. */
enum role {
	ROLE_BODY,
	ROLE_NAME,  /* the heading that names the document */
	ROLE_TRACK, /* a heading */
	ROLE_TALK,  /* a heading, list item, table row or bold paragraph */
	ROLE_SKIP,  /* repeats what stands elsewhere, with all that is below */
};

struct shape {
	enum shape_kind kind; /* never SHAPE_AUTO */
	int level;            /* of the talks, for SHAPE_HEADINGS */
	uint8_t *role; /* enum role of each node; freed by shape_free() */
};

/*
 * Finds the shape of `md`.  `want` and `level` (1 to 6; 0: by the rules) take
 * the place of the rules' own choice where the document has it.
 */
void shape_find(struct shape *shape, const struct markdown *md,
    enum shape_kind want, int level);
void shape_free(struct shape *shape);

/*
 * The cell of the talk row `row` that is the talk's line (the index of its
 * node), or 0 where the row has none; where the header of the table names a
 * column of speakers, `*speakers` is that cell, else 0.
 */
uint32_t
shape_row_line(const struct markdown *md, uint32_t row, uint32_t *speakers);

#endif
