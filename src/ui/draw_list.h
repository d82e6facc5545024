/*
 * Draws the two lists: tracks and talks.
 */
#ifndef LECTERN_DRAW_LIST_H
#define LECTERN_DRAW_LIST_H

#include "lectern/ui/app.h"
#include "lectern/ui/grid.h"

/*
 * Each draws its pane, if that is shown, and places the cursor if it has the
 * focus.
 */
void draw_tracks(struct grid *grid, const struct app *app);
void draw_talks(struct grid *grid, const struct app *app);

#endif
