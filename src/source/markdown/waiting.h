/*
 * Looks at the lines of a document that are not parsed yet.
 */
#ifndef LECTERN_WAITING_H
#define LECTERN_WAITING_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/outline.h"

/* Returns how many of those lines of a text may be talks by their fields, at most. */
size_t waiting_fields(const struct outline *outline, const char *text);

/* Returns how many quotations begin with a link or words in another style. */
size_t waiting_quotes(const struct outline *outline, const char *text);

/*
 * Whether all items of what waits but few, and those below others, may name
 * somebody, so that their lists may be talks: see groups_take_named().
 */
bool waiting_may_be_named(const struct outline *outline, const char *text);

#endif
