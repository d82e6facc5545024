/*
 * Notes as text for other programs: a talk for reading, TSV, JSON lines.
 */
#ifndef LECTERN_PRINT_H
#define LECTERN_PRINT_H

#include <stdbool.h>
#include <stdio.h>

#include "lectern/filter.h"
#include "lectern/marks.h"
#include "lectern/notes.h"

enum print_format {
	PRINT_TABLE, /* aligned columns, for a terminal of `width` columns */
	PRINT_TSV,   /* id, track, title, speakers, url; blanks for tabs */
	PRINT_JSON,  /* one object a line, schema 1 (DESIGN section 8) */
};

struct print_options {
	enum print_format format;
	int width;  /* of the terminal, for tables and wrapping; 0: no limit */
	bool color; /* SGR sequences for strong, emphasis, code */
};

/* Writes one line for a talk; `hit` adds what matched, NULL for none. */
void print_talk_line(FILE *out, const struct notes *notes,
    const struct talk *talk, const struct hit *hit, const struct marks *marks,
    const struct print_options *options);

/* Writes a talk with its notes, nested bullets indented, wrapped. */
void print_talk(FILE *out, const struct notes *notes, const struct talk *talk,
    const struct print_options *options);

/* Writes `s` as a JSON string with its quotes. */
void print_json_string(FILE *out, const char *s);

#endif
