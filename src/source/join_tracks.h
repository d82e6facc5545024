/*
 * The tracks of joined sources.
 */
#ifndef LECTERN_JOIN_TRACKS_H
#define LECTERN_JOIN_TRACKS_H

#include <stdint.h>

#include "source/built.h"

/*
 * Gives the tracks of a source that was joined to the conference `base[source]`
 * (of others it is the source itself), and puts those of one conference side by
 * side.  Talks there without a track get one that is named after their source.
 * Tracks that have lost all talks, and say nothing else, are left out.
 */
void join_tracks(struct built *built, const uint32_t *base);

#endif
