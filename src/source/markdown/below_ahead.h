/*
 * What stands before names in a line below a talk: "— Ann Lee", a picture, links.
 */
#ifndef LECTERN_BELOW_AHEAD_H
#define LECTERN_BELOW_AHEAD_H

#include <stddef.h>

struct line;

/* Its bytes, of a line that has words; 0: there is nothing. */
size_t below_ahead(const struct line *line);

#endif
