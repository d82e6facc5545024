/*
 * Names behind "@": "Title @ Ann Lee", where others have events.
 */
#ifndef LECTERN_AT_NAMES_H
#define LECTERN_AT_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/arena.h"
#include "source/markdown/anatomy.h"

/* Where a line has names behind "@", which may be no handles; false: it has no such. */
bool at_names_cut(const struct anatomy *anatomy, struct cut *cut);

/*
 * Returns how many of `n` lines have names there; 0: these may be events.  Names are
 * nearly all sure, and hardly any is there again, or has a date before the title, as events do.
 */
size_t
at_names_told(struct arena *arena, const struct anatomy *anatomies, size_t n);

#endif
