/*
 * Marks into the rows of the database; see marks_file.h.  Failures stay in the
 * database, until db_settle().
 */
#ifndef LECTERN_MARKS_WRITE_H
#define LECTERN_MARKS_WRITE_H

#include <stdbool.h>

#include "lectern/base/db.h"
#include "lectern/marks/mark.h"

#define MARK_CONFERENCE "conference:" /* and its name, in names of rows */

/*
 * Sets one kind for the talk that `told` tells of, or removes it, and writes
 * what is told of the talk.  `text` as for marks_set(), `at` the time that it
 * is; returns the time that the change has, which may be later.
 */
long long marks_write(struct db *db, const struct mark *told,
    enum mark_kind kind, bool on, const char *text, long long at);

/* Notes that a talk is of a conference. */
void marks_write_conference(struct db *db, const char *key, const char *name);

/* Writes all that a mark has. */
void marks_write_all(struct db *db, const struct mark *mark);

#endif
