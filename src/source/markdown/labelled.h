/*
 * What lines below a talk tell by their labels: "Room: Hall A", "Date: 2031-05-12".
 */
#ifndef LECTERN_LABELLED_H
#define LECTERN_LABELLED_H

#include "source/markdown/facts.h"

struct arena;
struct line;

struct labelled {
	struct facts facts; /* owned by the arena, as the next one */
	const char *track;  /* or NULL */
};

/*
 * Takes what each of a paragraph's lines tells, and each part of these between
 * bars, unless another one told it.
 */
void labelled_take(
    struct labelled *labelled, struct arena *arena, const struct line *line);

/* Gives a talk what its own line does not tell. */
void labelled_give(const struct labelled *labelled, struct talk *talk);

#endif
