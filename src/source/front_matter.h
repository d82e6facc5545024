/*
 * Front matter: data that site generators put before a document.
 */
#ifndef LECTERN_FRONT_MATTER_H
#define LECTERN_FRONT_MATTER_H

#include <stdbool.h>
#include <stddef.h>

#include "source/front_fields.h"
#include "source/front_kind.h"

struct arena;

/*
 * Returns how many bytes at the start of a clean document are front matter, 0
 * if there is none: YAML between `---` lines, TOML between `+++` lines, a JSON
 * object, JavaScript between `---js` and `---`, or lines of `Key: value` or `key:: value` (two or more, one of them a
 * title, date, author, tags, category or slug; or a title alone, over a heading)
 * up to an empty line.  `*front` is filled; its strings are owned by the arena.
 */
size_t front_matter_skip(
    struct arena *arena, const char *s, size_t len, struct front_matter *front);

#endif
