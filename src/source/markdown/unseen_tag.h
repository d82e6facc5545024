/*
 * What tags of HTML say that a page shows, if only when something points at it:
 * the values of their attributes, but for those that are for a browser alone.
 */
#ifndef LECTERN_UNSEEN_TAG_H
#define LECTERN_UNSEEN_TAG_H

#include <stdbool.h>
#include <stddef.h>

/* A stretch of a tag's text. */
struct unseen_value {
	size_t from, to; /* bytes of the tag */
};

/* Whether a tag is one of HTML; `name` is in lower case. */
bool unseen_tag_is_known(const char *name);

/*
 * Finds the next such value from byte `*at` of the tag of `len` bytes at `s` on;
 * `*at` is 0 at first.  False: there is none any more.
 */
bool unseen_tag_next(
    const char *s, size_t len, size_t *at, struct unseen_value *value);

#endif
