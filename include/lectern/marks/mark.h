/*
 * What the reader put in for one talk, with what was last known of the talk: it
 * may be in no open document.
 */
#ifndef LECTERN_MARK_H
#define LECTERN_MARK_H

#include <stdbool.h>

#include "lectern/model/mark_kind.h"
#include "lectern/model/notes.h"

struct mark {
	const char *key;
	const char *title;       /* as last known */
	const char *speakers;    /* one line */
	const char *url;         /* or NULL */
	const char *conferences; /* in which it was, parted by line feeds */
	struct annotations annotations; /* its kinds are not 0 */
	/* By row of the kind, of the last change of each that is set, or the last
	   moment; milliseconds since 1970.  Those of sets are not known. */
	long long at[MARK_KINDS_MOST];
};

/*
 * The talk in no document that a mark tells of, in this track of the notes; its
 * strings are copied to the arena.
 */
struct talk
mark_talk(struct arena *arena, const struct mark *mark, uint32_t track);

/* The time of the last change of a kind. */
long long mark_time(const struct mark *mark, enum mark_kind kind);

/* Whether `tag` may be one: not empty, without blanks and commas. */
bool mark_is_tag(const char *tag);

/* Whether `tags`, parted by blanks, have this one. */
bool mark_has_tag(const char *tags, const char *tag);

#endif
