/*
 * Draws the QR code over the panes.
 */
#ifndef LECTERN_DRAW_QR_H
#define LECTERN_DRAW_QR_H

#include "lectern/ui/app.h"
#include "lectern/ui/grid.h"

void draw_qr(struct grid *grid, const struct app *app);

#endif
