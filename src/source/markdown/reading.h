/*
 * Reads a talk's line in the manner of its document.
 */
#ifndef LECTERN_READING_H
#define LECTERN_READING_H

#include <stddef.h>
#include <stdint.h>

#include "source/markdown/facts.h"
#include "source/markdown/manner.h"

/* What a talk's line says. */
struct reading {
	struct line title;
	uint32_t from, to;           /* the title's bytes on the line */
	const char *const *speakers; /* nspeakers of them */
	size_t nspeakers;
	bool over;  /* that line is the one below the talk's own */
	bool whole; /* nothing else was said of the speakers */
	struct facts facts;
	struct line rest; /* what is in neither; empty if nothing */
};

/* Reads a talk; the arena owns the result. */
struct reading reading_of(struct arena *arena, const struct manner *manner,
    const struct talk_text *talk);

#endif
