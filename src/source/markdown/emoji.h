/*
 * Names of pictures, as GitHub, Slack and others write them: `:tada:`.
 */
#ifndef LECTERN_EMOJI_H
#define LECTERN_EMOJI_H

#include <stddef.h>

/*
 * Returns the picture that the `len` bytes at `s` begin with the name of, with
 * colons around it, and the bytes of these in `*name_len`; "" for a picture of a
 * theme, which only a site shows; NULL: there is none, or it is not known here.
 */
const char *emoji_named(const char *s, size_t len, size_t *name_len);

#endif
