/*
 * Marks: what the reader added to talks, kept in an SQLite database.  A change
 * is on disk when its function returns true.
 */
#ifndef LECTERN_MARKS_H
#define LECTERN_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/err.h"
#include "lectern/marks/mark.h"
#include "lectern/model/notes.h"

struct marks;
struct marks_file;

/*
 * Opens the database at `path`, creating its folder (0700) and the file (0600)
 * if they are missing; NULL: in memory.  Always returns marks that work, to be
 * closed with marks_close().  If the file cannot be used, marks are kept in
 * memory only; if it is read-only, they are shown but cannot be changed.  `err`
 * says which; err->msg is "" if all is well.  A damaged file is moved aside; a
 * newer version's is left alone; an older version's is copied beside itself and
 * then migrated.
 *
 * If `only` is not NULL and has few talks, reads only their marks, until
 * marks_read_all(): there may be far more.
 */
struct marks *
marks_open(const char *path, const struct notes *only, struct err *err);

/*
 * The same for one who answers keys: what another program holds is not waited
 * for.  A change then fails, is held, and made by marks_refresh() when it can
 * be.
 */
struct marks *
marks_open_at_once(const char *path, const struct notes *only, struct err *err);

/* Like marks_open(), but reads no marks: for merging them. */
struct marks *marks_open_unread(const char *path, struct err *err);

/* Waits to make the changes that are held; false, with `err`: some are not. */
bool marks_finish(struct marks *marks, struct err *err);

void marks_close(struct marks *marks);

/* Reads the marks of all talks, once. */
void marks_read_all(struct marks *marks);

/*
 * Finds marks whose key is an older key of a talk of the notes: from before it
 * gained a video, a speaker or a better title.  These become marks of that
 * talk, on disk, too.  Looks at marks that were read, and leaves alone talks
 * that have marks already.  Returns whether any marks changed.
 */
bool marks_take_over(struct marks *marks, const struct notes *notes);

/* Whether changes are kept beyond this run; whether the file could be read. */
bool marks_are_kept(const struct marks *marks);
bool marks_are_read(const struct marks *marks);

/* Whether changes wait for another program, or all marks do. */
bool marks_are_awaited(const struct marks *marks);

/*
 * Returns the marks of a talk, or NULL; valid until the next change or refresh.
 */
const struct mark *marks_get(const struct marks *marks, const char *key);

/*
 * Returns which marks a talk has, as bits of enum mark_kind.  Answers from
 * memory.
 */
unsigned marks_of(const struct marks *marks, const struct talk *talk);

/* A change of one mark of a talk. */
struct marks_change {
	const struct talk *talk;
	enum mark_kind kind;
	bool on;          /* set it, or clear it; a moment can only be set */
	const char *text; /* the text, or the member of a set; else NULL */
};

/*
 * Makes changes in one transaction; a moment is now.  On failure nothing has
 * changed, and `err` says why.
 */
bool marks_set_all(struct marks *marks, const struct marks_change *changes,
    size_t n, struct err *err);

/* Makes one change. */
bool marks_set(struct marks *marks, const struct talk *talk,
    enum mark_kind kind, bool on, const char *text, struct err *err);

/*
 * Makes the changes that are held, if it can.  Reads the marks again if another
 * program changed them.  Returns whether marks are others now.
 */
bool marks_refresh(struct marks *marks);

/* Returns a number that grows when marks change, here or elsewhere. */
unsigned long marks_changes(const struct marks *marks);

/*
 * Returns all marks read, sorted by key; valid until the next change or
 * refresh.
 */
const struct mark *marks_list(const struct marks *marks, size_t *count);

/*
 * Returns the places in marks_list() of all marks, sorted by title; valid as
 * long.
 */
const uint32_t *marks_by_title(struct marks *marks);

/*
 * Give access to the database, for reading or changing many marks at once; NULL
 * with `err` filled if it is not ready for that.  After a change call
 * marks_changed().
 */
struct marks_file *marks_to_read(struct marks *marks, struct err *err);
struct marks_file *marks_to_change(struct marks *marks, struct err *err);
void marks_changed(struct marks *marks);

#endif
