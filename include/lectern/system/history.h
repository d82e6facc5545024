/*
 * What was typed in the filter before: a list in memory, and the file that it
 * is read from at the start and written to at the end.
 */
#ifndef LECTERN_HISTORY_H
#define LECTERN_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"

#define HISTORY_MOST \
	100 /* lines that are kept unless the user says otherwise */

/* Lines, the newest last, each once; zeroed is empty.  Owns its strings. */
struct history {
	char **line;
	size_t n, cap;
	size_t most; /* lines to keep; 0: none are */
	size_t read; /* of these, how many the file had */
};

/*
 * Reads the file at `path` into an empty history that keeps `most` lines.  A
 * file that is missing or cannot be read is an empty one; bytes that could harm
 * a terminal are left out.
 */
void history_read(struct history *history, const char *path, size_t most);

/* Adds a line as the newest; one like it is forgotten.  Blank lines are not. */
void history_add(struct history *history, const char *text);

/*
 * Adds what is new to the file, which another copy may have written meanwhile,
 * and replaces it in one step, mode 0600.  Does nothing where nothing is new.
 */
bool
history_write(const struct history *history, const char *path, struct err *err);

void history_free(struct history *history);

#endif
