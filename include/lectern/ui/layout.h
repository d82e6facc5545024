/*
 * Where the panes are: pure arithmetic on the size of the screen, in cells.
 */
#ifndef LECTERN_LAYOUT_H
#define LECTERN_LAYOUT_H

#include <stdbool.h>

enum pane { PANE_TRACKS, PANE_TALKS, PANE_DETAIL, PANE_COUNT };

#define NOTES_MOST 92 /* columns that lines of notes are wrapped at */

struct rect {
	int y, x, h, w;
};

/* The parts of the screen; a rect of no height or width is not shown. */
struct panes {
	struct rect title;  /* the top row */
	struct rect status; /* the bottom row: prompt, message, counter */
	/* A pane with its border, which it shares with those beside it. */
	struct rect frame[PANE_COUNT];
	struct rect inner[PANE_COUNT]; /* what is inside the border */
	bool borders;
	bool too_small; /* under 20 columns or 4 rows: nothing else is set */
};

/* Columns by which the reader moved two borders to the right. */
struct borders {
	int tracks; /* that between tracks and talks */
	int talks;  /* that between talks and notes */
};

/*
 * Lays out a screen of `h` rows and `w` columns: three panes where each has
 * room for what it shows, from 150 columns on; else two, those beside the
 * focused one, or the one that it needs; `zoom` gives it all of the room.
 * `moved` may be NULL; what would leave too little of a pane is not done.
 */
struct panes layout_panes(
    int h, int w, enum pane focus, bool zoom, const struct borders *moved);

#endif
