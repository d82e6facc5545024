/*
 * Marks: what the reader put in, kept in an sqlite database.  A change is on
 * disk when its function returns true.
 */
#ifndef LECTERN_MARKS_H
#define LECTERN_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "lectern/err.h"
#include "lectern/notes.h"

struct marks;

/* The marks of a talk that may be in no open document. */
struct mark {
	const char *key;
	const char *title;    /* as last known */
	const char *speakers; /* one line */
	const char *url;      /* or NULL */
	unsigned kinds;       /* bits of enum mark_kind; not 0 */
	/* Of the last change of each, milliseconds since 1970. */
	long long bookmarked_at;
	long long seen_at;
};

/*
 * Opens the database at `path`, making its folder (0700) and the file (0600)
 * where they are missing; NULL: in memory.  Always returns marks that work,
 * to be closed with marks_close(); where the file cannot be used they are kept
 * in memory only (or, from a read-only file, are shown but not changed) and
 * `err` says why, otherwise err->msg is "".  A damaged file is moved aside, one
 * of a newer version left alone; of one of an older version a copy is kept
 * beside it, before it is brought up to date.
 */
struct marks *marks_open(const char *path, struct err *err);
void marks_close(struct marks *marks);

/* Whether changes are kept beyond this run. */
bool marks_are_kept(const struct marks *marks);

/* The marks of a talk, or NULL; until the next change or refresh. */
const struct mark *marks_get(const struct marks *marks, const char *key);

/* Which marks a talk has: bits of enum mark_kind; answers from memory. */
unsigned marks_of(const struct marks *marks, const struct talk *talk);

/*
 * Sets or clears one mark of `talk` in one transaction.  On failure nothing
 * has changed and `err` says why.
 */
bool marks_set(struct marks *marks, const struct talk *talk,
    enum mark_kind kind, bool on, struct err *err);

/*
 * Rereads if another program changed the database since; true if it did.
 */
bool marks_refresh(struct marks *marks);

/* All marks, sorted by key; valid until the next change or refresh. */
const struct mark *marks_list(const struct marks *marks, size_t *count);

/* What an import did, in talks. */
struct merged {
	size_t read, added, changed;
};

/*
 * Writes all that is known, removed marks too, as JSON: one object a line,
 * sorted by key, with the time of the last change of each mark:
 *
 *   {"schema":1,"key":"yt:...","title":"...","speakers":"...","url":null,
 *    "bookmarked":true,"bookmarked_at":1700000000000,"seen":false,"seen_at":0}
 */
bool marks_export(struct marks *marks, FILE *out, struct err *err);

/*
 * Merges such lines from `in`, which messages call `name`: of each mark the
 * later change holds, so that files can be merged in any order, and again.  All
 * are taken or, where a line is not understood, none; none either with `try`,
 * which only fills `*merged`.
 */
bool marks_import(struct marks *marks, FILE *in, const char *name, bool try,
    struct merged *merged, struct err *err);

#endif
