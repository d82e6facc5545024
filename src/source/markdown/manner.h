/*
 * The manner of a document: where on its talks' lines, or below them, the
 * speakers stand, and what its titles share.  All talks are looked at (or so
 * many of them, evenly spread, that more would not change the outcome), and it
 * is decided once; where the talks do not agree, nobody is named.
 */
#ifndef LECTERN_MANNER_H
#define LECTERN_MANNER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/place.h"
#include "source/markdown/talk_line.h"

struct arena;

#define MANNER_MOST   128 /* talks that are looked at */
#define MANNER_PREFIX 24  /* bytes that titles may share, and a NUL */

struct manner {
	enum place place; /* of speakers on the line, or PLACE_NONE */
	enum place other; /* of those of other talks, or PLACE_NONE */
	uint8_t below; /* the line below that has them, from 1; 0: none does */
	bool any;      /* any of the lines below that reads as names does */
	bool numbered; /* titles begin with numbers that are none of them */
	bool nobody;   /* no speakers are to be shown */
	bool swapped;  /* of what is stacked the names come first */
	bool look;     /* lines below have to be looked at */
	bool firms;    /* a comma is followed by what the speaker works for */
	bool loose;    /* names of one word, or without capitals, count, too */
	bool trusted;  /* nearly all talks have names there: what stands there
	                  is a name whatever it looks like */
	char prefix[MANNER_PREFIX]; /* that titles share: "Talk:"; or empty */
	uint32_t talks;             /* that were looked at */
	uint32_t yes; /* of them, those with names in that place */
	uint32_t no;  /* those with something else there */
};

/*
 * Has speakers where the name of a place says, whatever the talks say: one of
 * place_name(), "below" or "nowhere".  False: there is no such place.
 */
bool manner_force(struct manner *manner, const char *name, size_t len);

/* Decides from `n` talks. */
void
manner_find(struct manner *manner, const struct talk_text *talks, size_t n);

#endif
