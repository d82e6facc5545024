/*
 * Commands that change marks of the selected talk, and their undoing.
 * Those of the command table are functions as struct command has them.
 */
#ifndef LECTERN_CMD_MARK_H
#define LECTERN_CMD_MARK_H

#include "lectern/ui/app.h"

/* Sets the flag of this name (see mark_kind.h), or removes it. */
enum outcome cmd_mark_turn(struct app *app, const char *name);

/*
 * Adds the argument to the note, as a paragraph.  Without one asks for the
 * editor; what came of that goes to cmd_mark_take_note().
 */
enum outcome cmd_mark_note(struct app *app, int count, const char *argument);

/* Sets each tag of the argument or, if the talk has it, takes it away. */
enum outcome cmd_mark_tag(struct app *app, int count, const char *argument);

enum outcome cmd_mark_undo(struct app *app, int count, const char *argument);
enum outcome cmd_mark_redo(struct app *app, int count, const char *argument);

/*
 * Keeps `text`, raw bytes, as the own note of the talk of this index; "" removes
 * it.  `before` is the note that was edited: if the talk has another one by now,
 * both are kept.  What came of it is said; false: it could not be kept.
 */
bool cmd_mark_take_note(
    struct app *app, uint32_t talk, const char *before, const char *text);

/* Notes that `url` of the talk of this index was opened, if that is its video. */
void cmd_mark_opened(struct app *app, uint32_t talk, const char *url);

#endif
