/*
 * Keys and ids of talks: what marks are kept under, and what people type.
 */
#ifndef LECTERN_KEYS_H
#define LECTERN_KEYS_H

#include "source/built.h"

/*
 * Gives each talk its key: that of its URL or, without one, a hash of its title
 * and speakers.  The id is the key without `yt:`; the second of a kind ends in
 * `~2`.
 */
void keys_set(struct built *built);

#endif
