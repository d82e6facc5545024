#include "lectern/ui/layout.h"

#include <string.h>

#define WIDE   120 /* columns from which all three panes fit */
#define MIDDLE 80  /* columns from which two fit */
#define LOW    8   /* rows under which borders cost too much */

/* Gives pane `pane` the columns [x, x + w) of the rows between the bars. */
static void
place(struct panes *panes, enum pane pane, int h, int x, int w)
{
	struct rect frame = {1, x, h - 2, w};

	panes->frame[pane] = frame;
	if (panes->borders) {
		frame.y++;
		frame.x++;
		frame.h -= 2;
		frame.w -= 2;
	}
	panes->inner[pane] = frame;
}

struct panes
layout_panes(int h, int w, enum pane focus, bool zoom)
{
	struct panes panes;

	memset(&panes, 0, sizeof(panes));
	if (h < 4 || w < 20) {
		panes.too_small = true;
		return panes;
	}
	panes.borders = h >= LOW;
	panes.title = (struct rect){0, 0, 1, w};
	panes.status = (struct rect){h - 1, 0, 1, w};

	/* Without borders a column between the panes keeps them apart. */
	int gap = panes.borders ? 0 : 1;

	if (zoom || w < MIDDLE) {
		place(&panes, focus, h, 0, w);
	} else if (w < WIDE) {
		enum pane left = focus == PANE_TRACKS ? PANE_TRACKS
						      : PANE_TALKS;
		int half = (w - gap) / 2;

		place(&panes, left, h, 0, half);
		place(&panes, PANE_DETAIL, h, half + gap, w - half - gap);
	} else {
		int sixth = (w - 2 * gap) / 6;

		place(&panes, PANE_TRACKS, h, 0, sixth);
		place(&panes, PANE_TALKS, h, sixth + gap, 2 * sixth);
		place(&panes, PANE_DETAIL, h, 3 * sixth + 2 * gap,
		    w - 3 * sixth - 2 * gap);
	}
	return panes;
}
