/*
 * Draws the top row, which shows the path to the focused pane, and the bottom
 * row: prompt, message or hints, and the counter.
 */
#ifndef LECTERN_DRAW_BAR_H
#define LECTERN_DRAW_BAR_H

#include "lectern/ui/app.h"
#include "lectern/ui/grid.h"

void draw_title(struct grid *grid, const struct app *app);

/* Shows the cursor if there is a prompt. */
void draw_status(struct grid *grid, const struct app *app);

#endif
