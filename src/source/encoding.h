/*
 * In which encoding a document is: UTF-8 but for old ones.
 */
#ifndef LECTERN_ENCODING_H
#define LECTERN_ENCODING_H

#include <stddef.h>

#include "lectern/base/arena.h"
#include "lectern/source/input.h"
#include "source/builder.h"

/* Turns bytes that begin with a byte order mark of UTF-16 into UTF-8. */
void encoding_from_utf16(struct bytes *bytes);

/*
 * As text_clean(), but where bytes are no UTF-8 it warns of the first line that
 * has one; if no character beyond ASCII is UTF-8, they are read as Windows-1252.
 */
char *
encoding_clean(struct build *build, const char *s, size_t len, size_t *out_len);

#endif
