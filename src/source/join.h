/*
 * Sources that tell of the same talks are one conference: the programme, its
 * videos and notes of it.
 */
#ifndef LECTERN_JOIN_H
#define LECTERN_JOIN_H

#include "lectern/source/load_options.h"
#include "source/built.h"

/*
 * Joins talks of several sources, if at least one of two is a programme or list
 * of videos, and a fifth of the smaller one's talks are surely in both.  Keys
 * of talks are set, and to be set anew.
 *
 * A joined talk has title, people, track, day and room of the programme; the
 * notes of both; and the first video that is known.  The other source loses it.
 * `built->joined` tells what became of each talk.  What the reader has settled
 * wins.
 *
 * Of two versions of one programme the newer wins: talks that only the older one
 * has are gone.
 */
void join_sources(struct built *built, const struct load_options *options);

#endif
