/*
 * The user's settings: $XDG_CONFIG_HOME/lectern/config, lines of
 * `name = value` and `bind KEY COMMAND`, `#` begins a comment.
 */
#ifndef LECTERN_CONFIG_H
#define LECTERN_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/err.h"

/* A key given another meaning. */
struct binding {
	char *key;     /* a key's name: "j", "^F", "Down" */
	char *command; /* a command's name, perhaps with an argument; "none" */
	int line;      /* in the file, for messages */
};

/* All settings; zeroed is the default.  Owns its strings. */
struct config {
	char *opener; /* command that opens a URL, words split at blanks */
	char *player; /* command that plays a video; NULL: mpv */
	bool mouse;
	struct binding *bindings;
	size_t nbindings;
};

/*
 * Reads the file at `path` into a zeroed `config`.  A missing file is an
 * empty one.  At the first bad line returns false with `err` naming file and
 * line; what was read until then is kept.
 */
bool config_read(struct config *config, const char *path, struct err *err);
void config_free(struct config *config);

#endif
