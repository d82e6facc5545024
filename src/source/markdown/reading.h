/*
 * One talk's line, read in the manner of its document.
 */
#ifndef LECTERN_READING_H
#define LECTERN_READING_H

#include <stddef.h>
#include <stdint.h>

#include "source/markdown/manner.h"

/* What a talk's line says. */
struct reading {
	struct line title;
	uint32_t from, to;           /* its bytes on the line */
	const char *const *speakers; /* nspeakers of them */
	size_t nspeakers;
	bool whole;       /* the speakers are all that was said of them */
	struct line rest; /* what is in neither: of no length if nothing */
};

/* Reads a talk; what it returns is owned by the arena. */
struct reading reading_of(struct arena *arena, const struct manner *manner,
    const struct talk_text *talk);

#endif
