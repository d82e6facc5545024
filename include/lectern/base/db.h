/*
 * Statements on an SQLite database, and the one door to sqlite.
 *
 * A failure stays: after one, no call does anything until db_settle() is called.
 * So a series of calls needs one check at its end.
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
	DB_BUSY,      /* another program does not let go of the file */
	DB_DAMAGED,   /* it is not, or no longer, a database as it should be */
	DB_READ_ONLY, /* it can be read, but not be written */
	DB_FAILED,    /* anything else */
};

/*
 * Opens the database at `path`, making it where there is none; NULL: one in
 * memory.  To be closed with db_close(), whatever came of it.
 */
struct db *db_open(const char *path);
void db_close(struct db *db);

/* Whether nothing has failed since db_settle(). */
bool db_is_good(const struct db *db);

/* Records a failure that the caller found, unless there was one before. */
void db_fail(struct db *db, enum db_fault fault, const char *words);

/*
 * Ends a failure and says what it was, in `err` as "PATH: words" (unless that
 * is NULL); without one leaves `err` as it is.
 */
enum db_fault db_settle(struct db *db, struct err *err);

/* Milliseconds to wait for another program that has the file locked. */
void db_wait(struct db *db, int milliseconds);

/* Runs statements that give no rows. */
void db_run(struct db *db, const char *sql);

/* The number that a statement gives in its first row, 0 without one. */
long long db_ask(struct db *db, const char *sql);

/*
 * db_begin() begins a transaction and locks the file.  db_end() commits it if
 * nothing failed since, else rolls it back; it returns whether it committed.
 */
void db_begin(struct db *db);
bool db_end(struct db *db);

/* Rolls the transaction back although nothing failed. */
void db_drop(struct db *db);

/* Rows that the last statement changed. */
size_t db_changes(const struct db *db);

bool db_is_read_only(const struct db *db);

/* Whether the path now leads to another file, or to none. */
bool db_has_moved(const struct db *db);

/*
 * A statement, to be freed with db_query_free(); after a failure one that does
 * nothing.
 */
struct db_query *db_query(struct db *db, const char *sql);
void db_query_free(struct db_query *query);

/*
 * Sets parameter `i`, from 1: text, which must live until the last row was
 * taken (NULL for none), or a number.
 */
void db_set_text(struct db_query *query, int i, const char *s, size_t len);
void db_set_number(struct db_query *query, int i, long long number);

/* Goes to the next row; false after the last, and the next call begins anew. */
bool db_next(struct db_query *query);

/*
 * Column `i`, from 0, of the row at hand: text, "" for none, its length in
 * bytes in `*len` (unless NULL), until the next call; or a number.
 */
const char *db_text(struct db_query *query, int i, size_t *len);
long long db_number(struct db_query *query, int i);

#endif
