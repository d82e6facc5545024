/*
 * Sets the keys of talks, by which marks are kept, and the ids, which people
 * type.
 */
#ifndef LECTERN_KEYS_H
#define LECTERN_KEYS_H

#include "source/built.h"

/*
 * Gives each talk its conference, keys (see talk_key.h) and id.  Of several
 * talks with one key the first keeps it, and others whose own key differs get
 * that.  The id is the talk_key() without `yt:`; a second one of the same name
 * gets `~2`.
 */
void keys_set(struct built *built);

#endif
