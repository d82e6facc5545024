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
 * Tells that lines are left aside: all but the title; or those which tell nothing
 * of the one talk that the document is, which has speakers if `speaks`.
 */
void front_rows_tell(struct build *build, const struct front_matter *front);
void front_rows_tell_one(
    struct build *build, const struct front_matter *front, bool speaks);

#endif
