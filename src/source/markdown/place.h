/*
 * Finds the places on a talk's line where speakers may stand.  The whole document decides which place it is: see manner.h.
 */
#ifndef LECTERN_PLACE_H
#define LECTERN_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/anatomy.h"
#include "source/markdown/people.h"
#include "source/markdown/richtext.h"

/* In order of preference among equally likely ones. */
enum place {
	PLACE_NONE,
	PLACE_AFTER_BY,    /* [Title](link) by NAMES */
	PLACE_LAST_DASH,   /* Title - NAMES */
	PLACE_MIDDLE_DASH, /* Title - NAMES - Firm */
	PLACE_AFTER_DASH,  /* [Title](link) - NAMES */
	PLACE_BRACKETS,    /* Title (NAMES) */
	PLACE_BY,          /* Title by NAMES */
	PLACE_LAST_BY,     /* [Title](link) what it is about, by NAMES */
	PLACE_AFTER_COLON, /* [Title](link): NAMES */
	PLACE_AFTER_COMMA, /* [Title](link), NAMES; Title, NAMES, ... */
	PLACE_LAST_BAR,    /* Title | NAMES */
	PLACE_FIRST_DASH,  /* NAMES - Title */
	PLACE_FIRST_COLON, /* NAMES: Title */
	PLACE_FIRST_BAR,   /* NAMES | ... | Title */
	PLACE_FIRST_COMMA, /* NAMES, Title */
	PLACE_SPOKE,       /* NAMES gave a talk on *Title* */
	PLACE_STYLED,      /* NAMES *Title* */
	PLACE_AFTER_STYLE, /* *Title.* NAMES; [Title](link) NAMES */
	PLACE_IN_STYLE,    /* Title *NAMES* */
	PLACE_HANDLE,      /* Title @handle */
	PLACE_CITED,       /* NAMES. "Title." Venue; NAMES (2031). Title. */
	PLACE_WITH,        /* Title with NAMES */
	PLACE_FIRST_ON,    /* NAMES on Title */
	PLACE_AFTER_QUOTE, /* "Title" NAMES */
	PLACE_FIRST_QUOTE, /* NAMES "Title" */
	PLACE_FIRST_STOP,  /* NAMES. [Title](link) */
	PLACE_AFTER_AT,    /* Title @ NAMES */
	PLACES,
};

/* Returns the title of a line without names. */
struct cut anatomy_title(const struct anatomy *anatomy);

/*
 * Whether the line has something, names or not, in that place; `*cut` is where.
 */
bool
place_find(const struct anatomy *anatomy, enum place place, struct cut *cut);

/* Reads the people whom a line has there: see people_read(). */
struct people place_people(struct arena *arena, const struct line *line,
    enum place place, const struct cut *cut, bool firms);

/* Whether a line surely has names in one of `n` places. */
bool place_any(const struct line *line, const enum place *places, size_t n);

/* The same of one place. */
bool place_sure(const struct anatomy *anatomy, enum place place);

/* Returns the name of a place for the user: "after-dash". */
const char *place_name(enum place place);

#endif
