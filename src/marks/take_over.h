/*
 * Finds marks that stand under an older key of a talk: marks of no talk of the
 * notes that surely belong to one.
 */
#ifndef LECTERN_TAKE_OVER_H
#define LECTERN_TAKE_OVER_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/model/notes.h"
#include "marks/mark_list.h"

/* A talk of the notes, and its marks under an older key. */
struct taken {
	const struct talk *talk;
	const struct mark *mark;
};

/*
 * Returns the pairs, `*n` of them, to be freed.  A mark belongs to a talk if
 *
 *   its key is the talk's link, as an older lectern kept it;
 *   its key is a hash of the talk's title and all or some of its speakers (of
 *   several such talks the first counts); or
 *   both are of one conference and have the same title, or the same speakers
 *   and most words of the title, and no other talk or mark comes into question.
 */
struct taken *take_over_find(
    const struct mark_list *list, const struct notes *notes, size_t *n);

/*
 * Has each talk that has marks under a key of its own, which once told it from
 * others, answer to that key though it is alone now, and each of several with one
 * address to the key under which its marks are; returns whether any does.
 */
bool
take_over_own_keys(const struct mark_list *list, const struct notes *notes);

#endif
