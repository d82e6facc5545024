/*
 * Front matter: data that site generators put before a document.
 */
#ifndef LECTERN_FRONT_MATTER_H
#define LECTERN_FRONT_MATTER_H

#include <stdbool.h>
#include <stddef.h>

#include "source/front_fields.h"

struct arena;

/*
 * Returns how many bytes at the start of a clean document are front matter, 0
 * if there is none: YAML between `---` lines, TOML between `+++` lines, a JSON
 * object, or lines of `Key: value` or `key:: value` (two or more, one of them a
 * title, date, author, tags, category or slug) up to an empty line.  `*front` is
 * filled; its strings are owned by the arena.
 */
size_t front_matter_skip(
    struct arena *arena, const char *s, size_t len, struct front_matter *front);

/*
 * Whether a word that a site has for its pages, or NULL, says that this one is a
 * talk.
 */
bool front_matter_is_talk(const char *word);

/*
 * Whether the document tells of one talk: it names a speaker, a video, or an
 * event and where it was, or says that it is a talk.
 */
bool front_matter_names(const struct front_matter *front);

/*
 * Whether it has a place for all that its author knows of the talk, so that a
 * title is a title, whatever stands in it.
 */
bool front_matter_is_full(const struct front_matter *front);

#endif
