/*
 * Sets the keys of talks, by which marks are kept, and the ids, which people
 * type.
 */
#ifndef LECTERN_KEYS_H
#define LECTERN_KEYS_H

#include "source/built.h"

/*
 * Sets the keys of a talk that need nothing but the talk, owned by the arena;
 * `own_key` may be NULL then.
 */
void keys_begin(struct arena *arena, struct talk *talk);

/*
 * Gives each talk its conference, keys (see talk_key.h) and id; keys that it
 * has already stay.  Of several
 * talks with one key the first keeps it, and others whose own key differs get
 * that.  The id is the talk_key() without `yt:`; a second one of the same name
 * gets `~2`.
 */
void keys_set(struct built *built);

/* Does so for talks that have changed, with all keys made anew. */
void keys_set_again(struct built *built);

/*
 * Gives talks of one document that still have one key keys of their own, at last:
 * what looks for equal keys comes before.
 */
void keys_part(struct built *built);

#endif
