/*
 * What the parts of a talk are called in columns of tables and members of JSON,
 * in several languages.
 */
#ifndef LECTERN_PART_NAMES_H
#define LECTERN_PART_NAMES_H

#include <stddef.h>

#include "source/part_known.h"

struct arena;

/* Returns all names and their number, the best of each kind first. */
const struct part_name *part_names(size_t *n);

/*
 * Returns a name folded as in the table, owned by the arena: "Session_Title",
 * "sessionTitle" and "session-title" are "session title".
 */
const char *part_names_fold(struct arena *arena, const char *name);

#endif
