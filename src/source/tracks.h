/*
 * Finds tracks for talks whose documents name none, and lists the talks of each
 * track.  Call the functions in this order, after keys_set().
 */
#ifndef LECTERN_TRACKS_H
#define LECTERN_TRACKS_H

#include <stdbool.h>

#include "lectern/model/notes.h"
#include "source/built.h"

/*
 * Gives talks without a track that of a talk with the same key.  Returns
 * whether all talks have one now.
 */
bool tracks_share(struct built *built);

/*
 * Whether a talk may have the key of a talk in the document at `path` (or
 * NULL), by the links that stand in it: then it has to be read.
 */
bool tracks_may_be_in(const struct built *built, const char *path);

/* Gives talks without a track that of a talk of `other` with the same key. */
void tracks_look_up(struct built *built, const struct notes *other);

/*
 * Gives remaining talks a track named after their conference, places text from
 * outside talks, and lists the talks of each track.
 */
void tracks_finish(struct built *built);

/* Lists the talks of each track anew. */
void tracks_list(struct built *built);

#endif
