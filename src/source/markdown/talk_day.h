/*
 * The day of a talk that is all of its document.
 */
#ifndef LECTERN_TALK_DAY_H
#define LECTERN_TALK_DAY_H

#include <stdint.h>

#include "source/markdown/walk.h"

/*
 * Sets the talk's day: what front matter said of it, or one of the lines from
 * node `i` on, or what the file's name tells; each may be NULL.
 */
void talk_day_set(struct walk *w, struct talk *talk, const char *said,
    uint32_t i, const char *named);

#endif
