/*
 * Breaks that documents have among their talks, as rows of the list: "12:00
 * Lunch" in a list of talks.  They are text of their track, and stay that: so
 * these talks have no words of their own for a search.
 */
#ifndef LECTERN_PAUSES_H
#define LECTERN_PAUSES_H

#include "source/built.h"

/*
 * Adds a talk, with struct talk's `pause`, for each break in the texts of tracks
 * and conferences that stands among talks: where it stands in the document, with
 * its time.  Other talks stay as they are; their numbers change.
 */
void pauses_insert(struct built *built);

#endif
