/*
 * Draws the top row, which shows the path to the focused pane.
 */
#ifndef LECTERN_DRAW_TITLE_H
#define LECTERN_DRAW_TITLE_H

#include "lectern/ui/app.h"
#include "lectern/ui/grid.h"

void draw_title(struct grid *grid, const struct app *app);

#endif
