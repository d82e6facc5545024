/*
 * Captions that are opened together with the talk that they are of.
 */
#ifndef LECTERN_CAPTIONS_JOIN_H
#define LECTERN_CAPTIONS_JOIN_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/source/input.h"
#include "source/built.h"
#include "source/video_names.h"

/* Whether a conference was read from captions. */
bool captions_join_is(const struct conference *conference);

/* Whether a member of a folder is called as captions are. */
bool captions_join_is_named(const struct input_path *path);

/* Adds the names of talks that are no captions; returns how many these are. */
size_t
captions_join_names(struct video_names *names, const struct built *built);

/* Returns the title of the talk that captions of this path are of, or NULL. */
const char *captions_join_title(const struct built *built,
    const struct video_names *names, const char *path);

/* Notes that a conference is captions of the talk with this title. */
void captions_join_mark(
    struct arena *arena, struct conference *conference, const char *title);

/*
 * Makes captions the transcript of the talk of another document whose video or
 * short name their file's name has: they are no talk of their own then.  Notes
 * of all others whether they stand alone.  To be called before talks are joined
 * otherwise.
 */
void captions_join(struct built *built);

#endif
