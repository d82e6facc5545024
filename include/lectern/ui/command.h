/*
 * The commands: one table from which keys, the help screen, the man page,
 * completions, -x and the tests are all derived.
 *
 * command.c has the table, command_bind.c which keys run what, command_key.c
 * what keys and pastes do, command_line.c what is typed after `:`,
 * command_mouse.c what the mouse does, command_help.c the help screen, command_hint.c the keys that are told in the
 * status row.
 */
#ifndef LECTERN_COMMAND_H
#define LECTERN_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "lectern/ui/app.h"

/* One command.  The table is const; rebinding lives in struct config. */
struct command {
	const char *name;     /* "next-talk"; what `:` and `bind` take */
	const char *keys;     /* default keys' names, parted by blanks */
	const char *group;    /* heading on the help screen: "Moving" */
	const char *argument; /* what it takes after its name, or NULL */
	const char *help;     /* a sentence without its full stop */
	unsigned modes;       /* bits 1 << enum mode in which its keys work */

	/* `argument` is never NULL; `count` is 0 where none was typed. */
	enum outcome (*run)(struct app *app, int count, const char *argument);
};

/* The table, group by group, and its length. */
const struct command *command_table(size_t *count);

/* Finds a command by name; NULL if there is none. */
const struct command *command_find(const char *name);

/*
 * What a key runs in a mode under a config (may be NULL), bindings going before
 * default keys; NULL if nothing.  `*argument` is what the binding gives it, else
 * "".
 */
const struct command *command_bound(const struct config *config,
    const char *key, enum mode mode, const char **argument);

/*
 * Presses a key by its name in the app's mode: a bound command, a digit of a
 * count, or text for the prompt.
 */
enum outcome command_key(struct app *app, const char *key);

/* Inserts pasted text (raw bytes) into the prompt; ignored elsewhere. */
enum outcome command_paste(struct app *app, const char *text, size_t len);

/* What the mouse did. */
enum mouse { MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

/*
 * Runs a command as a key does, with what was typed of a count; `argument` is
 * never NULL.
 */
enum outcome command_run(
    struct app *app, const struct command *command, const char *argument);

/*
 * The mouse at row y and column x of the screen: a click focuses a pane and
 * selects a row, and enters the one that is selected; on a link it opens that, on
 * a hint it runs it.  The wheel scrolls what is below it.
 */
enum outcome command_mouse(struct app *app, enum mouse mouse, int y, int x);

/*
 * Runs a line as typed after `:`: a command's name or unique prefix, then its
 * argument; or a number, to go to that row.  An unknown one is told by
 * app_say().
 */
enum outcome command_line(struct app *app, const char *line);

/*
 * The commands that `line` may be the beginning of: fills at most `max` of
 * them, and returns how many there are.
 */
size_t
command_matches(const char *line, const struct command **matches, size_t max);

/* Commands that the prompt for commands itself has; see struct command. */
enum outcome command_accept(struct app *app, int count, const char *argument);
enum outcome command_complete(struct app *app, int count, const char *argument);

/*
 * The keys that run `command` under this config (may be NULL), parted by
 * blanks, owned by the caller.
 */
char *command_keys(const struct command *command, const struct config *config);

/*
 * Checks that each binding of the config, which was read from `path`, has the
 * name of a key and of a command; false with `err` at the first that has not.
 */
bool
command_check(const struct config *config, const char *path, struct err *err);

#define HELP_GAP 2 /* blank columns between the columns of the help */

/* A row of the help screen; what it points to is owned by the help. */
struct help_row {
	const char *keys; /* in the left column, or NULL */
	const char *text; /* a heading, or what the keys do */
	const char *name; /* of the command, in the right column, or NULL */
	int column;       /* where the text begins */
	bool heading;
};

/* The help screen: rows, which stand in columns from top to bottom. */
struct help {
	struct help_row *rows;
	size_t nrows, cap;
	int columns;      /* side by side, at least 1 */
	int width;        /* of each */
	int column_width; /* of each with the gap before the next one */
	size_t height;    /* rows of the longest column */
	int keys_width;   /* columns of the left part, its gap included */
	int name_width;   /* of the right one, gap included; 0: there is none */
	struct arena *arena;
};

/* Fills a zeroed `help` for the app's screen and focus; to be freed. */
void command_help(struct help *help, const struct app *app);
void command_help_free(struct help *help);

/* The inside of the help screen of this app: its rows and columns. */
struct rect command_help_rect(const struct app *app);

/* The largest help_top for this help. */
size_t command_help_last(const struct app *app, const struct help *help);

/* Scrolls to what app->help_find finds from help_at on, as help_step says. */
void command_help_find(struct app *app, const struct help *help);

/*
 * Writes what stands at the right of the status row, the number of talks that
 * match and of those that could; returns its columns.
 */
int command_counter(const struct app *app, char text[64]);

/* Whether the status row has hints: nothing else is to be said. */
bool command_has_hints(const struct app *app);

/* A key told in the status row, for what has the focus. */
struct hint {
	const struct command *command;
	const char *label;
	char key[16];
	int x, width; /* columns, key and label together */
};

#define HINTS_MOST 8

/* The hints that fit in `room` columns; returns their number. */
size_t
command_hints(const struct app *app, int room, struct hint hints[HINTS_MOST]);

#endif
