/*
 * Parses text whose blocks are so simple that they are known line by line:
 * bullets of one line, tables, and single lines.
 */
#ifndef LECTERN_SIMPLE_H
#define LECTERN_SIMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/md.h"

struct arena;

/*
 * Parses the `len` bytes at `s`, before which the document has `rows` lines, as
 * markdown_parse() does, and adds their nodes to those of the document.  Returns
 * false, with none added, where they are not so simple.  `own` is NULL, or the
 * same bytes, clean and living as long as the arena, where lines may stay: then
 * NULs and marks take the place of line feeds and signs behind them and around
 * their URLs, unless it returns false.
 */
bool simple_parse(struct markdown *md, struct arena *arena, const char *s,
    size_t len, uint32_t rows, char *own);

/* Puts back those line feeds and signs of `len` bytes. */
void simple_put_back(char *own, size_t len);

#endif
