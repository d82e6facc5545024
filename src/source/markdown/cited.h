/*
 * Lines that cite: `Lee, A., & Ember, B. (2031). Title. Venue`, `Lee, Ann, et al.
 * "Title." Venue`.
 */
#ifndef LECTERN_CITED_H
#define LECTERN_CITED_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/anatomy.h"
#include "source/markdown/people.h"

/* Whether a line is a citation; `*cut` is where its title and names are. */
bool cited_cut(const struct anatomy *anatomy, struct cut *cut);

/*
 * Reads the people of a citation, whose family names may come first, as
 * people_read() does others.  The names are owned by the arena.
 */
struct people cited_people(struct arena *arena, const char *s, size_t len);

#endif
