/*
 * Commands that change the layout of the screen.  All are functions of the
 * command table; see struct command.  What they set is kept for the next run.
 */
#ifndef LECTERN_CMD_SCREEN_H
#define LECTERN_CMD_SCREEN_H

#include "lectern/ui/app.h"

/* Switches between one and two rows for each talk. */
enum outcome cmd_screen_rows(struct app *app, int count, const char *argument);

/* Move the border beside the focused pane by `count` columns, or by two. */
enum outcome
cmd_screen_border_left(struct app *app, int count, const char *argument);
enum outcome
cmd_screen_border_right(struct app *app, int count, const char *argument);

/* Sorts the list by what the argument names, else by what comes next. */
enum outcome cmd_screen_sort(struct app *app, int count, const char *argument);

/*
 * Fold and unfold a part of the notes: with a count that one, else the one at
 * the top of the pane.
 */
enum outcome cmd_screen_fold(struct app *app, int count, const char *argument);
enum outcome
cmd_screen_unfold(struct app *app, int count, const char *argument);

/* Tells how the document is read, or shows the notes again. */
enum outcome cmd_screen_info(struct app *app, int count, const char *argument);
enum outcome cmd_screen_stats(struct app *app, int count, const char *argument);

enum outcome cmd_screen_zoom(struct app *app, int count, const char *argument);

enum outcome cmd_screen_group(struct app *app, int count, const char *argument);
enum outcome
cmd_screen_library(struct app *app, int count, const char *argument);

#endif
