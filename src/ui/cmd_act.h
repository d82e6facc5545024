/*
 * Commands that act on the screen as a whole.
 * All are functions of the command table; see struct command.
 */
#ifndef LECTERN_CMD_ACT_H
#define LECTERN_CMD_ACT_H

#include "lectern/ui/app.h"

enum outcome cmd_act_help(struct app *app, int count, const char *argument);
enum outcome cmd_act_command(struct app *app, int count, const char *argument);
enum outcome cmd_act_redraw(struct app *app, int count, const char *argument);
enum outcome cmd_act_stop(struct app *app, int count, const char *argument);

/* Undoes one step: help, filter, pane; never quits. */
enum outcome cmd_act_escape(struct app *app, int count, const char *argument);

/* Goes back a pane; from the outermost one, quits. */
enum outcome cmd_act_back(struct app *app, int count, const char *argument);
enum outcome cmd_act_config(struct app *app, int count, const char *argument);
enum outcome cmd_act_reload(struct app *app, int count, const char *argument);
enum outcome cmd_act_quit(struct app *app, int count, const char *argument);

#endif
