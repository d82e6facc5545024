/*
 * Writes marks as rows of the database; see marks_file.h.  Failures are sticky
 * until db_settle().
 */
#ifndef LECTERN_MARKS_WRITE_H
#define LECTERN_MARKS_WRITE_H

#include <stdbool.h>

#include "lectern/base/db.h"
#include "marks/mark_change.h"

#define MARK_CONFERENCE "conference:" /* begins the name of such a row */
#define MARK_PAIR       "pair:" /* likewise, of two keys; see pairs.h */
#define MARK_PAIR_SAME  "same"  /* values of that row */
#define MARK_PAIR_APART "apart"

/*
 * Makes a change, and writes what it tells of the talk.  Returns the time of the
 * change, which may be later than that of `change`.
 */
long long marks_write(struct db *db, const struct mark_change *change);

/* Records that a talk belongs to a conference. */
void marks_write_conference(struct db *db, const char *key, const char *name);

/* Records whether the two talks of `pair`, "A B", are the same. */
void marks_write_pair(struct db *db, const struct mark *told, const char *pair,
    bool same, long long at);

/* Writes all marks of a talk. */
void marks_write_all(struct db *db, const struct mark *mark);

#endif
