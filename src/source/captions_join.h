/*
 * Captions that are opened together with the talk that they are of.
 */
#ifndef LECTERN_CAPTIONS_JOIN_H
#define LECTERN_CAPTIONS_JOIN_H

#include <stdbool.h>
#include <stdint.h>

#include "source/built.h"

/* Whether a conference was read from captions. */
bool captions_join_is(const struct conference *conference);

/*
 * Makes captions the transcript of the talk of another document whose video or
 * short name their file's name has: they are no talk of their own then.  Notes
 * of all others whether they stand alone.  To be called before talks are joined
 * otherwise.
 */
void captions_join(struct built *built);

#endif
