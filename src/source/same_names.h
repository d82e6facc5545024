/*
 * Tells conferences of one name apart.
 */
#ifndef LECTERN_SAME_NAMES_H
#define LECTERN_SAME_NAMES_H

#include <stddef.h>

#include "lectern/base/arena.h"
#include "lectern/model/notes.h"

/*
 * Gives those of `n` sources that share a name a label, owned by the arena: the
 * name and, in brackets, the part of the path in which all of them differ, or
 * the path.  What was joined with another has no rows, and no label.
 */
void same_names_label(struct arena *arena, struct source *sources, size_t n);

#endif
