/*
 * Marks: what the reader put in, kept in an sqlite database.  A change is on
 * disk when its function returns true.
 */
#ifndef LECTERN_MARKS_H
#define LECTERN_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/err.h"
#include "lectern/notes.h"

struct marks;

/* A bookmark of a talk that may be in no open document. */
struct mark {
	const char *key;
	const char *title;    /* as last known */
	const char *speakers; /* one line */
	const char *url;      /* or NULL */
	long long time;       /* of the change, milliseconds since 1970 */
};

/*
 * Opens the database at `path`, making its folder (0700) and the file (0600)
 * where they are missing; NULL: in memory.  Always returns marks that work,
 * to be closed with marks_close(); where the file cannot be used they are kept
 * in memory only (or, from a read-only file, are shown but not changed) and
 * `err` says why, otherwise err->msg is "".  A damaged file is moved aside, one
 * of a newer version left alone.
 */
struct marks *marks_open(const char *path, struct err *err);
void marks_close(struct marks *marks);

/* Whether changes are kept beyond this run. */
bool marks_are_kept(const struct marks *marks);

/* Whether the talk is bookmarked; answers from memory. */
bool marks_bookmarked(const struct marks *marks, const struct talk *talk);

/*
 * Sets or clears the bookmark of `talk` in one transaction.  On failure
 * nothing has changed and `err` says why.
 */
bool marks_bookmark(
    struct marks *marks, const struct talk *talk, bool on, struct err *err);

/*
 * Rereads if another program changed the database since; true if it did.
 */
bool marks_refresh(struct marks *marks);

/* The bookmarks, sorted by key; valid until the next change or refresh. */
const struct mark *marks_list(const struct marks *marks, size_t *count);

#endif
