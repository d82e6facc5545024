/*
 * Which lines of front matter say nothing that is shown.
 */
#ifndef LECTERN_FRONT_ROWS_H
#define LECTERN_FRONT_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "source/builder.h"
#include "source/front_fields.h"

struct arena;

/* Counts a line, from which `field` (NULL: none) took something. */
void front_rows_count(struct arena *arena, struct front_matter *front,
    const char *s, size_t len, const char *const *field);

/*
 * Tells that lines are left aside: those of a page that is one talk which tell
 * nothing of it; else all but the title.
 */
void front_rows_tell(
    struct build *build, const struct front_matter *front, bool one);

#endif
