/*
 * Draws a list of talks that is empty.
 */
#ifndef LECTERN_DRAW_NOTHING_H
#define LECTERN_DRAW_NOTHING_H

#include "lectern/ui/app.h"
#include "lectern/ui/grid.h"

/* Tells in the list's pane why it is empty, and which key would fill it. */
void draw_nothing(struct grid *grid, const struct app *app);

#endif
