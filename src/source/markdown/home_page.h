/*
 * Tells links that lead to somebody by what they are called and where they lead:
 * no site for people has them, yet they are never a talk's own.
 */
#ifndef LECTERN_HOME_PAGE_H
#define LECTERN_HOME_PAGE_H

#include <stdbool.h>

#include "source/markdown/richtext.h"

/*
 * Whether a link is somebody's name, and leads to a whole site, or a page that is
 * called after them or "about"; or is called "site" or "homepage" and leads to
 * a whole site.
 */
bool home_page_is(const struct line *line, const struct span *span);

#endif
