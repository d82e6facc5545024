/*
 * The filters that were typed: a list in memory, read from a file at the start
 * and written to it at the end.
 */
#ifndef LECTERN_HISTORY_H
#define LECTERN_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"

#define HISTORY_MOST 100 /* lines kept by default */

/* Lines, the newest last, each once; zeroed is empty.  Owns its strings. */
struct history {
	char **line;
	size_t n, cap;
	size_t most; /* lines to keep; 0: none are */
	size_t read; /* how many of them came from the file */
};

/*
 * Reads the file at `path` into an empty history that keeps `most` lines.  A
 * file that is missing or cannot be read counts as empty.  Text is cleaned.
 */
void history_read(struct history *history, const char *path, size_t most);

/* Adds a line as the newest, and removes an equal one.  Ignores blank lines. */
void history_add(struct history *history, const char *text);

/*
 * Adds what is new to the file, which another copy of lectern may have changed,
 * and replaces it in one step, mode 0600.  Does nothing if nothing is new.
 */
bool
history_write(const struct history *history, const char *path, struct err *err);

void history_free(struct history *history);

#endif
