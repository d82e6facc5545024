/*
 * Splits a command, as the user writes it in a setting or variable, into an
 * argument vector.  No shell reads it: `$`, `;`, `|` and `*` mean themselves.
 */
#ifndef LECTERN_ARGV_H
#define LECTERN_ARGV_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"

/* A command as an argument vector, to be freed with argv_free(). */
struct argv {
	char **word; /* nword of them, then NULL; itself NULL for none */
	size_t nword;
};

/*
 * Splits `command` at blanks into `*argv` (need not be initialised).  Single
 * and double quotes group; a leading `~/` is the home folder.  `%s` in a word
 * becomes `url` and `%%` a percent sign; where no word has `%s`, the URL is
 * added as the last word.  If `url` is NULL, percent signs mean themselves.
 * Returns false, with nothing to free, if there is no word or a quote is not
 * closed.
 */
bool argv_split(
    const char *command, const char *url, struct argv *argv, struct err *err);

/* Adds a copy of `word` at the end. */
void argv_add(struct argv *argv, const char *word);

/* Inserts a copy of `word` before the one of index `at`, which may be nword. */
void argv_insert(struct argv *argv, size_t at, const char *word);

/* Frees the words and leaves an empty vector. */
void argv_free(struct argv *argv);

#endif
