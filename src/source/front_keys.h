/*
 * Keys of front matter: what they are called, and what they tell.
 */
#ifndef LECTERN_FRONT_KEYS_H
#define LECTERN_FRONT_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "source/front_fields.h"

/*
 * Returns the field that the key (the `len` bytes at `key`) fills, or NULL if it
 * is not used.  Case, dashes and underscores do not matter, nor that a key says
 * whose it is: `videoUrl`, `video_url` and `talk_video_url` are the same.
 */
const char **
front_keys_find(struct front_matter *front, const char *key, size_t len);

/*
 * Whether a key in the map below such a field tells what that is about: the
 * address, or the name of an event.
 */
bool front_keys_below(const struct front_matter *front,
    const char *const *field, const char *key, size_t len);

#endif
