/*
 * Writes JSON (RFC 8259).
 */
#ifndef LECTERN_JSON_H
#define LECTERN_JSON_H

#include <stdio.h>

/* Writes clean UTF-8 as a JSON string, with its quotes. */
void json_string(FILE *out, const char *s);

#endif
