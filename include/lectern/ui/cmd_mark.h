/*
 * Commands that change marks of talks, and undo such changes; see
 * app_targets().
 * Functions with count and argument are those of the command table; see struct
 * command.
 */
#ifndef LECTERN_CMD_MARK_H
#define LECTERN_CMD_MARK_H

#include "lectern/ui/app.h"

/*
 * Sets the flag of this name (see mark_kind.h), or removes it if all of the
 * talks have it.  Breaks get none.
 */
enum outcome cmd_mark_turn(struct app *app, const char *name, int count);

/* Marks all talks of the list as seen. */
enum outcome
cmd_mark_all_seen(struct app *app, int count, const char *argument);

/*
 * Makes changes as a step that can be undone, and says so, `more` after it; false
 * after a message: it failed.
 */
bool cmd_mark_change(
    struct app *app, const struct change *change, size_t n, const char *more);

/*
 * Says that there is no talk to change, or with `breaks` that there are only
 * breaks; returns false.
 */
bool cmd_mark_no_talk(struct app *app, bool breaks);

/* Begins a range at the selected talk, or ends it. */
enum outcome cmd_mark_range(struct app *app, int count, const char *argument);

/*
 * Adds the argument to the note as a paragraph.  Without one, asks for the
 * editor, whose result goes to cmd_mark_take_note().
 */
enum outcome cmd_mark_note(struct app *app, int count, const char *argument);

/*
 * Adds where the player is, and the argument, to the note on the talk that is
 * played.  Without one, asks for the editor with that line added, whose result
 * goes to cmd_mark_take_note().
 */
enum outcome cmd_mark_stamp(struct app *app, int count, const char *argument);

/* Sets each tag of the argument, or removes it if all of the talks have it. */
enum outcome cmd_mark_tag(struct app *app, int count, const char *argument);

enum outcome cmd_mark_undo(struct app *app, int count, const char *argument);
enum outcome cmd_mark_redo(struct app *app, int count, const char *argument);

/*
 * Keeps `text` (raw bytes) as the reader's own note on the talk of this index;
 * "" removes the note.  `before` is the note that was edited: if the talk has
 * another one by now, both are kept.  Shows a message; returns false if the
 * note could not be kept.
 */
bool cmd_mark_take_note(
    struct app *app, uint32_t talk, const char *before, const char *text);

/*
 * Records that `url` of the talk of this index was opened, if it is the talk's
 * video.
 */
void cmd_mark_opened(struct app *app, uint32_t talk, const char *url);

#endif
