/*
 * The links of a talk, each once.
 */
#ifndef LECTERN_LINK_LIST_H
#define LECTERN_LINK_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * Returns `n` links in their order, each once, but `url` (NULL: none) before
 * them, and with `paths` those last that are paths of files.  The arena owns the
 * list, not the links; `*count` is set.
 */
const char *const *link_list(struct arena *arena, const char *url,
    const char *const *links, size_t n, bool paths, uint32_t *count);

#endif
