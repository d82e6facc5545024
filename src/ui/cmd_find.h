/*
 * Commands that find: the filter prompt, matches, a speaker's talks, the
 * bookmarks alone.  All are functions of the command table; see struct
 * command.
 */
#ifndef LECTERN_CMD_FIND_H
#define LECTERN_CMD_FIND_H

#include "lectern/ui/app.h"

/*
 * Opens the prompt (in the notes, that of cmd_find_find()) or, with an argument,
 * sets the filter to it.
 */
enum outcome cmd_find_filter(struct app *app, int count, const char *argument);

/* The same for what is to be found in the open talk. */
enum outcome cmd_find_find(struct app *app, int count, const char *argument);

/* Opens the prompt for what to find in the help; and goes on from there. */
enum outcome cmd_find_in_help(struct app *app, int count, const char *argument);
enum outcome
cmd_find_next_help(struct app *app, int count, const char *argument);
enum outcome
cmd_find_previous_help(struct app *app, int count, const char *argument);

/* Puts the filter typed before into the prompt, and the one before that. */
enum outcome cmd_find_history(struct app *app, int count, const char *argument);

/* What was typed in the prompt has changed. */
enum outcome cmd_find_typed(struct app *app);

/* Leaves the prompt: the filter stays, or is cleared. */
enum outcome cmd_find_keep(struct app *app);
enum outcome cmd_find_drop(struct app *app);

/* Another hit, while the prompt stays open. */
enum outcome cmd_find_down(struct app *app, int count, const char *argument);
enum outcome cmd_find_up(struct app *app, int count, const char *argument);
enum outcome
cmd_find_page_down(struct app *app, int count, const char *argument);
enum outcome cmd_find_page_up(struct app *app, int count, const char *argument);

/* The next match in the open talk, then that in the next hit. */
enum outcome cmd_find_next(struct app *app, int count, const char *argument);
enum outcome
cmd_find_previous(struct app *app, int count, const char *argument);

enum outcome cmd_find_speaker(struct app *app, int count, const char *argument);
enum outcome
cmd_find_bookmarks(struct app *app, int count, const char *argument);

/* Clears the filter, on the same talk. */
void cmd_find_clear(struct app *app);

/*
 * Sets the filter that is offered where nothing matches; false: none is.
 */
bool cmd_find_take_offer(struct app *app);

#endif
