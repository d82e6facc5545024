/*
 * What stands in a programme and is no talk: lunch, breaks, parties.
 */
#ifndef LECTERN_PAUSE_H
#define LECTERN_PAUSE_H

#include <stdbool.h>

#include "lectern/model/notes.h"

/*
 * Whether a talk is a break: it is called so, in one of many languages, and has
 * no speakers, no video, and no notes but when and where.  Reads its notes.
 */
bool pause_is(const struct talk *talk);

#endif
