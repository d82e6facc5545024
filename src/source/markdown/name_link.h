/*
 * Links that tell that a word is a name: the file is called after who speaks,
 * `[Tides - Lee](lee-tides.md)`; or that follow "by": `Tides by [Ann Lee](ann)`.
 */
#ifndef LECTERN_NAME_LINK_H
#define LECTERN_NAME_LINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/anatomy.h"

/*
 * Whether the file that a line's first link leads to begins with the word that
 * stands behind the title, and goes on with more.
 */
bool name_link_is(const struct line *line, const struct cut *cut);

/*
 * Whether the names are the only link of a line, and it leads to no person's page: the
 * title stands there, and who speaks before it.
 */
bool name_link_is_title(const struct line *line, const struct cut *cut);

/*
 * Whether "by" and a link that has somebody's name are on a line, and nothing
 * behind them but others or a firm: "Tides by [Ann Lee](ann) of Ropes".
 */
bool name_link_by(const struct line *line);

/*
 * Returns the bytes of "from " at byte `at` of a line before a link to somebody on
 * whose pages the title is, as below what is embedded; 0: there is none.
 */
size_t name_link_from(const struct anatomy *line, uint32_t at);

#endif
