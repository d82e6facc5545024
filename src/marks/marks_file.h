/*
 * The database of marks as a file: creates it, migrates it from older versions,
 * and deals with one that cannot be used.
 *
 * Table `talk` has what was last known of each talk with marks, by key.  Table
 * `mark` has the marks, by key and `name`: the value ('' if removed) and the
 * time of the change, in milliseconds since 1970:
 *
 *   bookmarked, seen   '1'
 *   note               the reader's own note
 *   tag:TAG            '1'
 *   opened:TIME        '1', for each time that the video was opened
 *   conference:NAME    '1', where it was told of
 *   key:OLDER          '1', for each key that the talk had before
 *
 * Removed marks stay as rows, so that a merge knows of the removal.
 */
#ifndef LECTERN_MARKS_FILE_H
#define LECTERN_MARKS_FILE_H

#include <stdbool.h>

#include "lectern/base/db.h"
#include "lectern/base/err.h"
#include "lectern/model/notes.h"

/* Milliseconds to wait for another program, and to wait while keys are. */
#define MARKS_FILE_PATIENCE 2500
#define MARKS_FILE_AT_ONCE  15

/* The file; zeroed, with its path set, to begin with. */
struct marks_file {
	struct db *db; /* NULL while the file is lost */
	char *path;    /* absolute, owned by the caller; NULL: in memory */
	bool ready;    /* the tables are ours and can be read */
	bool writable;
	bool careful; /* sqlite was told to make changes durable */
	int version;  /* of the tables in the file */
	int patience; /* milliseconds to wait for another program */
};

/* What a file turned out to be. */
enum marks_file_state {
	MARKS_FILE_READY, /* also if read-only, which `err` says */
	MARKS_FILE_BUSY,  /* another program holds a lock on it */
	MARKS_FILE_DAMAGED,
	MARKS_FILE_REFUSED, /* not for us to use */
};

/*
 * Opens the file, creating its folder (0700) and the file (0600) if they are
 * missing.  `err` says what is wrong, if anything.  A damaged file is left for
 * marks_file_replace().
 */
enum marks_file_state marks_file_open(struct marks_file *file, struct err *err);
void marks_file_close(struct marks_file *file);

/*
 * Moves the damaged file aside and creates a new one.  Returns where the
 * damaged one is now, to be freed.  Returns NULL with `err` filled if it could
 * not be moved, or if another program replaced it first: then file->ready is
 * true.
 */
char *marks_file_replace(struct marks_file *file, struct err *err);

/* Whether the path no longer leads to the file that is open. */
bool marks_file_has_moved(const struct marks_file *file);

/*
 * Whether the tables are of this version, or empty.  A read-only file of an
 * older version is not current.
 */
bool marks_file_is_current(const struct marks_file *file);

/*
 * Begins a change as db_begin() does; fails if a newer lectern has changed the
 * tables meanwhile.
 */
void marks_file_begin(struct marks_file *file);

/* Whether the file is so small that it is best read as a whole. */
bool marks_file_is_small(const struct marks_file *file);

/*
 * Returns a query for the marks that are set: columns key, title, speakers,
 * url, name, value, at, sorted by key and name.  With `only`, its parameter 1
 * is a JSON array of the keys wanted, and talks come in its order, then those
 * that had one of the keys before.
 */
struct db_query *marks_file_read(const struct marks_file *file, bool only);

/*
 * Returns the keys of the talks as such an array, sorted, to be freed; NULL where
 * it is better to read all marks.
 */
char *marks_file_keys(const struct notes *notes);

#endif
