/*
 * What is exported for reading: talks with what the reader added to them.
 */
#ifndef LECTERN_EXPORT_LIST_H
#define LECTERN_EXPORT_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/arena.h"
#include "lectern/marks/marks.h"
#include "lectern/model/notes.h"

/* What is exported.  All is borrowed. */
struct export
{
	const struct notes *notes;
	const struct marks *marks;
	const bool *only; /* for each talk, whether it is exported; NULL: those
	                     with a bookmark, note or tag */
	bool all;         /* tell what was seen and opened, too */
	long long since;  /* tell only what was marked since then, in
	                     milliseconds since 1970; 0: all */
	bool bullets;     /* and the notes of the documents; not for tables */
};

/* A talk to export, and the name of its track, NULL for none. */
struct export_entry {
	const struct talk *talk; /* NULL: it is in no document */
	const struct mark *mark; /* never NULL */
	const char *track;
	const char *folded; /* of those that are missing, the title */
	/*
	 * From the document or, without one, as last known.  With a `since` the
	 * link leads to where the video was stopped.
	 */
	const char *title, *speakers, *url;
};

/* All of them.  Strings belong to the arena, the notes or the marks. */
struct export_list {
	struct arena *arena;
	struct export_entry *entry;
	size_t n, cap;
	unsigned kinds;  /* the kinds of marks that are told, */
	long long since; /* and from when on */
};

/* To be freed with export_list_free(). */
struct export_list export_list_make(const struct export *what);
void export_list_free(struct export_list *list);

/* Returns the name of an entry's track, or what stands in its place. */
const char *export_list_track(const struct export_entry *entry);

/*
 * Returns the marks that are told of an entry, but for texts: "bookmarked
 * 2026-11-28, tags: again later"; "" for none.
 */
const char *
export_list_marks(struct export_list *list, const struct mark *mark);

/*
 * Returns the next text of a mark, such as the own note, or NULL.  `*row` is 0
 * at first.
 */
const char *export_list_text(const struct mark *mark, size_t *row);

#endif
