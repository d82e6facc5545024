/*
 * Bold words at the start of a line that goes on to tell about them: "**Title
 * (Ann Lee)**: what it was about".
 */
#ifndef LECTERN_BOLD_LEAD_H
#define LECTERN_BOLD_LEAD_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/richtext.h"

/*
 * Returns where such words at byte `at` end that end in names, in brackets or
 * behind a dash or "by", or begin with them, and end in a title in quotes; the line's length: there are none.
 */
uint32_t bold_lead_named(const struct line *line, uint32_t at);

/*
 * Returns where several bold words that begin a line end, before a colon behind
 * which it goes on; the line's length: there are none.
 */
uint32_t bold_lead_end(const struct line *line);

/* Whether a line goes on behind several bold words and a colon. */
bool bold_lead_is(const struct line *line);

/*
 * Returns the bytes of a number that is in bold with the link behind it, "**1.
 * [Title](link)**"; 0: there is none.
 */
uint32_t bold_lead_number(const struct line *line);

#endif
