/*
 * What follows the title on most lines and is nobody's name: the event where the
 * talk was given, its place and year.
 */
#ifndef LECTERN_TRAIL_H
#define LECTERN_TRAIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/anatomy.h"

enum trail_kind {
	TRAIL_NONE,     /* there is nothing */
	TRAIL_TITLE,    /* a link, which is the title: the event is before it */
	TRAIL_EVENT,    /* a link to the event, behind a dash or colon */
	TRAIL_AT,       /* "at" and the event */
	TRAIL_COMMA,    /* a comma, a linked event and its year */
	TRAIL_QUOTES,   /* what is behind a title in quotes */
	TRAIL_BEFORE,   /* the title, behind an event: "Event 2031: Title" */
	TRAIL_BRACKETS, /* the event in brackets: "Title (Event 2031)" */
	TRAIL_DASH,     /* "Title - Event, Place 2031" */
	TRAIL_BAR,      /* "Title | Event" */
	TRAIL_STOP,     /* "Title. Event, Place, 2031." */
	TRAIL_BOLD,     /* slanted words: "**Title** *at Event*" */
	TRAIL_DATED, /* the title, behind date and event: "May 7 - Event - Title" */
	TRAIL_LINKED, /* the title, behind a link to the event: see
	                 linked_event.h */
	TRAIL_KIND,   /* what kind of talk it is: "Title - meetup talk" */
	TRAIL_FIELDS, /* words behind commas: "Title, Event, Place, 2031" */
	TRAILS,
};

struct trail {
	uint8_t kind; /* enum trail_kind */
	bool dated;   /* lines are as for TRAIL_DATED, though links tell more */
	uint8_t fields; /* how many commas most lines have behind the title */
};

/* Finds what most of `n` lines have behind the title. */
struct trail trail_find(const struct anatomy *lines, size_t n);

/* Cuts a title at what follows it; the names are elsewhere on the line. */
void trail_cut(
    const struct trail *trail, const struct anatomy *anatomy, struct cut *cut);

#endif
