/*
 * Commands that find: the filter prompt, matches, a speaker's talks, the
 * bookmarks alone.  All are functions of the command table; see struct
 * command.
 */
#ifndef LECTERN_CMD_FIND_H
#define LECTERN_CMD_FIND_H

#include "lectern/ui/app.h"

/*
 * Opens the prompt of the filter (in the notes, that of cmd_find_find()); with
 * an argument, sets the filter to it.
 */
enum outcome cmd_find_filter(struct app *app, int count, const char *argument);

/* The same for finding in the open talk. */
enum outcome cmd_find_find(struct app *app, int count, const char *argument);

/* Open the prompt for finding in the help, and go to further matches. */
enum outcome cmd_find_in_help(struct app *app, int count, const char *argument);
enum outcome
cmd_find_next_help(struct app *app, int count, const char *argument);
enum outcome
cmd_find_previous_help(struct app *app, int count, const char *argument);

/* Puts the previous filter into the prompt; again, the one before that. */
enum outcome cmd_find_history(struct app *app, int count, const char *argument);

/* To be called when the text in the prompt has changed. */
enum outcome cmd_find_typed(struct app *app);

/* Leave the prompt: keep the filter, or drop it. */
enum outcome cmd_find_keep(struct app *app, int count, const char *argument);
enum outcome cmd_find_drop(struct app *app);

/* In pick: chooses the talk; without one, typing goes on. */
enum outcome cmd_find_pick(struct app *app);

/* Select another hit, while the prompt stays open. */
enum outcome cmd_find_down(struct app *app, int count, const char *argument);
enum outcome cmd_find_up(struct app *app, int count, const char *argument);
enum outcome
cmd_find_page_down(struct app *app, int count, const char *argument);
enum outcome cmd_find_page_up(struct app *app, int count, const char *argument);

/* Go to the next match in the open talk, then to that in the next hit. */
enum outcome cmd_find_next(struct app *app, int count, const char *argument);
enum outcome
cmd_find_previous(struct app *app, int count, const char *argument);

enum outcome
cmd_find_same_time(struct app *app, int count, const char *argument);
/* Lists the talks that are near the selected one. */
enum outcome cmd_find_related(struct app *app, int count, const char *argument);

enum outcome cmd_find_speaker(struct app *app, int count, const char *argument);
enum outcome
cmd_find_bookmarks(struct app *app, int count, const char *argument);

/* Clears the filter and stays on the talk. */
void cmd_find_clear(struct app *app);

/*
 * Sets the filter that is offered if nothing matches; false: none is offered.
 */
bool cmd_find_take_offer(struct app *app);

#endif
