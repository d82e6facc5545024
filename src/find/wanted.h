/*
 * The words that a single query asks for, by which notes need not be read that
 * surely have none of them.
 */
#ifndef LECTERN_WANTED_H
#define LECTERN_WANTED_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/arena.h"
#include "lectern/base/substring.h"
#include "lectern/model/notes.h"
#include "lectern/model/query.h"

/* The words; zeroed: all notes are wanted.  Freed with wanted_free(). */
struct wanted {
	struct arena *arena; /* of their letters */
	struct substring *word;
	size_t n;
	bool *may;   /* of the first talks, whether their notes may have one */
	size_t nmay; /* how many talks: 0 before wanted_look() */
};

/*
 * Takes the words of a query; none where it may find talks by more than words as
 * they stand.
 */
void wanted_take(struct wanted *wanted, const struct query *query);

/* Looks at the notes of all talks, once, on several processors. */
void wanted_look(struct wanted *wanted, const struct notes *notes);

/* Whether the notes of a talk are to be read; `wanted` may be NULL. */
bool wanted_may_be_in(const struct wanted *wanted, size_t talk);

void wanted_free(struct wanted *wanted);

#endif
