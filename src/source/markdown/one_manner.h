/*
 * How a document that is one talk says who speaks.
 */
#ifndef LECTERN_ONE_MANNER_H
#define LECTERN_ONE_MANNER_H

#include <stdbool.h>

struct arena;
struct manner;
struct talk_text;

/*
 * Decides on that by the talk's line and those below.  All of the line is the
 * title with `titled`, as front matter tells, or where a label names who speaks.
 */
void one_manner_find(struct arena *arena, struct manner *manner,
    const struct talk_text *text, bool titled);

#endif
