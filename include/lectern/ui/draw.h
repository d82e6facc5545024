/*
 * Draws the state of the interface into a grid.
 */
#ifndef LECTERN_DRAW_H
#define LECTERN_DRAW_H

#include "lectern/ui/app.h"
#include "lectern/ui/grid.h"

/* Sets the grid to the app's size and draws all of it. */
void draw_app(struct grid *grid, const struct app *app);

#endif
