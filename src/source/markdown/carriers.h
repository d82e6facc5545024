/*
 * What of a document its talks are: headings, items, rows.
 */
#ifndef LECTERN_CARRIERS_H
#define LECTERN_CARRIERS_H

#include <stddef.h>
#include <stdint.h>

#include "source/markdown/md.h"
#include "source/markdown/roles.h"

/* What a talk is; headings are by level, from 1 to 6. */
enum carrier {
	CARRIER_NONE, /* all of the document */
	CARRIER_ITEM = 7,
	CARRIER_ROW,
	CARRIER_CELL,
	CARRIER_PARAGRAPH,
	CARRIER_QUOTE,
	CARRIERS,
};

/* Those of a document's talks, in their order. */
struct carriers {
	uint8_t *of; /* enum carrier of each; to be freed */
	size_t n, cap;
};

/* Finds what the talks are that will be built; see talks_build(). */
void carriers_find(struct carriers *carriers, const struct markdown *md,
    const struct shape *shape);

#endif
