/*
 * A change of one mark, with what is known of its talk.
 */
#ifndef LECTERN_MARK_CHANGE_H
#define LECTERN_MARK_CHANGE_H

#include <stdbool.h>

#include "lectern/base/arena.h"
#include "lectern/marks/mark.h"

struct mark_change {
	struct mark told; /* the talk; of the mark itself nothing */
	enum mark_kind kind;
	bool on;
	const char *text; /* the text, or the member of a set; else NULL */
	long long at;     /* milliseconds since 1970 */
};

/*
 * Returns a change that is made now.  The arena owns its speakers; its other
 * strings are those of the talk, and `text`.
 */
struct mark_change mark_change_now(struct arena *arena, const struct talk *talk,
    enum mark_kind kind, bool on, const char *text);

/* Returns a copy whose strings the arena owns. */
struct mark_change
mark_change_copy(struct arena *arena, const struct mark_change *change);

#endif
