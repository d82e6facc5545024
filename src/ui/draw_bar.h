/*
 * Draws the top row, which says where one is, and the bottom row: prompt,
 * message or what can be done, and the counter.
 */
#ifndef LECTERN_DRAW_BAR_H
#define LECTERN_DRAW_BAR_H

#include "lectern/ui/app.h"
#include "lectern/ui/grid.h"

void draw_title(struct grid *grid, const struct app *app);

/* In a prompt, shows the cursor in it. */
void draw_status(struct grid *grid, const struct app *app);

#endif
