/*
 * The line of a talk taken apart, and the places on it where its speakers may
 * stand.  Which place it is, is for the whole document to say: see manner.h.
 */
#ifndef LECTERN_PLACE_H
#define LECTERN_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/richtext.h"

/* In the order in which they are preferred where they are as likely. */
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

/* What a talk's line consists of; all are bytes of its text. */
struct anatomy {
	const struct line *line;
	uint32_t at;   /* where the title, or what is before it, begins */
	uint32_t head; /* where that ends: the first link's end, where the line
	                  begins with a link, else `body` */
	uint32_t
	    body;   /* where links in brackets and lengths at the end begin */
	bool leads; /* the line begins with a link */
};

/*
 * Takes a line apart; `numbered` where a number before the title is none of it,
 * nor is `prefix`.
 */
void anatomy_read(struct anatomy *anatomy, const struct line *line,
    bool numbered, const char *prefix);

/* Title and names, as bytes of the line. */
struct cut {
	uint32_t title, title_end;
	uint32_t names, names_end;
};

/* The title where there are no names on the line. */
struct cut anatomy_title(const struct anatomy *anatomy);

/*
 * Whether the line has something in that place; if so, where it is.  What it
 * is need not be names.
 */
bool
place_find(const struct anatomy *anatomy, enum place place, struct cut *cut);

/* How `:info` and `check -v` call a place, and the config: "after-dash". */
const char *place_name(enum place place);

/* The link that a line begins with, but for signs; NULL if it does not. */
const struct span *line_leading_link(const struct line *line, uint32_t at);

#endif
