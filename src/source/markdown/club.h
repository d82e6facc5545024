/*
 * Lines that begin with whose talks they are, "Tide Club: Ann Lee - Kelp", which
 * would read as somebody's name.
 */
#ifndef LECTERN_CLUB_H
#define LECTERN_CLUB_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/anatomy.h"

/*
 * Returns where names begin of what stands before a dash, from byte `from` to
 * `to`: behind a colon, if somebody's name is there, else at `from`.
 */
uint32_t club_end(const struct anatomy *anatomy, uint32_t from, uint32_t to);

/* Whether the title of a line, behind a colon, has a name before a dash. */
bool club_is(const struct anatomy *anatomy, const struct cut *cut);

#endif
