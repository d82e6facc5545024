/*
 * The commands: one table from which keys, the help screen, the man page,
 * completions, -x and the tests are all derived.
 */
#ifndef LECTERN_COMMAND_H
#define LECTERN_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/app.h"

/* One command.  The table is const; rebinding lives in struct config. */
struct command {
	const char *name;  /* "next-talk"; what `:` and `bind` take */
	const char *keys;  /* default keys' names, parted by blanks; "" none */
	const char *group; /* heading on the help screen: "Moving" */
	const char
	    *argument;    /* what it takes after its name, or NULL: "QUERY" */
	const char *help; /* a sentence without its full stop */
	unsigned modes;   /* bits 1 << enum mode in which its keys work */
	enum outcome (*run)(struct app *app, int count, const char *argument);
};

/* The table and its length. */
const struct command *command_table(size_t *count);

/* Finds a command by name; NULL if there is none. */
const struct command *command_find(const char *name);

/*
 * Presses a key by its name in the app's mode: a bound command, a digit of a
 * count, or text for the prompt.  Config bindings go before default keys.
 */
enum outcome command_key(struct app *app, const char *key);

/* Inserts pasted text (raw bytes) into the prompt; ignored elsewhere. */
enum outcome command_paste(struct app *app, const char *text, size_t len);

/*
 * Runs a line as typed after `:`: a command's name or unique prefix, then its
 * argument.  An unknown one is told by app_say().
 */
enum outcome command_line(struct app *app, const char *line);

/*
 * The keys that run `command` under this config, parted by blanks, owned by
 * the caller.
 */
char *command_keys(const struct command *command, const struct config *config);

#endif
