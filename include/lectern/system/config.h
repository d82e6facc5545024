/*
 * The user's settings, from $XDG_CONFIG_HOME/lectern/config: lines like `name =
 * value`, `bind KEY COMMAND` and `view NAME QUERY`.  A `#` at the start of a
 * line or after a blank begins a comment, but not in place of the key of
 * `bind`.
 */
#ifndef LECTERN_CONFIG_H
#define LECTERN_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "lectern/source/load_options.h"

/* When to use colour; "auto": on a terminal, unless NO_COLOR is set. */
enum config_when { CONFIG_AUTO, CONFIG_ALWAYS, CONFIG_NEVER };

/* Colours for a background; "auto" asks the terminal what that is. */
enum config_theme {
	CONFIG_THEME_AUTO,
	CONFIG_THEME_DARK,
	CONFIG_THEME_LIGHT,
	CONFIG_THEME_MONO,
	CONFIG_THEME_CONTRAST,
};

/* How an element of the screen looks, as it was written. */
struct config_color {
	char *element; /* its name */
	char *look;    /* colours and attributes */
	int line;      /* in the file, for messages */
};

/* A key given another meaning. */
struct binding {
	char *key;     /* a key's name, "j", "^F", "Down", or several with a
	                  blank between: "g g" */
	char *command; /* a command's name, perhaps an argument; or "none" */
	int line;      /* in the file, for messages */
};

/* Something that is wrong. */
struct config_fault {
	char *text; /* "config:3: ..." */
	int line;
};

/* A saved view. */
struct config_view {
	char *name;
	char *query; /* in the language of the filter */
};

#define CONFIG_SETTINGS 10 /* lines `name = value` there are */

/* All settings; zeroed is the default.  Owns its strings, clean UTF-8. */
struct config {
	char *opener; /* command that opens a URL, for argv_split(), or NULL */
	char *player; /* command that plays a video; NULL: mpv */
	char *copier; /* command that copies its input; NULL: see
	                 opener_clipboard() */
	char *sync;   /* absolute path of the file that shares marks, or NULL */
	bool mouse;
	bool queues; /* what is to be played waits for the player's end */
	bool leads;  /* `lead` is set; see config_lead() */
	long lead;
	enum config_when color;
	enum config_theme theme;
	struct config_color *colors; /* ncolors of them, the last one holds */
	size_t ncolors;
	struct binding *bindings; /* one for each key: the last in the file */
	size_t nbindings;
	struct config_view *views; /* one for each name: the last in the file */
	size_t nviews;
	char **library; /* absolute paths of files and folders */
	size_t nlibrary;
	char **transcripts; /* paths of folders, absolute in the file */
	size_t ntranscripts;
	struct load_source *sources; /* in the order of the file */
	size_t nsources;
	size_t history; /* filters to keep, where `keeps` is set */
	bool keeps;
	struct config_fault *faults; /* in the order of the file */
	size_t nfaults;
	char *given[CONFIG_SETTINGS]; /* what stands after the `=` of each
	                                 setting, or NULL */
};

/* A line `name = value`. */
struct config_setting {
	const char *name;
	const char *usual; /* its value without the line; "" for none */
	const char *help;  /* what it says, as a comment */
};

/* Returns the settings, CONFIG_SETTINGS of them. */
const struct config_setting *config_settings(void);

/* Returns the seconds to play before a time code; `config` may be NULL. */
long config_lead(const struct config *config);

/* Adds a folder in which transcripts are. */
void config_add_transcripts(struct config *config, const char *path);

/* Adds what is wrong in a line of the file at `path`. */
void config_fault(
    struct config *config, const char *path, int line, const char *what);

/*
 * Reads the file at `path` into a zeroed `config`.  A missing file is an empty
 * one.  Leaves out bad lines; if there is any it returns false, `err` names file
 * and line of the first, and config->faults has all.  Does not check that the
 * commands of bindings exist: see command_check().
 */
bool config_read(struct config *config, const char *path, struct err *err);

/* Parses "auto", "always" or "never". */
bool config_parse_when(const char *word, enum config_when *when);

/*
 * Returns the paths of the library that are there, an array to be freed of
 * strings of the config; NULL if there are none.  `err` says what is left out,
 * its message is "" if nothing is.
 */
const char **
config_library(const struct config *config, size_t *n, struct err *err);

/* Frees the strings and leaves the default. */
void config_free(struct config *config);

#endif
