/*
 * Prints talks: for reading, as TSV, or as JSON lines.
 */
#ifndef LECTERN_PRINT_H
#define LECTERN_PRINT_H

#include <stdbool.h>
#include <stdio.h>

#include "cli/print_json.h"
#include "lectern/marks/marks.h"
#include "lectern/model/notes.h"

enum print_format {
	PRINT_TABLE, /* aligned columns, for a terminal of `width` columns */
	PRINT_TSV,   /* id, track, title, speakers, url; tabs in them become
	                blanks */
	PRINT_JSON,  /* one object a line, schema 1 */
};

struct print_options {
	enum print_format format;
	int width;  /* of the terminal, to cut and wrap; 0: no limit */
	bool color; /* SGR sequences for strong, emphasis, code */
	bool ascii; /* of what people read; TSV and JSON are UTF-8 */
};

/* What is being printed for people. */
struct print_page {
	FILE *out,
	    *to;    /* the stream that is written, where it goes in the end */
	char *text; /* in ASCII: what was written */
	size_t len;
};

/*
 * Returns the stream to write to what people read, until print_end(): `out`, or
 * with `ascii` one whose text becomes ASCII.
 */
FILE *print_begin(struct print_page *page, FILE *out, bool ascii);
void print_end(struct print_page *page);

/* Writes one line for a talk; `hit` (may be NULL) adds what matched. */
void print_talk_line(FILE *out, const struct notes *notes,
    const struct talk *talk, const struct print_hit *hit,
    const struct marks *marks, const struct print_options *options);

/* As print_talk_line(), for a bookmarked talk that is in no document. */
void print_mark_line(
    FILE *out, const struct mark *mark, const struct print_options *options);

/*
 * Writes a talk with its notes, wrapped, nested bullets indented; or as JSON.
 */
void print_talk(FILE *out, const struct notes *notes, const struct talk *talk,
    const struct marks *marks, const struct print_options *options);

/*
 * Writes a name and how many talks it has; `what` is the key of the name in
 * JSON.
 */
void print_count(FILE *out, const char *what, const char *name, size_t count,
    const struct print_options *options);

/* Prints a track with its number of talks; as JSON with its text, too. */
void print_track(FILE *out, const struct notes *notes,
    const struct track *track, const struct print_options *options);

/* Returns a name that others chose, fit to be printed; to be freed. */
char *print_masked(const char *name);

#endif
