#include "lectern/base/db.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lectern/base/clock.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"

/*
 * Statements that are kept for their next use: preparing one takes far longer
 * than writing a mark with it.
 */
#define KEPT 8

struct db {
	sqlite3 *sqlite;
	sqlite3_stmt *kept[KEPT]; /* the next goes to next_kept */
	size_t next_kept;
	char *path;
	int failed;        /* sqlite's code, SQLITE_OK for nothing */
	int number;        /* the system's, of that failure */
	const char *words; /* for a failure of the caller's own */
	enum db_fault fault;
	bool lockless;   /* the file has no locks to wait for */
	int patience;    /* milliseconds to wait for a lock */
	long long began; /* to wait for the one that is not there yet */
};

struct db_query {
	struct db *db;
	sqlite3_stmt *statement; /* NULL: does nothing */
};

/* Notes a failure, if this is one and the first. */
static void
take(struct db *db, int rc)
{
	if (db->failed != SQLITE_OK || rc == SQLITE_OK || rc == SQLITE_ROW ||
	    rc == SQLITE_DONE)
		return;
	db->failed = rc;
	db->number = db->sqlite ? sqlite3_system_errno(db->sqlite) : 0;
	if ((rc & 0xff) == SQLITE_BUSY && db->lockless)
		db->number = ENOLCK;
}

struct db *
db_open(const char *path)
{
	struct db *db = mem_alloc(1, sizeof(*db));

	if (!path)
		path = ":memory:";
	db->path = mem_dup(path, strlen(path));
	/* One thread at a time uses a database: it needs no locks of its own. */
	take(db,
	    sqlite3_open_v2(path, &db->sqlite,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
		    SQLITE_OPEN_NOMUTEX,
		NULL));
	if (db->sqlite) {
		/*
		 * Triggers and views that others put into the file must do
		 * nothing.
		 */
		sqlite3_db_config(
		    db->sqlite, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
		sqlite3_db_config(
		    db->sqlite, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
		/*
		 * Keeps the user's data out of shared folders for temporary
		 * files.
		 */
		sqlite3_exec(
		    db->sqlite, "PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
	}
	return db;
}

void
db_close(struct db *db)
{
	if (!db)
		return;
	for (size_t i = 0; i < KEPT; i++)
		sqlite3_finalize(db->kept[i]);
	sqlite3_close(db->sqlite);
	free(db->path);
	free(db);
}

bool
db_is_good(const struct db *db)
{
	return db->failed == SQLITE_OK;
}

void
db_fail(struct db *db, enum db_fault fault, const char *words)
{
	if (!db_is_good(db))
		return;
	db->failed = SQLITE_ERROR;
	db->fault = fault;
	db->words = words;
}

void
db_fail_like(struct db *db, const struct db *other)
{
	if (!db_is_good(db))
		return;
	db->failed = other->failed;
	db->number = other->number;
	db->fault = other->fault;
	db->words = other->words;
}

static enum db_fault
fault_of(const struct db *db)
{
	if (db->words)
		return db->fault;
	switch (db->failed & 0xff) {
	case SQLITE_OK:
		return DB_FINE;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return DB_BUSY;
	case SQLITE_NOTADB:
	case SQLITE_CORRUPT:
	case SQLITE_ERROR: /* a table is not as we make it */
		return DB_DAMAGED;
	case SQLITE_READONLY:
		return DB_READ_ONLY;
	default:
		return DB_FAILED;
	}
}

/* The words for a failure: the system's where it has some. */
static const char *
words_for(const struct db *db)
{
	int rc = db->failed & 0xff;

	if (db->words)
		return db->words;
	if (rc == SQLITE_BUSY && db->number == ENOLCK)
		return strerror(ENOLCK);
	if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
		return _("in use by another program");
	if (rc == SQLITE_FULL)
		return strerror(ENOSPC);
	if ((rc == SQLITE_CANTOPEN || rc == SQLITE_IOERR) && db->number != 0)
		return strerror(db->number);
	if (rc == SQLITE_READONLY)
		return _("read-only");
	return sqlite3_errstr(db->failed);
}

enum db_fault
db_settle(struct db *db, struct err *err)
{
	enum db_fault fault = fault_of(db);

	if (fault != DB_FINE)
		err_set(err, "%s: %s%s", db->path, words_for(db),
		    db->words ? "" : err_way_out(db->number));
	db->failed = SQLITE_OK;
	db->words = NULL;
	return fault;
}

/*
 * Tries again after a quarter of a millisecond.  The handler of sqlite itself
 * soon waits 100 ms at a time, and misses the short gaps that a busy writer
 * leaves.  Only errno tells a lock that is held from one that cannot be had:
 * to sqlite both are the same.
 */
static int
wait_for_lock(void *user, int tries)
{
	const struct timespec pause = {.tv_nsec = 250000};
	struct db *db = user;

	db->lockless = errno == ENOLCK;

	long long now = clock_milliseconds();

	if (tries == 0)
		db->began = now;
	if (now - db->began >= db->patience)
		return 0;
	nanosleep(&pause, NULL);
	return 1;
}

void
db_wait(struct db *db, int milliseconds)
{
	db->patience = milliseconds;
	if (db->sqlite)
		sqlite3_busy_handler(db->sqlite, wait_for_lock, db);
}

void
db_run(struct db *db, const char *sql)
{
	if (db_is_good(db))
		take(db, sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL));
}

long long
db_ask(struct db *db, const char *sql)
{
	struct db_query *query = db_query(db, sql);
	long long answer = db_next(query) ? db_number(query, 0) : 0;

	db_query_free(query);
	return answer;
}

void
db_begin(struct db *db)
{
	db_run(db, "BEGIN IMMEDIATE");
}

void
db_drop(struct db *db)
{
	/* Fails, harmlessly, if no transaction is open any more. */
	sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
}

bool
db_end(struct db *db)
{
	db_run(db, "COMMIT");
	if (!db_is_good(db))
		db_drop(db);
	return db_is_good(db);
}

size_t
db_changes(const struct db *db)
{
	return (size_t)sqlite3_changes(db->sqlite);
}

bool
db_is_read_only(const struct db *db)
{
	return sqlite3_db_readonly(db->sqlite, "main") != 0;
}

bool
db_has_moved(const struct db *db)
{
	int moved = 0;

	return sqlite3_file_control(db->sqlite, "main", SQLITE_FCNTL_HAS_MOVED,
		   &moved) == SQLITE_OK &&
	    moved;
}

/* Takes a statement that is kept for this text out of them, or NULL. */
static sqlite3_stmt *
take_kept(struct db *db, const char *sql)
{
	for (size_t i = 0; i < KEPT; i++) {
		sqlite3_stmt *kept = db->kept[i];

		if (kept && strcmp(sqlite3_sql(kept), sql) == 0) {
			db->kept[i] = NULL;
			return kept;
		}
	}
	return NULL;
}

struct db_query *
db_query(struct db *db, const char *sql)
{
	struct db_query *query = mem_alloc(1, sizeof(*query));

	query->db = db;
	if (!db_is_good(db))
		return query;
	query->statement = take_kept(db, sql);
	if (!query->statement)
		take(db,
		    sqlite3_prepare_v2(
			db->sqlite, sql, -1, &query->statement, NULL));
	return query;
}

void
db_query_free(struct db_query *query)
{
	if (!query)
		return;
	struct db *db = query->db;

	if (query->statement) {
		sqlite3_reset(query->statement);
		sqlite3_clear_bindings(query->statement);
		sqlite3_finalize(db->kept[db->next_kept]);
		db->kept[db->next_kept] = query->statement;
		db->next_kept = (db->next_kept + 1) % KEPT;
	}
	free(query);
}

void
db_set_text(struct db_query *query, int i, const char *s, size_t len)
{
	if (db_is_good(query->db))
		take(query->db,
		    sqlite3_bind_text64(query->statement, i, s, len,
			SQLITE_STATIC, SQLITE_UTF8));
}

void
db_set_number(struct db_query *query, int i, long long number)
{
	if (db_is_good(query->db))
		take(
		    query->db, sqlite3_bind_int64(query->statement, i, number));
}

bool
db_next(struct db_query *query)
{
	if (!db_is_good(query->db))
		return false;

	int rc = sqlite3_step(query->statement);

	take(query->db, rc);
	if (rc != SQLITE_ROW)
		sqlite3_reset(query->statement);
	return rc == SQLITE_ROW;
}

const char *
db_text(struct db_query *query, int i, size_t *len)
{
	const void *s = sqlite3_column_text(query->statement, i);

	/* NULL although there is a value: out of memory. */
	if (!s && sqlite3_column_type(query->statement, i) != SQLITE_NULL)
		take(query->db, SQLITE_NOMEM);
	if (len)
		*len = s ? (size_t)sqlite3_column_bytes(query->statement, i)
			 : 0;
	return s ? s : "";
}

long long
db_number(struct db_query *query, int i)
{
	return sqlite3_column_int64(query->statement, i);
}
