/*
 * Which talks have marks under keys that they had before: marks of no talk there
 * is, beside the talks that they are certainly of.
 */
#ifndef LECTERN_TAKE_OVER_H
#define LECTERN_TAKE_OVER_H

#include <stddef.h>

#include "lectern/model/notes.h"
#include "marks/mark_list.h"

/* A talk of the notes, and the marks under its older key. */
struct taken {
	const struct talk *talk;
	const struct mark *mark;
};

/*
 * The pairs, `*n` of them, to be freed.  A mark is of a talk
 *
 *   whose link is its key, as links were not yet understood,
 *   of whose title and speakers, or some of these, its key is a hash; of several
 *   such talks the first, or
 *   of its conference with the same title, or with the same speakers and most
 *   words of its title, where there is one such talk and one such mark.
 */
struct taken *take_over_find(
    const struct mark_list *list, const struct notes *notes, size_t *n);

#endif
