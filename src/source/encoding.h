/*
 * Decodes documents: UTF-8, UTF-16 and Windows-1252.
 */
#ifndef LECTERN_ENCODING_H
#define LECTERN_ENCODING_H

#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/source/input.h"
#include "source/builder.h"

/*
 * Turns bytes that begin with a byte order mark of UTF-16 into UTF-8; leaves
 * others alone.
 */
void encoding_from_utf16(struct bytes *bytes);

/*
 * Turns bytes into UTF-8 if no character beyond ASCII is in it already and all
 * are in Windows-1252; leaves others alone.  Returns what is to be told of bytes
 * that were no UTF-8, and in `*line` where the first is; NULL: all was UTF-8.
 */
const char *encoding_to_utf8(struct bytes *bytes, uint32_t *line);

/*
 * The same, and then text_clean(); drops the bytes, and warns in `build` of what
 * is to be told.
 */
char *encoding_clean(struct build *build, struct arena *arena,
    struct bytes *bytes, size_t *out_len);

#endif
