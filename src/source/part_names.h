/*
 * What the parts of a talk are called in columns of tables and members of JSON,
 * in several languages.
 */
#ifndef LECTERN_PART_NAMES_H
#define LECTERN_PART_NAMES_H

#include <stddef.h>

struct arena;

/* What a column or member holds. */
enum part {
	PART_OTHER,
	PART_TITLE,
	PART_SPEAKERS,
	PART_TRACK,
	PART_URL,
	PART_DAY,
	PART_START,
	PART_END,
	PART_LENGTH,
	PART_LANGUAGE,
	PART_ROOM,
	PART_TEXT,  /* there may be several; of the others the best one is it */
	PART_FIRST, /* names of a speaker, each in a column of its own */
	PART_LAST,
	PART_KINDS,
};

struct part_name {
	const char *name; /* folded: small letters, no accents, single blanks */
	enum part kind;
};

/* Returns all names and their number, the best of each kind first. */
const struct part_name *part_names(size_t *n);

/*
 * Returns a name folded as in the table, owned by the arena: "Session_Title",
 * "sessionTitle" and "session-title" are "session title".
 */
const char *part_names_fold(struct arena *arena, const char *name);

#endif
