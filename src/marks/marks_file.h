/*
 * The database of marks as a file: making it, bringing one of an older version
 * up to date, and what becomes of one that cannot be used.
 *
 * Table `talk` has what was last known of each talk with marks, by its key;
 * table `mark` has for each of them, by `name`, what was set or removed ('') and
 * when, in milliseconds since 1970:
 *
 *   bookmarked, seen   '1'
 *   note               the reader's own note
 *   tag:TAG            '1'
 *   opened:TIME        '1', for each time that the video was opened
 *   conference:NAME    '1', where it was told of
 *   key:OLDER          '1', for each key that the talk had before
 *
 * What was removed stays, so that a merge knows that it was.
 */
#ifndef LECTERN_MARKS_FILE_H
#define LECTERN_MARKS_FILE_H

#include <stdbool.h>

#include "lectern/base/db.h"
#include "lectern/base/err.h"

#define MARKS_FILE_PATIENCE 2500 /* milliseconds to wait for another program */

/* The file; zeroed, with its path set, to begin with. */
struct marks_file {
	struct db *db; /* NULL between a lost file and the next attempt */
	char *path;    /* absolute, the caller's; NULL: in memory */
	bool ready;    /* the tables are ours and can be read */
	bool writable;
	bool careful; /* changes will be durable, as sqlite was told */
	int version;  /* of the tables, as they are */
};

/* What a file turned out to be. */
enum marks_file_state {
	MARKS_FILE_READY, /* also where it can only be shown, which `err` says */
	MARKS_FILE_BUSY,  /* another program does not let go of it */
	MARKS_FILE_DAMAGED,
	MARKS_FILE_REFUSED, /* not for us to use */
};

/*
 * Opens the file, making its folder (0700) and itself (0600) where they are
 * missing.  Unless all is well `err` says what is not.  A damaged file is left
 * for marks_file_replace().
 */
enum marks_file_state marks_file_open(struct marks_file *file, struct err *err);
void marks_file_close(struct marks_file *file);

/*
 * Moves the damaged file aside and makes a new one.  Returns its new path, to be
 * freed, or NULL with `err` filled: it could not be moved or, if the store is
 * ready now, another program replaced it first.
 */
char *marks_file_replace(struct marks_file *file, struct err *err);

/* Whether the path no longer leads to the file that is open. */
bool marks_file_has_moved(const struct marks_file *file);

/*
 * Whether the tables are those of this version, or there is nothing in them; an
 * older file that cannot be changed has others.
 */
bool marks_file_is_current(const struct marks_file *file);

/*
 * Begins a change, as db_begin(), unless a newer lectern has changed the tables
 * by now.
 */
void marks_file_begin(struct marks_file *file);

/* Whether there is so little in it that it is best read as a whole. */
bool marks_file_is_small(const struct marks_file *file);

/*
 * A query for what is set, in columns key, title, speakers, url, name, value,
 * at, sorted by key and name; `only` takes as its parameter 1 a JSON array of
 * the keys that are wanted.
 */
struct db_query *marks_file_read(const struct marks_file *file, bool only);

#endif
