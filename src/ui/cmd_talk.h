/*
 * Commands that act on the selected talk: its links and its document.
 * All are functions of the command table; see struct command.
 */
#ifndef LECTERN_CMD_TALK_H
#define LECTERN_CMD_TALK_H

#include "lectern/ui/app.h"

/* Goes back to what was open before. */
enum outcome cmd_talk_back(struct app *app, int count, const char *argument);

/* These take the talk's video or, with a count, its link of that number. */
enum outcome cmd_talk_open(struct app *app, int count, const char *argument);
/* Go to the next time code of the notes, and to the one before. */
enum outcome
cmd_talk_next_code(struct app *app, int count, const char *argument);
enum outcome
cmd_talk_previous_code(struct app *app, int count, const char *argument);

/* Shows transcripts, or folds them; goes to that of the selected talk. */
enum outcome cmd_talk_qr(struct app *app, int count, const char *argument);
enum outcome
cmd_talk_transcript(struct app *app, int count, const char *argument);

enum outcome cmd_talk_play(struct app *app, int count, const char *argument);
enum outcome
cmd_talk_play_start(struct app *app, int count, const char *argument);
enum outcome cmd_talk_copy(struct app *app, int count, const char *argument);
enum outcome
cmd_talk_copy_link(struct app *app, int count, const char *argument);

enum outcome cmd_talk_edit(struct app *app, int count, const char *argument);

#endif
