/*
 * Files that are one talk because their folder has one talk a file: by itself
 * such a file falls into its parts, "Ideas" and "Background", or into what it
 * lists.
 */
#ifndef LECTERN_FOLDER_SINGLES_H
#define LECTERN_FOLDER_SINGLES_H

#include <stdbool.h>

#include "source/built.h"

struct strmap;

/*
 * Finds the members of folders that are to be read as one talk: those that tell
 * on top who speaks, where two and a third of the members do; and those whose
 * parts have neither speakers nor videos, where most members are one talk.  Three
 * members count as a folder, fewer belong to the one that was given.  Adds them
 * to `labels`, owned by `arena`.  Returns whether there are some.
 */
bool folder_singles_find(
    const struct built *built, struct arena *arena, struct strmap *labels);

/* Whether the document at `path` is one of those; `labels` may be NULL. */
bool folder_singles_is(const struct strmap *labels, const char *path);

#endif
