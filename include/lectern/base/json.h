/*
 * Text as JSON has it (RFC 8259).
 */
#ifndef LECTERN_JSON_H
#define LECTERN_JSON_H

#include <stdio.h>

/* Writes clean UTF-8 as a string, quotes included. */
void json_string(FILE *out, const char *s);

#endif
