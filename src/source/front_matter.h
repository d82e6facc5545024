/*
 * Front matter: what site generators put before a document.
 */
#ifndef LECTERN_FRONT_MATTER_H
#define LECTERN_FRONT_MATTER_H

#include <stddef.h>

struct arena;

/*
 * The bytes at the start of a clean document that are front matter, 0 where
 * there is none: YAML between `---` lines, TOML between `+++` lines, a JSON
 * object, or lines of `Key: value` (two or more, one of them a title, date,
 * author, tags, category or slug) up to an empty line.  `*title` becomes the
 * document's title as it stands there, without quotes and owned by the arena,
 * or NULL.
 */
size_t front_matter_skip(
    struct arena *arena, const char *s, size_t len, const char **title);

#endif
