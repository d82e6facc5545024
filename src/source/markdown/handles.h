/*
 * Finds people's handles at the end of a line: "Title @ann", "Title by @ann or
 * @bo".
 */
#ifndef LECTERN_HANDLES_H
#define LECTERN_HANDLES_H

#include <stdbool.h>

#include "source/markdown/anatomy.h"

/* Cuts a line before the handles at its end; false: there are none. */
bool handles_cut(const struct anatomy *anatomy, struct cut *cut);

#endif
