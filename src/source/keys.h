/*
 * Keys and ids of talks: what marks are kept under, and what people type.
 */
#ifndef LECTERN_KEYS_H
#define LECTERN_KEYS_H

#include "source/built.h"

/*
 * Gives each talk its conference and its keys, see talk_key.h.  Of several talks
 * with one key the first has it, and others that differ have their own.  The id
 * is talk_key() without `yt:`; the second of a kind ends in `~2`.
 */
void keys_set(struct built *built);

#endif
