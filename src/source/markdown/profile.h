/*
 * Links to somebody's own page on a site for people, "[Ann Lee](https://x.com/...)"
 * or "Twitter: [@ann](...)", right below a title that nobody else is named for.
 */
#ifndef LECTERN_PROFILE_H
#define LECTERN_PROFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/people.h"
#include "source/markdown/talk_line.h"

/* Reads a line that is no more than such a link, or nobody. */
struct people profile_people(struct arena *arena, const struct line *line);

/* Reads those among the words of a line: "[Ann Lee](https://x.com/...) shows". */
struct people profile_linked(struct arena *arena, const struct line *line);

/* Returns the line right below a talk that has such, or NULL. */
const struct line *profile_line(const struct talk_text *talk);

/* Whether half of the talks have one, and not the same person each. */
bool profile_told(struct arena *arena, const struct talk_text *talks, size_t n);

/* Reads the handle that a line has behind "by" as a link to somebody: "by ann42". */
struct people profile_by(struct arena *arena, const struct line *line);

#endif
