/*
 * What columns of tables are called, in several languages.
 */
#ifndef LECTERN_CSV_NAMES_H
#define LECTERN_CSV_NAMES_H

#include <stddef.h>

/* What a column holds. */
enum csv_kind {
	CSV_OTHER,
	CSV_TITLE,
	CSV_SPEAKERS,
	CSV_TRACK,
	CSV_URL,
	CSV_DAY,
	CSV_START,
	CSV_END,
	CSV_LENGTH,
	CSV_LANGUAGE,
	CSV_ROOM,
	CSV_TEXT, /* there may be several; of the others the best one is it */
	CSV_KINDS,
};

struct csv_name {
	const char *name; /* folded: small letters, no accents, single blanks */
	enum csv_kind kind;
};

/* Returns all names and their number, the best of each kind first. */
const struct csv_name *csv_names(size_t *n);

#endif
