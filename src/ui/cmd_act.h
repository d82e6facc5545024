/*
 * Commands that act: on the selected talk, and on the screen as a whole.
 * All are functions of the command table; see struct command.
 */
#ifndef LECTERN_CMD_ACT_H
#define LECTERN_CMD_ACT_H

#include "lectern/ui/app.h"

/* These take the talk's video or, with a count, its link of that number. */
enum outcome cmd_act_open(struct app *app, int count, const char *argument);
enum outcome cmd_act_play(struct app *app, int count, const char *argument);
enum outcome cmd_act_copy(struct app *app, int count, const char *argument);
enum outcome
cmd_act_copy_link(struct app *app, int count, const char *argument);

enum outcome cmd_act_edit(struct app *app, int count, const char *argument);

enum outcome cmd_act_help(struct app *app, int count, const char *argument);
enum outcome cmd_act_command(struct app *app, int count, const char *argument);
enum outcome cmd_act_redraw(struct app *app, int count, const char *argument);
enum outcome cmd_act_stop(struct app *app, int count, const char *argument);

/* Undoes one step: help, filter, pane; never quits. */
enum outcome cmd_act_escape(struct app *app, int count, const char *argument);

/* Goes back a pane; from the outermost one, quits. */
enum outcome cmd_act_back(struct app *app, int count, const char *argument);
enum outcome cmd_act_quit(struct app *app, int count, const char *argument);

#endif
