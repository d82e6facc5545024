/*
 * Runs statements on an SQLite database.  The one door to sqlite.
 *
 * Errors are sticky: after a failure every call does nothing until db_settle()
 * is called.  So a series of calls needs only one check, at its end.
 */
#ifndef LECTERN_DB_H
#define LECTERN_DB_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"

struct db;
struct db_query; /* a statement, which may be run several times */

/* What kind of failure there was. */
enum db_fault {
	DB_FINE,
	DB_BUSY,      /* another program holds a lock on the file */
	DB_DAMAGED,   /* it is no database, or a broken one */
	DB_READ_ONLY, /* it can be read, but not written */
	DB_FAILED,    /* anything else */
};

/*
 * Opens the database at `path`, creating it if it is missing; NULL opens one in
 * memory.  Never returns NULL: db_settle() tells of a failure.  Close it with
 * db_close() in any case.
 */
struct db *db_open(const char *path);
void db_close(struct db *db);

/* Whether nothing has failed since the last db_settle(). */
bool db_is_good(const struct db *db);

/* Records a failure that the caller found, unless one is recorded already. */
void db_fail(struct db *db, enum db_fault fault, const char *words);

/* Records the failure of another database, if it has one, likewise. */
void db_fail_like(struct db *db, const struct db *other);

/*
 * Clears the recorded failure and returns its kind; `err` (may be NULL) gets
 * "PATH: words".  Without a failure returns DB_FINE and leaves `err` as it is.
 */
enum db_fault db_settle(struct db *db, struct err *err);

/* Sets how many milliseconds to wait while another program locks the file. */
void db_wait(struct db *db, int milliseconds);

/* Runs statements that give no rows. */
void db_run(struct db *db, const char *sql);

/* Runs a statement; returns the number in its first row, 0 if it has no row. */
long long db_ask(struct db *db, const char *sql);

/*
 * db_begin() begins a transaction and locks the file.  db_end() commits it if
 * nothing has failed, else rolls it back; returns whether it committed.
 */
void db_begin(struct db *db);
bool db_end(struct db *db);

/* Rolls the transaction back. */
void db_drop(struct db *db);

/* Returns how many rows the last statement changed. */
size_t db_changes(const struct db *db);

bool db_is_read_only(const struct db *db);

/* Whether the path now leads to another file than the open one, or to none. */
bool db_has_moved(const struct db *db);

/*
 * Prepares a statement, to be freed with db_query_free(), which takes NULL, too.
 * After a failure it returns one that does nothing.  The last few are kept
 * prepared, by their text.
 */
struct db_query *db_query(struct db *db, const char *sql);
void db_query_free(struct db_query *query);

/*
 * Sets parameter `i` (from 1) to a text or a number.  The text (NULL for none)
 * must live until the last row was taken.
 */
void db_set_text(struct db_query *query, int i, const char *s, size_t len);
void db_set_number(struct db_query *query, int i, long long number);

/*
 * Goes to the next row.  Returns false after the last one; the call after that
 * starts again at the first row.
 */
bool db_next(struct db_query *query);

/*
 * Return column `i` (from 0) of the current row.  A text is "" if there is
 * none; its length in bytes goes to `*len` (may be NULL); it is valid until the
 * next call.
 */
const char *db_text(struct db_query *query, int i, size_t *len);
long long db_number(struct db_query *query, int i);

#endif
