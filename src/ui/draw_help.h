/*
 * Draws the help screen.
 */
#ifndef LECTERN_DRAW_HELP_H
#define LECTERN_DRAW_HELP_H

#include "lectern/ui/app.h"
#include "lectern/ui/grid.h"

void draw_help(struct grid *grid, const struct app *app);

#endif
