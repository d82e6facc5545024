/*
 * Computes where the panes are, from the size of the screen.  All in cells.
 */
#ifndef LECTERN_LAYOUT_H
#define LECTERN_LAYOUT_H

#include <stdbool.h>

enum pane { PANE_TRACKS, PANE_TALKS, PANE_DETAIL, PANE_COUNT };

#define NOTES_MOST 92 /* the most columns of a line of notes */

struct rect {
	int y, x, h, w;
};

/* The parts of the screen; one without height or width is not shown. */
struct panes {
	struct rect title;  /* the top row */
	struct rect status; /* the bottom row: prompt, message, counter */
	/* Each pane with its border, shared with its neighbours. */
	struct rect frame[PANE_COUNT];
	struct rect inner[PANE_COUNT]; /* the inside of the border */
	bool borders;
	bool too_small; /* under 20 columns or 4 rows: nothing else is set */
};

/* By how many columns the reader moved two borders to the right. */
struct borders {
	int tracks; /* between tracks and talks */
	int talks;  /* between talks and notes */
};

/*
 * Lays out a screen of `h` rows and `w` columns: three panes if all fit, which
 * takes about 150 columns; else the focused pane and the one beside it; on a
 * narrow screen, or with `zoom`, the focused pane alone.  `moved` (may be NULL)
 * is ignored where it would leave too little of a pane.
 */
struct panes layout_panes(
    int h, int w, enum pane focus, bool zoom, const struct borders *moved);

/*
 * The same for a screen that is read aloud: the focused pane alone, without
 * borders.
 */
struct panes layout_plain(int h, int w, enum pane focus);

#endif
