/*
 * The commands: one table, which keys, help screen, manual, completions, -x and
 * tests all read.
 *
 * command.c has the table, command_bind.c the bindings of keys, command_key.c
 * what keys and pastes do, command_mouse.c what the mouse does, command_line.c
 * the prompt after `:`, command_complete.c Tab there and in the filter,
 * command_help.c the help screen, command_hint.c the keys named in the status
 * row.
 */
#ifndef LECTERN_COMMAND_H
#define LECTERN_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "lectern/ui/app.h"

/* One command.  Bindings of the user are in struct config. */
struct command {
	const char *name;     /* "next-talk"; what `:` and `bind` take */
	const char *keys;     /* names of its default keys, blanks between; of
	                         several to be pressed one after the other a
	                         comma: "Q Z,Z" */
	const char *group;    /* heading on the help screen: "Moving" */
	const char *argument; /* what follows its name, or NULL: nothing */
	const char *help;     /* a sentence without the full stop */
	unsigned modes;       /* where its keys work: bits 1 << enum mode */

	/* `argument` is never NULL; `count` is 0 where none was typed. */
	enum outcome (*run)(struct app *app, int count, const char *argument);
};

/* Returns the table, group by group, and its length. */
const struct command *command_table(size_t *count);

/* Finds a command by name; NULL if there is none. */
const struct command *command_find(const char *name);

/*
 * Returns the command that a key runs in a mode, or NULL: bindings of the
 * config (may be NULL) come before default keys.  `*argument` is the binding's
 * argument, else "".
 */
const struct command *command_bound(const struct config *config,
    const char *key, enum mode mode, const char **argument);

#define KEY_BYTES 64

/*
 * Writes the next of a command's default keys as bindings have it, "Z Z", and
 * moves `*keys` behind it; false at the end.
 */
bool command_next_key(const char **keys, char name[KEY_BYTES]);

/* Keys that may follow those that were pressed. */
struct following {
	char rest[KEY_BYTES]; /* the keys still to press, blanks between */
	const char *command;  /* what they run; as in struct binding */
	size_t next;          /* where to go on; 0 at first */
};

/*
 * Whether these keys, with blanks between, begin a binding of more keys in this
 * mode, or such keys of the table that no binding cuts off.  Called again it
 * finds the next ones.
 */
bool command_begins(const struct config *config, const char *keys,
    enum mode mode, struct following *following);

/*
 * Presses a key, by its name: it runs a command, begins or ends a binding of
 * several keys, is a digit of a count, or is text for the prompt.
 */
enum outcome command_key(struct app *app, const char *key);

/* Whether characters are text for a prompt. */
bool command_types(const struct app *app);

/* Inserts pasted text (raw bytes) into the prompt; ignored elsewhere. */
enum outcome command_paste(struct app *app, const char *text, size_t len);

/* What the mouse did. */
enum mouse { MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

/*
 * Runs a command as a key does, with the count typed so far; `argument` is
 * never NULL.
 */
enum outcome command_run(
    struct app *app, const struct command *command, const char *argument);

/*
 * Handles the mouse at row `y` and column `x` of the screen.  A click focuses a
 * pane and selects a row, enters the row that is selected, opens a link or runs
 * a hint; the wheel scrolls the pane there.
 */
enum outcome command_mouse(struct app *app, enum mouse mouse, int y, int x);

/*
 * Runs a line as typed after `:`: a command's name, or a unique prefix of it,
 * and its argument; or a number, to go to that row.  app_say() tells if it is
 * neither.
 */
enum outcome command_line(struct app *app, const char *line);

/*
 * Finds the commands whose names begin with `line`: fills at most `max` of
 * them, and returns how many there are.
 */
size_t
command_matches(const char *line, const struct command **matches, size_t max);

/* Commands of the command prompt itself; see struct command. */
enum outcome command_accept(struct app *app, int count, const char *argument);
enum outcome command_complete(struct app *app, int count, const char *argument);

/*
 * Returns the keys that run `command` under this config (may be NULL), with
 * blanks between, to be freed.
 */
char *command_keys(const struct command *command, const struct config *config);

/*
 * Checks that the bindings of the config, which was read from `path`, name keys
 * and commands, and leaves out those that do not.  Returns false if there was
 * one, with `err`, the first line of the file that is wrong; config->faults gets
 * all.
 */
bool command_check(struct config *config, const char *path, struct err *err);

#define HELP_GAP 2 /* blank columns between the columns of the help */

/* A row of the help screen; the help owns its strings. */
struct help_row {
	const char *keys; /* in the left part, or NULL */
	const char *text; /* a heading, or what the keys do */
	const char *name; /* of the command, in the right part, or NULL */
	int column;       /* column where the text begins */
	bool heading;
};

/* The help screen: rows that fill one column after the other. */
struct help {
	struct help_row *rows;
	size_t nrows, cap;
	int columns;      /* side by side, at least 1 */
	int width;        /* of each */
	int column_width; /* of each, with the gap after it */
	size_t height;    /* rows of the longest column */
	int keys_width;   /* columns of the left part, its gap included */
	int name_width;   /* of the right part, gap included; 0: there is
	                     none */
	struct arena *arena;
};

/*
 * Fills a zeroed `help` for the app's screen and focus; to be freed with
 * command_help_free().
 */
void command_help(struct help *help, const struct app *app);
void command_help_free(struct help *help);

/* Returns the place of the help's rows on the screen. */
struct rect command_help_rect(const struct app *app);

/* Returns the largest help_top for this help. */
size_t command_help_last(const struct app *app, const struct help *help);

/*
 * Scrolls to the match of app->help_find from row help_at on, in direction
 * help_step.
 */
void command_help_find(struct app *app, const struct help *help);

#define COUNTER_BYTES 128

/*
 * Writes what stands at the right of the status row, the number of talks that
 * match and of those that could; returns its columns.
 */
int command_counter(const struct app *app, char text[COUNTER_BYTES]);

/* Whether the status row has hints: nothing else is to be said. */
bool command_has_hints(const struct app *app);

/* A key named in the status row. */
struct hint {
	const struct command *command;
	const char *label;
	char key[16];
	int x, width; /* columns, key and label together */
};

#define HINTS_MOST 8

/*
 * Fills the hints for the focused pane that fit in `room` columns; returns
 * their number.
 */
size_t
command_hints(const struct app *app, int room, struct hint hints[HINTS_MOST]);

/* Fills the hint of how to undo; false if it has no key or no room. */
bool command_hint_undo(const struct app *app, int room, struct hint *hint);

#endif
