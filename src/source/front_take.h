/*
 * Takes front matter line by line.
 */
#ifndef LECTERN_FRONT_TAKE_H
#define LECTERN_FRONT_TAKE_H

#include <stddef.h>

#include "source/front_fields.h"

struct arena;

/*
 * Takes a line `key: value`, or one that belongs to the key before; the arena
 * owns what is taken.
 */
void front_take_line(struct arena *arena, const char *s, size_t len,
    char separator, struct front_matter *front);

/* Decides what is known only when all was read. */
void front_take_end(struct arena *arena, struct front_matter *front);

#endif
