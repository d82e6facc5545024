/*
 * Commands that change how the screen is laid out, as struct command has them.
 * What they set is kept for the next time.
 */
#ifndef LECTERN_CMD_SCREEN_H
#define LECTERN_CMD_SCREEN_H

#include "lectern/ui/app.h"

/* Gives talks one row each where they have two, and back. */
enum outcome cmd_screen_rows(struct app *app, int count, const char *argument);

/* Move the border beside the focused pane by `count` columns, else by two. */
enum outcome
cmd_screen_border_left(struct app *app, int count, const char *argument);
enum outcome
cmd_screen_border_right(struct app *app, int count, const char *argument);

enum outcome cmd_screen_zoom(struct app *app, int count, const char *argument);

#endif
