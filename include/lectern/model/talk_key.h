/*
 * Keys of talks: marks are kept under them.
 */
#ifndef LECTERN_TALK_KEY_H
#define LECTERN_TALK_KEY_H

#include "lectern/model/notes.h"

/* The key of a talk's URL, see link_key(), or without one talk_key_hash(). */
char *talk_key(struct arena *arena, const struct talk *talk);

/*
 * The key of a talk without a URL: `h:` and a hash of title and speakers,
 * folded.  Owned by the arena, as all keys are.
 */
char *talk_key_hash(struct arena *arena, const char *title,
    const char *const *speakers, size_t nspeakers);

/*
 * The key that tells a talk from others with its talk_key(): that of its URL and
 * `@` with the second at which it begins, for later parts of a recording;
 * without a URL a hash of conference, track or day (`where`, or NULL), title
 * and speakers.
 */
char *talk_key_own(struct arena *arena, const struct talk *talk,
    const char *conference, const char *where);

#endif
