/*
 * Writes JSON (RFC 8259), and reads its escapes.
 */
#ifndef LECTERN_JSON_H
#define LECTERN_JSON_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Writes clean UTF-8 as a JSON string, with its quotes. */
void json_string(FILE *out, const char *s);

/*
 * Returns the code of the escape `\uXXXX` at the NUL-terminated `s`, or of the two
 * that are one character, with their bytes in `*len`; one half of such a pair has
 * its own.  UINT32_MAX: there is none.
 */
uint32_t json_escape(const char *s, size_t *len);

#endif
