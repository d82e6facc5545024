/*
 * What of a talk's line is left over: in neither title, speakers nor facts.
 */
#ifndef LECTERN_REST_H
#define LECTERN_REST_H

#include "source/markdown/facts.h"
#include "source/markdown/manner.h"

struct arena;

/* What reads a talk's line. */
struct reader {
	struct arena *arena;
	const struct manner *manner;
	const struct talk_text *talk;
	struct anatomy anatomy;
	struct cut cut;
	struct people people;
	struct facts facts;
	struct split fields; /* where the title is one of them */
	bool whole;          /* the title is all that is quoted or styled */
	unsigned kept;       /* a bit for each one that the facts have */
};

/* Returns what is left of a line that was cut in two. */
struct line rest_of(const struct reader *reader);

/* Returns what is left of a line of fields. */
struct line rest_of_fields(const struct reader *reader);

#endif
