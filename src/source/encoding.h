/*
 * Decodes documents: UTF-8, UTF-16 and Windows-1252.
 */
#ifndef LECTERN_ENCODING_H
#define LECTERN_ENCODING_H

#include <stddef.h>

#include "lectern/base/arena.h"
#include "lectern/source/input.h"
#include "source/builder.h"

/*
 * Turns bytes that begin with a byte order mark of UTF-16 into UTF-8; leaves
 * others alone.
 */
void encoding_from_utf16(struct bytes *bytes);

/*
 * As text_clean(), but drops the bytes, and warns in `build` of the first line with bytes
 * that are no UTF-8.  If no character beyond ASCII is UTF-8, reads all as
 * Windows-1252.
 */
char *encoding_clean(struct build *build, struct arena *arena,
    struct bytes *bytes, size_t *out_len);

#endif
