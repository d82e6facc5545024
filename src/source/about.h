/*
 * Chooses with which talks the text is told that belongs to no talk.
 */
#ifndef LECTERN_ABOUT_H
#define LECTERN_ABOUT_H

#include "source/built.h"

/*
 * Adds the texts of conferences and tracks, with the talk of each.  Tracks
 * without a talk are told even if they have no text but their name.
 */
void about_find(struct built *built);

#endif
