/*
 * Whether the lines right below a document's name tell of the one talk that all
 * of it is.
 */
#ifndef LECTERN_SINGLE_TOP_H
#define LECTERN_SINGLE_TOP_H

#include "source/markdown/finder.h"

/*
 * Whether they tell who speaks, or, where no other heading is, lines in bold name
 * parts of the notes.  `from` is as heads_after_name() says; `*why` is told.
 */
bool single_top_tells(const struct finder *f, size_t from, enum shape_one *why);

/* Whether a document's name tells a title and, behind it, who speaks. */
bool single_top_names(const struct line *line);

/*
 * Whether the headings below that name are short, as those of parts of notes are, and
 * over no talks: few have links, and no group has any.
 */
bool single_top_over_short(const struct finder *f);

#endif
