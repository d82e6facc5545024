/*
 * Writes talks, marks and counts as JSON: schema 1, one object a line.
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
	const struct query *query;             /* of which it is a hit */
	const struct transcripts *transcripts; /* that were searched, or NULL */
};

/* Writes a talk; `hit` (may be NULL) adds what matched. */
void
print_json_talk(FILE *out, const struct notes *notes, const struct talk *talk,
    const struct print_hit *hit, const struct marks *marks);

/* Writes the mark of a talk that is in no document, with this id. */
void print_json_mark(FILE *out, const char *id, const struct mark *mark);

/* Writes a name and how many talks it has; `what` is the key of the name. */
void
print_json_count(FILE *out, const char *what, const char *name, size_t count);

/* A track with its `n` talks that are no breaks, and what is said of it. */
void print_json_track(
    FILE *out, const struct notes *notes, const struct track *track, size_t n);

#endif
