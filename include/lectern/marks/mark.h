/*
 * The marks of one talk, and what was last known of the talk, which may be in
 * no open document.
 */
#ifndef LECTERN_MARK_H
#define LECTERN_MARK_H

#include <stdbool.h>

#include "lectern/model/mark_kind.h"
#include "lectern/model/notes.h"

struct mark {
	const char *key;
	const char *title;              /* as last known */
	const char *speakers;           /* one line */
	const char *url;                /* or NULL */
	const char *conferences;        /* those that had the talk, a line feed
	                            between */
	struct annotations annotations; /* its kinds are not 0 */
	/* By row of the kind: when a mark that is set was last changed, or its
	   last moment; milliseconds since 1970.  Not known for sets. */
	long long at[MARK_KINDS_MOST];
};

/*
 * Returns the talk of a mark that is in no document, as a talk of this track of
 * the notes.  Its strings are copied to the arena.
 */
struct talk
mark_talk(struct arena *arena, const struct mark *mark, uint32_t track);

/* Returns when a kind was last changed; see `at`. */
long long mark_time(const struct mark *mark, enum mark_kind kind);

/* Whether `tag` can be a tag: not empty, no blanks, no commas. */
bool mark_is_tag(const char *tag);

/* Whether `tags` (with blanks between) has this one. */
bool mark_has_tag(const char *tags, const char *tag);

#endif
