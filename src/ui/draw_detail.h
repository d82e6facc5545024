/*
 * Draws the detail pane: the notes of the selected talk.
 */
#ifndef LECTERN_DRAW_DETAIL_H
#define LECTERN_DRAW_DETAIL_H

#include "lectern/ui/app.h"
#include "lectern/ui/grid.h"

/* Draws the pane, if it is shown, and places the cursor if it has the focus. */
void draw_detail(struct grid *grid, const struct app *app);

#endif
