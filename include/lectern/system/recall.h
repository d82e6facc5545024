/*
 * What lectern remembers from one run to the next: names and values, one pair a
 * line of a file.  Several copies may run: each writes only what it has set
 * itself.
 */
#ifndef LECTERN_RECALL_H
#define LECTERN_RECALL_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"

/* All that is remembered; zeroed is nothing.  Owns its strings, clean UTF-8. */
struct recall {
	struct recall_entry {
		char *name;  /* without blanks */
		char *value; /* one line */
		bool fresh;  /* set in this run */
	} * entry;
	size_t n, cap;
};

/* Reads the file into a zeroed `recall`; a missing one is an empty one. */
void recall_read(struct recall *recall, const char *path);

/* Returns the value of a name, or NULL; valid until the next recall_set(). */
const char *recall_get(const struct recall *recall, const char *name);

/* Sets the value of a name. */
void recall_set(struct recall *recall, const char *name, const char *value);

/*
 * Writes what was set in this run to the file, which is replaced in one step;
 * its folder is created.  Does nothing if nothing was set.
 */
bool
recall_write(const struct recall *recall, const char *path, struct err *err);

void recall_free(struct recall *recall);

#endif
