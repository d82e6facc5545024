/*
 * Takes the line of a talk apart, and finds the places where speakers may
 * stand.  The whole document decides which place it is: see manner.h.
 */
#ifndef LECTERN_PLACE_H
#define LECTERN_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/richtext.h"

/* In order of preference among equally likely ones. */
enum place {
	PLACE_NONE,
	PLACE_AFTER_BY,    /* [Title](link) by NAMES */
	PLACE_LAST_DASH,   /* Title - NAMES */
	PLACE_AFTER_DASH,  /* [Title](link) - NAMES */
	PLACE_BRACKETS,    /* Title (NAMES) */
	PLACE_BY,          /* Title by NAMES */
	PLACE_AFTER_COLON, /* [Title](link): NAMES */
	PLACE_AFTER_COMMA, /* [Title](link), NAMES */
	PLACE_LAST_BAR,    /* Title | NAMES */
	PLACE_FIRST_DASH,  /* NAMES - Title */
	PLACE_FIRST_COLON, /* NAMES: Title */
	PLACE_FIRST_BAR,   /* NAMES | ... | Title */
	PLACE_FIRST_COMMA, /* NAMES, Title */
	PLACE_HANDLE,      /* Title @handle */
	PLACES,
};

/* The parts of a talk's line, as offsets in its text. */
struct anatomy {
	const struct line *line;
	uint32_t at;   /* where the title, or text before it, begins */
	uint32_t head; /* where that ends: at the end of the first link if the
	                  line begins with one, else at `body` */
	uint32_t
	    body;   /* where lengths and links in brackets at the end begin */
	bool leads; /* the line begins with a link */
};

/*
 * Takes a line apart.  `prefix` and, with `numbered`, a number before the title
 * do not belong to the title.
 */
void anatomy_read(struct anatomy *anatomy, const struct line *line,
    bool numbered, const char *prefix);

/* Title and names, as offsets in the line. */
struct cut {
	uint32_t title, title_end;
	uint32_t names, names_end;
};

/* Returns the title of a line without names. */
struct cut anatomy_title(const struct anatomy *anatomy);

/*
 * Whether the line has something, names or not, in that place; `*cut` is where.
 */
bool
place_find(const struct anatomy *anatomy, enum place place, struct cut *cut);

/* Returns the name of a place for the user: "after-dash". */
const char *place_name(enum place place);

/* Returns the link that a line begins with, perhaps after signs, or NULL. */
const struct span *line_leading_link(const struct line *line, uint32_t at);

#endif
