/*
 * Lines that end, or begin, with a title in bold or slanted words: `Ann Lee (Firm)
 * *Title*`, `*Title.* Ann Lee`, `Title *Ann Lee, Bo Ek*`.
 */
#ifndef LECTERN_STYLED_H
#define LECTERN_STYLED_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/anatomy.h"

/*
 * Whether a line without a leading link ends in several words in one style, with
 * something in none before them; `*cut` has these as the title, and what is
 * before them as names.
 */
bool styled_cut(const struct anatomy *anatomy, struct cut *cut);

/*
 * Whether a line ends in a title, quoted or styled, behind words that tell a year,
 * or a number and in another style: "Harbour Day [12.05.] - *Title*"; `*cut` has
 * it, and nobody's name.
 */
bool styled_behind_event(const struct anatomy *anatomy, struct cut *cut);

/*
 * Whether a line ends in a title in quotes behind a sign, `Quay Days - "Kelp at
 * night"`, `*cut`; whether a third of `n` lines do, three at least, and none has
 * quotes elsewhere: these stand behind events.
 */
bool styled_quoted_last(const struct anatomy *anatomy, struct cut *cut);
bool styled_are_quoted_last(const struct anatomy *anatomies, size_t n);

/*
 * Whether a line begins with a link or several words in one style, and something
 * in none follows without a sign; `*cut` has these as title and names.
 */
bool styled_first(const struct anatomy *anatomy, struct cut *cut);

/*
 * Whether a line has several words in no style, and ends in others in one without
 * a sign between; `*cut` has these as title and names.
 */
bool styled_last(const struct anatomy *anatomy, struct cut *cut);

/*
 * Returns where the bold words end that begin at byte `at`, where slanted ones,
 * which are nobody's name, are all that follows: "**Title** *at Event*"; else 0.
 */
uint32_t styled_title(const struct line *line, uint32_t at);

/*
 * Whether one of these is surely so, as the rest is somebody's name; of the last
 * one, names, as events may stand there, too.
 */
bool styled_is_sure(const struct line *line);

/* Whether a text begins with a day, though no sign may follow it. */
bool styled_begins_with_day(const char *s, size_t len);

/*
 * The same of the lines below the first one, which tells a day and perhaps a
 * place.  `*below` is what they say, in which `*cut` is; the arena owns it.
 */
bool styled_below(struct arena *arena, const struct line *line,
    struct line *below, struct cut *cut);

/*
 * Whether all of the first of several lines of a cell is bold: the title, over
 * what it is about.
 */
bool styled_over_text(const struct line *cell);

#endif
