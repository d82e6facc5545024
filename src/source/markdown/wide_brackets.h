/*
 * Names in the wide brackets of Chinese and Japanese, directly after a title.
 */
#ifndef LECTERN_WIDE_BRACKETS_H
#define LECTERN_WIDE_BRACKETS_H

#include <stdbool.h>

#include "source/markdown/anatomy.h"

/*
 * Whether a line has such brackets at its end; `*cut`, which has all of the title,
 * then ends it there and has the names.
 */
bool wide_brackets_cut(const struct anatomy *anatomy, struct cut *cut);

#endif
