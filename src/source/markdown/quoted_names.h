/*
 * Finds names beside a title in quotes, with no sign between them: "「Title」
 * Name", "Name《Title》".
 */
#ifndef LECTERN_QUOTED_NAMES_H
#define LECTERN_QUOTED_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/anatomy.h"

/*
 * Cuts a line that is a quotation and what stands behind it; with `first`, before
 * it.  False: it is none of these.
 */
bool
quoted_names_cut(const struct anatomy *anatomy, bool first, struct cut *cut);

/*
 * Whether words right behind a quotation, with `first` before it, go on with what
 * it says, as Japanese does: "「Title」 no ...".
 */
bool quoted_names_join(const char *s, size_t len, bool first);

/*
 * Whether a line is no more than a title in the quotes of Chinese or Japanese, and
 * what may be a name.
 */
bool quoted_names_are(const struct line *line);

#endif
