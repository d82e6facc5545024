/*
 * Marks: what the reader put in, kept in an SQLite database.  A change is on
 * disk when its function returns true.
 */
#ifndef LECTERN_MARKS_H
#define LECTERN_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "lectern/marks/mark.h"
#include "lectern/model/notes.h"

struct marks;
struct marks_file;

/*
 * Opens the database at `path`, making its folder (0700) and the file (0600)
 * where they are missing; NULL: in memory.  Always returns marks that work,
 * to be closed with marks_close(); where the file cannot be used they are kept
 * in memory only (or, from a read-only file, are shown but not changed) and
 * `err` says why, otherwise err->msg is "".  A damaged file is moved aside, one
 * of a newer version left alone; of one of an older version a copy is kept
 * beside it, before it is brought up to date.
 *
 * Where `only` is not NULL and has not many talks, only their marks are read,
 * until marks_read_all(): there may be far more.
 */
struct marks *
marks_open(const char *path, const struct notes *only, struct err *err);
void marks_close(struct marks *marks);

/* Reads the marks of all talks, once. */
void marks_read_all(struct marks *marks);

/*
 * Finds, among the marks that were read, those that stand under keys which
 * talks of the notes had before they gained a video, a speaker or a better
 * title; from then on they are marks of these talks, on disk, too.  Talks that
 * have marks under their own key have that.  True where marks are others now.
 */
bool marks_take_over(struct marks *marks, const struct notes *notes);

/* Whether changes are kept beyond this run; whether the file could be read. */
bool marks_are_kept(const struct marks *marks);
bool marks_are_read(const struct marks *marks);

/* The marks of a talk, or NULL; until the next change or refresh. */
const struct mark *marks_get(const struct marks *marks, const char *key);

/* Which marks a talk has: bits of enum mark_kind; answers from memory. */
unsigned marks_of(const struct marks *marks, const struct talk *talk);

/*
 * Sets or clears one mark of `talk` in one transaction.  `text` is the text of
 * a kind that is one and the member of a set, otherwise NULL; a moment is only
 * set, and is now.  On failure nothing has changed
 * and `err` says why.
 */
bool marks_set(struct marks *marks, const struct talk *talk,
    enum mark_kind kind, bool on, const char *text, struct err *err);

/*
 * Rereads if another program changed the database since; true if it did.
 */
bool marks_refresh(struct marks *marks);

/* How often marks were changed here or found changed, for comparison. */
unsigned long marks_changes(const struct marks *marks);

/* All marks read, sorted by key; valid until the next change or refresh. */
const struct mark *marks_list(const struct marks *marks, size_t *count);

/*
 * For those who read or change many at once: the store, ready for that, or NULL
 * with `err` filled; and what has to be said when a change is done.
 */
struct marks_file *marks_to_read(struct marks *marks, struct err *err);
struct marks_file *marks_to_change(struct marks *marks, struct err *err);
void marks_changed(struct marks *marks);

#endif
