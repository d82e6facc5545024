/*
 * How a document that is one talk says who speaks.
 */
#ifndef LECTERN_ONE_MANNER_H
#define LECTERN_ONE_MANNER_H

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct manner;
struct markdown;
struct talk_text;

/*
 * Takes a talk's line for who speaks where it is somebody's name, and so is that
 * of a picture at node `i`; and the only heading of its level below that is no
 * label for the title: "# Ann Lee" over "#### Knots".
 */
void one_manner_of_person(
    const struct markdown *md, uint32_t i, struct talk_text *text);

/*
 * Decides on that by the talk's line and those below.  All of the line is the
 * title with `titled`, as front matter tells, or where a label names who speaks.
 */
void one_manner_find(struct arena *arena, struct manner *manner,
    const struct talk_text *text, bool titled);

/* Returns where that has who speaks, as enum of_one. */
uint8_t one_manner_speakers(const struct manner *manner);

#endif
