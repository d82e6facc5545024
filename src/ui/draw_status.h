/*
 * Draws the bottom row: prompt, message or hints, and the counter.
 */
#ifndef LECTERN_DRAW_STATUS_H
#define LECTERN_DRAW_STATUS_H

#include "lectern/ui/app.h"
#include "lectern/ui/grid.h"

/* Shows the cursor if there is a prompt. */
void draw_status(struct grid *grid, const struct app *app);

#endif
