/*
 * The table of names of a talk's parts: see part_names.h.
 */
#ifndef LECTERN_PART_KNOWN_H
#define LECTERN_PART_KNOWN_H

#include <stddef.h>

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

/* Folded, in many languages; the best of each kind first. */
extern const struct part_name part_known[];
extern const size_t part_nknown;

#endif
