/*
 * What a source keeps of the body of a talk.  Others use lectern/source/body.h.
 */
#ifndef LECTERN_BODY_DATA_H
#define LECTERN_BODY_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/model/notes.h"

struct body_gap;
struct packed;
struct programme_notes;

/* A document whose text is kept for talks not parsed yet. */
struct original {
	struct arena *arena; /* owns what is read, and the text */
	const char *text;    /* clean; no NUL at its end */
	size_t len;
	const struct body_gap *gaps; /* by place; the last is at the end */
	const struct packed *packed; /* the packed bytes that have the text, or
	                                NULL */
};

struct body {
	const struct block *blocks;
	const char *const *links; /* the talk's URL comes first */
	uint32_t nblocks;
	uint32_t nlinks;
	bool waits; /* blocks and links are not read yet */
	bool plain; /* the notes can be searched as they stand, except gaps */
	/* Where it stands in the original, if it waits, or did: */
	uint32_t heading;           /* where the talk begins; or its number in
	                               `packed` */
	uint32_t start;             /* and the notes, */
	uint32_t end;               /* and where they end */
	const struct body_gap *gap; /* the first of those after `start` */
	const struct original *original;
	const struct programme_notes *notes; /* that wait, or did, of a
	                                        programme; or NULL */
	/* Of a joined talk, or NULL: two talks, whose notes are read then, the
	   name of the second one's source, and what owns them. */
	const struct talk *parts;
	const char *part_name;
	const char *url; /* of the joined talk, or NULL */
	struct arena *arena;
};

#endif
