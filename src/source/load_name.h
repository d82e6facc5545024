/*
 * What documents are called by their paths.
 */
#ifndef LECTERN_LOAD_NAME_H
#define LECTERN_LOAD_NAME_H

#include "lectern/base/arena.h"

/* Returns what comes after the last slash of a path. */
const char *load_after_slash(const char *path);

/*
 * Returns the file's name without folders and ending, or the folder's, where the
 * name only says that the file tells of it; owned by the arena.
 */
const char *load_name(struct arena *arena, const char *path);

#endif
