/*
 * Talks, marks and counts as JSON, one object a line, schema 1.
 */
#ifndef LECTERN_PRINT_JSON_H
#define LECTERN_PRINT_JSON_H

#include <stdio.h>

#include "lectern/find/filter.h"
#include "lectern/marks/marks.h"
#include "lectern/model/notes.h"

/* Why a talk is printed. */
struct print_hit {
	const struct hit *hit;
	const struct query *query; /* that it is a hit of */
};

/* A talk; `hit` adds what matched, NULL for none. */
void
print_json_talk(FILE *out, const struct notes *notes, const struct talk *talk,
    const struct print_hit *hit, const struct marks *marks);

/* A mark of a talk that is in no document, under this id. */
void print_json_mark(FILE *out, const char *id, const struct mark *mark);

/* A name and how many talks it has; `what` is the name's own name. */
void
print_json_count(FILE *out, const char *what, const char *name, size_t count);

#endif
