/*
 * Events with their year before or behind titles, which only some lines of a
 * document have: "Reef Conf 2031 - Title", "Title | Reef Conf 2031".
 */
#ifndef LECTERN_AROUND_H
#define LECTERN_AROUND_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/anatomy.h"
#include "source/markdown/place.h"

/* Whether enough of `n` lines have some, and most have none. */
bool around_some(const struct anatomy *lines, size_t n);

/*
 * Where nearly all lines with an event behind the title have names, as "Ann Lee:
 * Title | Reef Conf 2031"; PLACE_NONE: nowhere.
 */
enum place around_place(const struct anatomy *lines, size_t n);

/* Takes such an event for no part of a line; false: it has none. */
bool around_leave(struct anatomy *line);

/* Cuts a title in a line's text at them. */
void around_cut(const char *s, struct cut *cut);

#endif
