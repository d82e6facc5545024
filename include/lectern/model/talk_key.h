/*
 * Keys of talks: marks are kept under them.
 */
#ifndef LECTERN_TALK_KEY_H
#define LECTERN_TALK_KEY_H

#include "lectern/model/notes.h"

/*
 * Returns the key of a talk: link_key() of its URL, or without one
 * talk_key_hash().
 */
char *talk_key(struct arena *arena, const struct talk *talk);

/*
 * Returns the key of a talk without a URL: `h:` and a hash of title and
 * speakers, folded.  All keys are owned by the arena.
 */
char *talk_key_hash(struct arena *arena, const char *title,
    const char *const *speakers, size_t nspeakers);

/* Whether the key is one of talk_key_hash(). */
bool talk_key_is_hash(const char *key);

/*
 * Returns a key that tells a talk from others with the same talk_key().  For a
 * part of a recording it is the key of the URL, `@` and the second at which the
 * part begins; without a URL a hash of conference, `where` (track or day, or
 * NULL), title and speakers.
 */
char *talk_key_own(struct arena *arena, const struct talk *talk,
    const char *conference, const char *where);

/*
 * Returns a key for the `n`-th talk of a document with one key: of those with a
 * URL that and a hash of the title, else that and `n`.
 */
char *talk_key_part(struct arena *arena, const struct talk *talk, uint32_t n);

#endif
