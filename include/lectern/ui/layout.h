/*
 * Where the panes are: pure arithmetic on the size of the screen, in cells.
 */
#ifndef LECTERN_LAYOUT_H
#define LECTERN_LAYOUT_H

#include <stdbool.h>

enum pane { PANE_TRACKS, PANE_TALKS, PANE_DETAIL, PANE_COUNT };

struct rect {
	int y, x, h, w;
};

/* The parts of the screen; a rect of no height or width is not shown. */
struct panes {
	struct rect title;  /* the top row */
	struct rect status; /* the bottom row: prompt, message, counter */
	struct rect frame[PANE_COUNT]; /* a pane with its border */
	struct rect inner[PANE_COUNT]; /* what is inside the border */
	bool borders;
	bool too_small; /* under 20 columns or 4 rows: nothing else is set */
};

/*
 * Lays out a screen of `h` rows and `w` columns: from 120 columns on three
 * panes (1:2:3), from 80 two (tracks in place of talks while they have the
 * focus), below that the focused pane alone; under 8 rows without borders.
 * `zoom` gives the focused pane all of the room.
 */
struct panes layout_panes(int h, int w, enum pane focus, bool zoom);

#endif
