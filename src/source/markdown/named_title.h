/*
 * Lines that are a title with who speaks beside it: "**Title** - Ann Lee",
 * "**Title (Ann Lee)**", "[Title](link) by Ann Lee", "Title - Ann Lee".  Of several
 * lines the first one is looked at.
 */
#ifndef LECTERN_NAMED_TITLE_H
#define LECTERN_NAMED_TITLE_H

#include <stdbool.h>

#include "source/markdown/richtext.h"

/* Whether it is so, and the title is bold. */
bool named_title_bold(const struct line *line);

/* Whether it is so, however the title is written. */
bool named_title_is(const struct line *line);

/*
 * Whether such a line surely tells of a talk: the title is in bold, and nobody's name,
 * or a link; or it leads to a video, whoever speaks.
 */
bool named_title_sure(const struct line *line);

/* Whether what stands first in such a line reads as a name, too. */
bool named_title_of_person(const struct line *line);

#endif
