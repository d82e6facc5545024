#include "lectern/marks.h"

#include <errno.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lectern/arena.h"
#include "lectern/mem.h"
#include "lectern/shelf.h"
#include "lectern/text.h"

#define APPLICATION_ID 0x4C435452 /* "LCTR" */
#define SCHEMA_VERSION 2
#define PATIENCE       2500 /* milliseconds to wait for another program */
#define MEMORY_ONLY    "marks last only until you quit"
#define NUMBER(n)      #n
#define NUMBER_TEXT(n) NUMBER(n)

static const char schema[] =
    "CREATE TABLE talk ("
    " key TEXT NOT NULL PRIMARY KEY,"
    " title TEXT NOT NULL,"
    " speakers TEXT NOT NULL,"
    " url TEXT,"
    " bookmarked INTEGER NOT NULL,"
    " bookmarked_at INTEGER NOT NULL," /* milliseconds since 1970 */
    " seen INTEGER NOT NULL DEFAULT 0,"
    " seen_at INTEGER NOT NULL DEFAULT 0"
    ") WITHOUT ROWID;"
    "PRAGMA application_id = " NUMBER_TEXT(
	APPLICATION_ID) ";"
			"PRAGMA user_version = " NUMBER_TEXT(
			    SCHEMA_VERSION) ";";

/* From each version to the next one, 1 to 2 first. */
static const char *const migrations[] = {
    "ALTER TABLE talk ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE talk ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;"
    "PRAGMA user_version = 2;",
};

/* The marks as they were last read; all strings are the arena's. */
struct mark_list {
	struct arena *arena;
	struct mark *mark;
	size_t n, cap;
};

struct marks {
	sqlite3 *db; /* NULL between a lost file and the next attempt */
	char *path;  /* absolute; NULL: in memory only */
	struct mark_list list;
	bool ready; /* the database is ours, and was read */
	bool writable;
	int data_version; /* sqlite's, when list was read */
};

/* What a database turned out to be. */
enum state {
	READY,
	BUSY,    /* another program does not let go of it */
	DAMAGED, /* not, or no longer, a database */
	REFUSED, /* not for us to use */
};

/* The words for sqlite's last failure: the system's where it has some. */
static bool
tell(const struct marks *marks, int rc, struct err *err)
{
	int number = marks->db ? sqlite3_system_errno(marks->db) : 0;
	const char *words = sqlite3_errstr(rc);

	rc &= 0xff;
	if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
		words = "in use by another program";
	else if (rc == SQLITE_FULL)
		words = strerror(ENOSPC);
	else if ((rc == SQLITE_CANTOPEN || rc == SQLITE_IOERR) && number != 0)
		words = strerror(number);
	else if (rc == SQLITE_READONLY)
		words = "read-only";
	else if (rc == SQLITE_SCHEMA)
		words = "made by a newer version of lectern";
	return err_set(err, "%s: %s", marks->path, words);
}

static enum state
state_of(const struct marks *marks, int rc, struct err *err)
{
	if (rc == SQLITE_OK)
		return READY;
	tell(marks, rc, err);
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return BUSY;
	case SQLITE_NOTADB:
	case SQLITE_CORRUPT:
	case SQLITE_ERROR: /* the table is not as we make it */
		return DAMAGED;
	default:
		return REFUSED;
	}
}

/* Runs a statement that gives one number. */
static int
ask(sqlite3 *db, const char *sql, int *answer)
{
	sqlite3_stmt *statement = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);

	if (rc == SQLITE_OK) {
		rc = sqlite3_step(statement);
		if (rc == SQLITE_ROW) {
			*answer = sqlite3_column_int(statement, 0);
			rc = SQLITE_OK;
		}
	}
	sqlite3_finalize(statement);
	return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static int
run(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

static void
list_free(struct mark_list *list)
{
	free(list->mark);
	arena_free(list->arena);
	*list = (struct mark_list){0};
}

/* Others may have written to the file: what is shown is cleaned. */
static const char *
column(struct arena *arena, sqlite3_stmt *statement, int i)
{
	const void *s = sqlite3_column_text(statement, i);

	return text_clean(arena, s ? s : "",
	    s ? (size_t)sqlite3_column_bytes(statement, i) : 0, NULL);
}

/* Reads all marks; on failure `list` has those before it. */
static int
list_read(struct mark_list *list, sqlite3 *db)
{
	sqlite3_stmt *statement = NULL;
	struct arena *arena = arena_new();
	int version = SCHEMA_VERSION;
	int rc = ask(db, "PRAGMA user_version", &version);

	/* A file of version 1 that cannot be changed is shown as it is. */
	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(db,
		    version < 2
			? "SELECT key, title, speakers, url, bookmarked,"
			  " bookmarked_at, 0, 0 FROM talk"
			  " WHERE bookmarked ORDER BY key"
			: "SELECT key, title, speakers, url, bookmarked,"
			  " bookmarked_at, seen, seen_at FROM talk"
			  " WHERE bookmarked OR seen ORDER BY key",
		    -1, &statement, NULL);
	*list = (struct mark_list){.arena = arena};
	if (rc == SQLITE_OK)
		while ((rc = sqlite3_step(statement)) == SQLITE_ROW) {
			const char *url = column(arena, statement, 3);

			list->mark = mem_grow(list->mark, &list->cap,
			    list->n + 1, sizeof(*list->mark));
			list->mark[list->n++] = (struct mark){
			    .key = column(arena, statement, 0),
			    .title = column(arena, statement, 1),
			    .speakers = column(arena, statement, 2),
			    .url = *url ? url : NULL,
			    .kinds = (sqlite3_column_int(statement, 4)
					     ? MARK_BOOKMARKED
					     : 0) |
				(sqlite3_column_int(statement, 6) ? MARK_SEEN
								  : 0),
			    .bookmarked_at = sqlite3_column_int64(statement, 5),
			    .seen_at = sqlite3_column_int64(statement, 7),
			};
		}
	sqlite3_finalize(statement);
	return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* Takes the marks anew; what is shown stays where that fails. */
static int
reload(struct marks *marks)
{
	struct mark_list list;
	int version = 0;
	/* Asked before: a change in between is seen as one next time. */
	int rc = ask(marks->db, "PRAGMA data_version", &version);

	if (rc != SQLITE_OK)
		return rc;
	rc = list_read(&list, marks->db);
	if (rc != SQLITE_OK && marks->list.n > 0) {
		list_free(&list);
		return rc;
	}
	list_free(&marks->list);
	marks->list = list;
	marks->data_version = version;
	return rc;
}

static const char *
keep(struct arena *arena, const char *s)
{
	return s ? arena_dup(arena, s, strlen(s)) : NULL;
}

/* Where a mark of this key is, or belongs, in the list. */
static size_t
place_of(const struct mark_list *list, const char *key)
{
	size_t low = 0, high = list->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(list->mark[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const struct mark *
find_mark(const struct mark_list *list, const char *key)
{
	size_t i = place_of(list, key);

	return i < list->n && strcmp(list->mark[i].key, key) == 0
	    ? &list->mark[i]
	    : NULL;
}

/* Makes in the list a change that was made in the database. */
static void
list_change(struct mark_list *list, const struct mark *change,
    enum mark_kind kind, bool on, long long time)
{
	size_t i = place_of(list, change->key);
	const struct mark *known = find_mark(list, change->key);
	struct mark mark = known ? *known : *change;
	long long *at = kind == MARK_SEEN ? &mark.seen_at : &mark.bookmarked_at;

	if (!list->arena)
		list->arena = arena_new();
	mark.key = keep(list->arena, change->key);
	mark.title = keep(list->arena, change->title);
	mark.speakers = keep(list->arena, change->speakers);
	mark.url = keep(list->arena, change->url);
	mark.kinds = on ? mark.kinds | kind : mark.kinds & ~(unsigned)kind;
	*at = time > *at ? time : *at + (*at < LLONG_MAX);
	if (!known && mark.kinds == 0)
		return;
	if (!known) {
		list->mark = mem_grow(
		    list->mark, &list->cap, list->n + 1, sizeof(*list->mark));
		memmove(&list->mark[i + 1], &list->mark[i],
		    (list->n++ - i) * sizeof(*list->mark));
	}
	if (mark.kinds != 0)
		list->mark[i] = mark;
	else
		memmove(&list->mark[i], &list->mark[i + 1],
		    (--list->n - i) * sizeof(*list->mark));
}

/* All in one statement: each one has to lock the file. */
static int
identify(sqlite3 *db, int *id, int *version, int *tables)
{
	static const char sql[] =
	    "SELECT application_id, user_version,"
	    " (SELECT count(*) FROM sqlite_master)"
	    " FROM pragma_application_id, pragma_user_version";
	sqlite3_stmt *statement = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(statement);
	if (rc == SQLITE_ROW) {
		*id = sqlite3_column_int(statement, 0);
		*version = sqlite3_column_int(statement, 1);
		*tables = sqlite3_column_int(statement, 2);
		rc = SQLITE_OK;
	}
	sqlite3_finalize(statement);
	return rc;
}

/* Begins a change, unless a newer version has the database by now. */
static int
begin(sqlite3 *db)
{
	int version = 0, rc = run(db, "BEGIN IMMEDIATE");

	if (rc == SQLITE_OK)
		rc = ask(db, "PRAGMA user_version", &version);
	return rc == SQLITE_OK && version > SCHEMA_VERSION ? SQLITE_SCHEMA : rc;
}

/* Ends what was begun: keeps it where all went well, else drops it. */
static int
finish(sqlite3 *db, int rc)
{
	if (rc == SQLITE_OK)
		rc = run(db, "COMMIT");
	if (rc != SQLITE_OK)
		run(db, "ROLLBACK");
	return rc;
}

/* Makes the tables in an empty database, unless another just did. */
static int
create(sqlite3 *db)
{
	int id = 0, version = 0, tables = 0;
	int rc = begin(db);

	if (rc == SQLITE_OK)
		rc = identify(db, &id, &version, &tables);
	if (rc == SQLITE_OK && tables == 0)
		rc = run(db, schema);
	return finish(db, rc);
}

/* Copies the database to a new file beside it. */
static int
keep_copy(sqlite3 *db, const char *path, int version)
{
	char what[32];
	sqlite3_stmt *statement = NULL;
	int rc = sqlite3_prepare_v2(db, "VACUUM INTO ?", -1, &statement, NULL);

	snprintf(what, sizeof(what), "version-%d", version);

	char *copy = shelf_free_name(path, what);

	if (rc == SQLITE_OK)
		rc = sqlite3_bind_text(statement, 1, copy, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(statement);
	sqlite3_finalize(statement);
	/* Half a copy is none; nobody else has this name. */
	if (rc != SQLITE_DONE)
		unlink(copy);
	free(copy);
	return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* Brings a database of an older version up to date, unless another just did. */
static int
migrate(struct marks *marks, int version)
{
	int rc = keep_copy(marks->db, marks->path, version);

	if (rc != SQLITE_OK)
		return rc;
	rc = begin(marks->db);
	if (rc == SQLITE_OK)
		rc = ask(marks->db, "PRAGMA user_version", &version);
	for (; rc == SQLITE_OK && version < SCHEMA_VERSION; version++)
		rc = run(marks->db, migrations[version - 1]);
	return finish(marks->db, rc);
}

static bool
ends_with(const char *s, const char *end)
{
	size_t len = strlen(s), n = strlen(end);

	return len >= n && strcmp(s + len - n, end) == 0;
}

/* A document given for the database by mistake is not a damaged one. */
static bool
is_other_file(const char *path)
{
	char head[16] = "";
	FILE *file = fopen(path, "re");
	size_t n = file ? fread(head, 1, sizeof(head), file) : 0;

	if (file)
		fclose(file);
	return !ends_with(path, ".db") &&
	    (n < sizeof(head) ||
		memcmp(head, "SQLite format 3", sizeof(head)) != 0);
}

/* Finds out what was opened, makes the tables and reads the marks. */
static enum state
prepare(struct marks *marks, struct err *err)
{
	int id = 0, version = 0, tables = 0;
	int rc = identify(marks->db, &id, &version, &tables);
	enum state state = state_of(marks, rc, err);

	if (state == DAMAGED && marks->path && is_other_file(marks->path)) {
		err_set(err, "%s: not a file of lectern's marks", marks->path);
		return REFUSED;
	}
	if (state != READY)
		return state;
	marks->writable = !sqlite3_db_readonly(marks->db, "main");
	if (id == 0 && version == 0 && tables == 0) {
		if (!marks->writable)
			return READY;
		rc = create(marks->db);
	} else if (id != APPLICATION_ID) {
		err_set(err, "%s: not a file of lectern's marks", marks->path);
		return REFUSED;
	} else if (version > SCHEMA_VERSION) {
		tell(marks, SQLITE_SCHEMA, err);
		return REFUSED;
	}
	/* EXTRA is FULL that also makes the end of the journal durable. */
	if (rc == SQLITE_OK)
		rc = run(marks->db,
		    "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA");
	if (rc == SQLITE_OK && marks->writable && tables > 0 &&
	    version < SCHEMA_VERSION) {
		rc = migrate(marks, version);
		/* Shown as it is, then: the disk may be full. */
		marks->writable = rc == SQLITE_OK;
		if (rc != SQLITE_OK)
			tell(marks, rc, err);
		rc = rc == SQLITE_BUSY ? rc : SQLITE_OK;
	}
	if (rc == SQLITE_OK || (rc & 0xff) == SQLITE_READONLY)
		rc = reload(marks);
	return state_of(marks, rc, err);
}

static void
disconnect(struct marks *marks)
{
	sqlite3_close(marks->db);
	marks->db = NULL;
	marks->ready = false;
	marks->writable = false;
}

static enum state
attach(struct marks *marks, struct err *err)
{
	int rc = sqlite3_open_v2(marks->path ? marks->path : ":memory:",
	    &marks->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
	enum state state = REFUSED;

	if (rc == SQLITE_OK) {
		sqlite3_busy_timeout(marks->db, PATIENCE);
		state = prepare(marks, err);
	} else {
		tell(marks, rc, err);
	}
	marks->ready = state == READY;
	if (state == DAMAGED || state == REFUSED)
		disconnect(marks);
	return state;
}

static int
fill_and_step(
    sqlite3_stmt *statement, const struct mark *mark, bool on, long long time)
{
	const char *const texts[] = {
	    mark->key, mark->title, mark->speakers, mark->url};
	int rc = SQLITE_OK;

	for (int i = 0; rc == SQLITE_OK && i < 4; i++)
		rc = sqlite3_bind_text(
		    statement, i + 1, texts[i], -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_int(statement, 5, on);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_int64(statement, 6, time);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(statement);
	return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* A clock that was set back must not make this the older change. */
#define WRITE(kind, values) \
	"INSERT INTO talk (key, title, speakers, url, bookmarked," \
	" bookmarked_at, seen, seen_at) VALUES (?1, ?2, ?3, ?4, " values ")" \
	" ON CONFLICT (key) DO UPDATE SET title = excluded.title," \
	" speakers = excluded.speakers, url = excluded.url, " kind \
	" = excluded." kind ", " kind "_at = max(excluded." kind "_at, " kind \
	"_at + 1)"

/* Writes one mark of a talk in a transaction of its own. */
static int
write_mark(sqlite3 *db, const struct mark *mark, enum mark_kind kind, bool on,
    long long time)
{
	const char *sql = kind == MARK_SEEN
	    ? WRITE("seen", "0, 0, ?5, ?6")
	    : WRITE("bookmarked", "?5, ?6, 0, 0");
	sqlite3_stmt *statement = NULL;
	int rc = begin(db);

	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
	if (rc == SQLITE_OK)
		rc = fill_and_step(statement, mark, on, time);
	sqlite3_finalize(statement);
	return finish(db, rc);
}

/* Writes all marks of a talk. */
static int
write_all(sqlite3 *db, const struct mark *mark)
{
	int rc = SQLITE_OK;

	if (mark->kinds & MARK_BOOKMARKED)
		rc = write_mark(
		    db, mark, MARK_BOOKMARKED, true, mark->bookmarked_at);
	if (rc == SQLITE_OK && (mark->kinds & MARK_SEEN))
		rc = write_mark(db, mark, MARK_SEEN, true, mark->seen_at);
	return rc;
}

/*
 * Moves a damaged database aside, starts a new one, and puts in it what could
 * be read of the old one or is still known from before.
 */
static enum state
replace(struct marks *marks, struct err *err)
{
	struct err damage = {""};
	/* Another copy of lectern may have replaced it in the meantime. */
	enum state state = attach(marks, &damage);
	struct mark_list saved = marks->list;
	size_t n = 0;

	if (state != DAMAGED)
		return state;

	char *moved = shelf_move_aside(marks->path, err);

	if (!moved)
		return REFUSED;
	marks->list = (struct mark_list){0};
	state = attach(marks, err);
	while (state == READY && n < saved.n &&
	    write_all(marks->db, &saved.mark[n]) == SQLITE_OK)
		n++;
	if (state == READY)
		reload(marks);
	if (state == READY)
		err_set(err,
		    "%s; it is now %s, and the marks of %zu talks were saved",
		    damage.msg, moved, n);
	list_free(&saved);
	free(moved);
	return state;
}

/* Opens the file; READY also where it can only be shown, which `err` says. */
static enum state
connect_file(struct marks *marks, struct err *err)
{
	struct err why = {""}, added = {""};
	mode_t mask = umask(077);
	enum state state = REFUSED;

	if (shelf_make_folder(marks->path, &why))
		state = attach(marks, &why);
	if (state == DAMAGED)
		state = replace(marks, &why);
	umask(mask);
	if (state == READY && marks->writable)
		marks->writable = shelf_can_add(marks->path, &added);
	if (state == READY && !marks->writable)
		err_set(err, "%s; marks cannot be changed",
		    added.msg[0]     ? added.msg
			: why.msg[0] ? why.msg
				     : "the file of marks is read-only");
	else
		err_set(err, "%s", why.msg);
	return state;
}

struct marks *
marks_open(const char *path, struct err *err)
{
	struct marks *marks = mem_alloc(1, sizeof(*marks));
	struct err why = {""};
	enum state state = REFUSED;

	if (path) {
		marks->path = shelf_absolute(path);
		state = connect_file(marks, &why);
		err_set(err, "%s%s", why.msg,
		    state == REFUSED || state == DAMAGED ? "; " MEMORY_ONLY
							 : "");
	} else {
		err_set(err, "%s", "");
	}
	if (state == REFUSED || state == DAMAGED) {
		free(marks->path);
		marks->path = NULL;
		attach(marks, NULL);
	}
	return marks;
}

void
marks_close(struct marks *marks)
{
	if (!marks)
		return;
	disconnect(marks);
	list_free(&marks->list);
	free(marks->path);
	free(marks);
}

bool
marks_are_kept(const struct marks *marks)
{
	return marks->path && marks->ready && marks->writable;
}

const struct mark *
marks_get(const struct marks *marks, const char *key)
{
	return find_mark(&marks->list, key);
}

unsigned
marks_of(const struct marks *marks, const struct talk *talk)
{
	const struct mark *mark = marks_get(marks, talk->key);

	return mark ? mark->kinds : 0;
}

/* Whether the path no longer leads to the file that is open. */
static bool
has_moved(const struct marks *marks)
{
	int moved = 0;

	return marks->path &&
	    (!marks->db ||
		(sqlite3_file_control(marks->db, "main", SQLITE_FCNTL_HAS_MOVED,
		     &moved) == SQLITE_OK &&
		    moved));
}

/* Makes the file ready for a change, opening it again where that may help. */
static bool
make_ready(struct marks *marks, struct err *err)
{
	if (!marks->path)
		return true;
	if (marks->ready && marks->writable && !has_moved(marks))
		return true;
	disconnect(marks);
	return connect_file(marks, err) == READY && marks->writable;
}

static long long
milliseconds_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

bool
marks_set(struct marks *marks, const struct talk *talk, enum mark_kind kind,
    bool on, struct err *err)
{
	struct err why = {""};

	if (!make_ready(marks, &why))
		return err_set(err, "%s", why.msg);

	char *speakers = notes_speakers(talk);
	const struct mark mark = {
	    .key = talk->key,
	    .title = talk->title,
	    .speakers = speakers,
	    .url = talk->url,
	};
	long long time = milliseconds_now();
	int rc = write_mark(marks->db, &mark, kind, on, time);

	/* Not read again: that might fail, and what is done is to be shown. */
	if (rc == SQLITE_OK)
		list_change(&marks->list, &mark, kind, on, time);
	free(speakers);
	if (rc != SQLITE_OK) {
		tell(marks, rc, &why);
		/* Looked at anew next time: it may be damaged or replaced. */
		marks->ready = !marks->path || (rc & 0xff) == SQLITE_BUSY;
		return err_set(err, "%s; the mark was not changed", why.msg);
	}
	return true;
}

bool
marks_refresh(struct marks *marks)
{
	int version = marks->data_version;
	bool changed = false;

	if (!marks->path)
		return false;
	if (!marks->ready || has_moved(marks)) {
		disconnect(marks);
		return connect_file(marks, NULL) == READY;
	}
	/* Another's change under way is shown when it is done. */
	sqlite3_busy_timeout(marks->db, 0);
	if (ask(marks->db, "PRAGMA data_version", &version) == SQLITE_OK &&
	    version != marks->data_version)
		changed = reload(marks) == SQLITE_OK;
	sqlite3_busy_timeout(marks->db, PATIENCE);
	return changed;
}

const struct mark *
marks_list(const struct marks *marks, size_t *count)
{
	*count = marks->list.n;
	return marks->list.mark;
}

/* Exchange. */

bool
marks_export(struct marks *marks, FILE *out, struct err *err)
{
	static const char sql[] =
	    "SELECT json_object('schema', 1, 'key', key, 'title', title,"
	    " 'speakers', speakers, 'url', url,"
	    " 'bookmarked', json(iif(bookmarked, 'true', 'false')),"
	    " 'bookmarked_at', bookmarked_at,"
	    " 'seen', json(iif(seen, 'true', 'false')), 'seen_at', seen_at)"
	    " FROM talk ORDER BY key";
	sqlite3_stmt *statement = NULL;
	struct arena *arena = arena_new();
	int rc = sqlite3_prepare_v2(marks->db, sql, -1, &statement, NULL);

	if (rc == SQLITE_OK)
		while ((rc = sqlite3_step(statement)) == SQLITE_ROW) {
			fprintf(out, "%s\n", column(arena, statement, 0));
			arena_clear(arena);
		}
	sqlite3_finalize(statement);
	arena_free(arena);
	return rc == SQLITE_DONE || tell(marks, rc, err);
}

/* What a member of the line ?1 has to be; times end with the year 9999. */
#define IS(member, types) " AND json_type(?1, '$." member "') IN (" types ")"
#define IS_TIME(member) \
	IS(member, "'integer'") \
	" AND json_extract(?1, '$." member "') BETWEEN 0 AND 253402300799999"

/* clang-format off */

/* Whether ?1 is a line as marks_export() writes them. */
static const char is_line[] =
    "SELECT json_valid(?1) AND json_extract(?1, '$.schema') = 1"
    " AND json_extract(?1, '$.key') <> ''"
    IS("key", "'text'")
    IS("title", "'text'")
    IS("speakers", "'text'")
    IS("url", "'text', 'null'")
    IS("bookmarked", "'true', 'false'")
    IS_TIME("bookmarked_at")
    IS("seen", "'true', 'false'")
    IS_TIME("seen_at");

/*
 * Of two changes the later one holds; of two at the same time the larger value,
 * so that the order of merging does not matter.  What is said of the talk goes
 * by its latest change.
 */
#define LATER(what) \
	"(excluded." what "_at, excluded." what ") > (talk." what \
	"_at, talk." what ")"
#define NEWEST(row) \
	"(max(" row ".bookmarked_at, " row ".seen_at), " row ".title, " row \
	".speakers, ifnull(" row ".url, ''))"
#define NEWS NEWEST("excluded") " > " NEWEST("talk")
#define TAKE(column, when) \
	column " = iif(" when ", excluded." column ", talk." column ")"

static const char merge_line[] =
    "INSERT INTO talk (key, title, speakers, url, bookmarked, bookmarked_at,"
    " seen, seen_at) VALUES (json_extract(?1, '$.key'),"
    " json_extract(?1, '$.title'), json_extract(?1, '$.speakers'),"
    " json_extract(?1, '$.url'), json_extract(?1, '$.bookmarked'),"
    " json_extract(?1, '$.bookmarked_at'), json_extract(?1, '$.seen'),"
    " json_extract(?1, '$.seen_at'))"
    " ON CONFLICT (key) DO UPDATE SET "
    TAKE("title", NEWS) ", "
    TAKE("speakers", NEWS) ", "
    TAKE("url", NEWS) ", "
    TAKE("bookmarked", LATER("bookmarked")) ", "
    TAKE("bookmarked_at", LATER("bookmarked")) ", "
    TAKE("seen", LATER("seen")) ", "
    TAKE("seen_at", LATER("seen"))
    " WHERE " NEWS " OR " LATER("bookmarked") " OR " LATER("seen");

/* clang-format on */

/* The statements of an import, and where it is. */
struct import {
	sqlite3 *db;
	sqlite3_stmt *is_line, *merge;
	size_t changes; /* talks added or changed */
};

/* Merges a line; SQLITE_MISMATCH: it is not one of ours. */
static int
merge(struct import *import, const char *line, size_t len)
{
	bool good = false;
	int rc = sqlite3_bind_text(
	    import->is_line, 1, line, (int)len, SQLITE_STATIC);

	/* JSON that is not valid fails with words of its own. */
	if (rc == SQLITE_OK && sqlite3_step(import->is_line) == SQLITE_ROW)
		good = sqlite3_column_int(import->is_line, 0);
	sqlite3_reset(import->is_line);
	if (rc != SQLITE_OK || !good)
		return rc != SQLITE_OK ? rc : SQLITE_MISMATCH;
	rc = sqlite3_bind_text(import->merge, 1, line, (int)len, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(import->merge);
	sqlite3_reset(import->merge);
	if (rc != SQLITE_DONE)
		return rc;
	import->changes += (size_t)sqlite3_changes(import->db);
	return SQLITE_OK;
}

/* Merges all lines; `*row` is the one that it came to. */
static int
merge_all(struct import *import, FILE *in, size_t *row, size_t *read)
{
	char *line = NULL;
	size_t cap = 0;
	int rc = SQLITE_OK;
	ssize_t n;

	while (rc == SQLITE_OK && (n = getline(&line, &cap, in)) >= 0) {
		size_t len = (size_t)n;

		++*row;
		while (len > 0 && strchr("\r\n", line[len - 1]))
			len--;
		if (len == 0)
			continue;
		rc = len < INT_MAX ? merge(import, line, len) : SQLITE_MISMATCH;
		++*read;
	}
	free(line);
	return rc;
}

static int
count_talks(sqlite3 *db, size_t *n)
{
	int count = 0, rc = ask(db, "SELECT count(*) FROM talk", &count);

	*n = (size_t)count;
	return rc;
}

/* Begins a change, and makes all of it. */
static int
import_all(struct import *import, FILE *in, size_t *row, struct merged *merged)
{
	size_t before = 0, after = 0;
	int rc = begin(import->db);

	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(
		    import->db, is_line, -1, &import->is_line, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(
		    import->db, merge_line, -1, &import->merge, NULL);
	if (rc == SQLITE_OK)
		rc = count_talks(import->db, &before);
	if (rc == SQLITE_OK)
		rc = merge_all(import, in, row, &merged->read);
	if (rc == SQLITE_OK)
		rc = count_talks(import->db, &after);
	sqlite3_finalize(import->is_line);
	sqlite3_finalize(import->merge);
	merged->added = after - before;
	merged->changed = import->changes - merged->added;
	return rc;
}

bool
marks_import(struct marks *marks, FILE *in, const char *name, bool try,
    struct merged *merged, struct err *err)
{
	struct import import = {0};
	struct err why = {""};
	size_t row = 0;
	int rc;

	*merged = (struct merged){0};
	if (!make_ready(marks, &why))
		return err_set(err, "%s", why.msg);
	import.db = marks->db;
	rc = import_all(&import, in, &row, merged);
	if (try || ferror(in))
		run(marks->db, "ROLLBACK");
	else
		rc = finish(marks->db, rc);
	if (ferror(in))
		return err_set(
		    err, "%s: cannot be read; nothing was imported", name);
	if (rc == SQLITE_MISMATCH)
		return err_set(err,
		    "%s:%zu: not a line of lectern export; nothing was "
		    "imported",
		    name, row);
	if (rc != SQLITE_OK) {
		tell(marks, rc, &why);
		return err_set(err, "%s; nothing was imported", why.msg);
	}
	reload(marks);
	return true;
}
