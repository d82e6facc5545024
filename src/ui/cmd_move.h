/*
 * Commands that move within a pane or the help screen, and between panes.
 * All are functions of the command table; see struct command.
 */
#ifndef LECTERN_CMD_MOVE_H
#define LECTERN_CMD_MOVE_H

#include "lectern/ui/app.h"

enum outcome cmd_move_down(struct app *app, int count, const char *argument);
enum outcome cmd_move_up(struct app *app, int count, const char *argument);
enum outcome cmd_move_top(struct app *app, int count, const char *argument);
enum outcome cmd_move_bottom(struct app *app, int count, const char *argument);
enum outcome
cmd_move_half_down(struct app *app, int count, const char *argument);
enum outcome cmd_move_half_up(struct app *app, int count, const char *argument);
enum outcome
cmd_move_page_down(struct app *app, int count, const char *argument);
enum outcome cmd_move_page_up(struct app *app, int count, const char *argument);

enum outcome cmd_move_left(struct app *app, int count, const char *argument);
enum outcome cmd_move_right(struct app *app, int count, const char *argument);
enum outcome
cmd_move_next_pane(struct app *app, int count, const char *argument);
enum outcome
cmd_move_previous_pane(struct app *app, int count, const char *argument);

/* Goes to the next pane; in the notes, to the block that matches. */
enum outcome cmd_move_enter(struct app *app, int count, const char *argument);

#endif
