/*
 * Tracks of talks whose documents do not say them, and the tracks' lists of
 * talks.  Keys are set before; the functions are called in this order.
 */
#ifndef LECTERN_TRACKS_H
#define LECTERN_TRACKS_H

#include <stdbool.h>

#include "lectern/model/notes.h"
#include "source/built.h"

/*
 * Gives talks without a track that of a talk with the same key.  True: then all
 * talks have one.
 */
bool tracks_share(struct built *built);

/* Gives talks without a track that of the other notes' talk of the same key. */
void tracks_look_up(struct built *built, const struct notes *other);

/*
 * Gives talks that still have none a track named after their conference, places
 * text that was outside talks, and lists the talks of each track.
 */
void tracks_finish(struct built *built);

#endif
