/*
 * Links to somebody's own page on a site for people, "[Ann Lee](https://x.com/...)"
 * or "Twitter: [@ann](...)", right below a title that nobody else is named for.
 */
#ifndef LECTERN_PROFILE_H
#define LECTERN_PROFILE_H

#include "source/markdown/people.h"
#include "source/markdown/richtext.h"

/* Reads a line that is no more than such a link, or nobody. */
struct people profile_people(struct arena *arena, const struct line *line);

#endif
