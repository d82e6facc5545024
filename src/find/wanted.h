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
#include "lectern/model/query.h"

/* The words; zeroed: all notes are wanted.  Freed with wanted_free(). */
struct wanted {
	struct arena *arena; /* of their letters */
	struct substring *word;
	size_t n;
};

/*
 * Takes the words of a query; none where it may find talks by more than words as
 * they stand.
 */
void wanted_take(struct wanted *wanted, const struct query *query);

void wanted_free(struct wanted *wanted);

#endif
