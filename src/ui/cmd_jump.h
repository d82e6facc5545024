/*
 * Commands that go to another talk or track, whatever pane has the focus.
 * All are functions of the command table; see struct command.
 */
#ifndef LECTERN_CMD_JUMP_H
#define LECTERN_CMD_JUMP_H

#include "lectern/ui/app.h"

/* Scrolls the notes; at their end goes to the next talk. */
enum outcome cmd_jump_read_on(struct app *app, int count, const char *argument);

enum outcome
cmd_jump_next_talk(struct app *app, int count, const char *argument);
enum outcome
cmd_jump_previous_talk(struct app *app, int count, const char *argument);

/* Goes to the next talk that is not seen; at the end goes on at the start. */
enum outcome
cmd_jump_next_unseen(struct app *app, int count, const char *argument);
enum outcome
cmd_jump_previous_unseen(struct app *app, int count, const char *argument);

enum outcome
cmd_jump_next_track(struct app *app, int count, const char *argument);
enum outcome
cmd_jump_previous_track(struct app *app, int count, const char *argument);
enum outcome
cmd_jump_next_conference(struct app *app, int count, const char *argument);
enum outcome
cmd_jump_previous_conference(struct app *app, int count, const char *argument);

enum outcome cmd_jump_random(struct app *app, int count, const char *argument);

/* Lists the track whose name begins with `argument`, or else contains it. */
enum outcome cmd_jump_track(struct app *app, int count, const char *argument);

/* Goes to the talk with the id `argument`. */
enum outcome cmd_jump_talk(struct app *app, int count, const char *argument);

#endif
