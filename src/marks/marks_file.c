#include "marks/marks_file.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/base/json.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/base/userfile.h"
#include "marks/mark_keys.h"

#define APPLICATION_ID 0x4C435452 /* "LCTR" */
#define SCHEMA_VERSION 3
#define FEW_PAGES      8    /* with some dozens of marks */
#define MANY_TALKS     1000 /* from which on it pays to read all marks */
#define NUMBER(n)      #n
#define NUMBER_TEXT(n) NUMBER(n)
#define NOT_OURS       N_("not a file of lectern's marks")
#define NEWER          N_("made by a newer version of lectern")

/* clang-format off */

/*
 * Rows of older keys are few, and looked for whenever marks of some talks are
 * read.  A file that has none of it yet gets it with its first change.
 */
#define OLDER_INDEX \
	"CREATE INDEX IF NOT EXISTS mark_older ON mark (name)" \
	" WHERE " MARK_KEYS_WHERE ";"

#define TABLES \
	"CREATE TABLE talk (" \
	" key TEXT NOT NULL PRIMARY KEY," \
	" title TEXT NOT NULL," \
	" speakers TEXT NOT NULL," \
	" url TEXT," \
	" told_at INTEGER NOT NULL" /* the latest time of its marks */ \
	") WITHOUT ROWID;" \
	"CREATE TABLE mark (" \
	" key TEXT NOT NULL," \
	" name TEXT NOT NULL," \
	" value TEXT NOT NULL," \
	" at INTEGER NOT NULL," \
	" PRIMARY KEY (key, name)" \
	") WITHOUT ROWID;" \
	/* The state of the files that were merged; see sync.c. */ \
	"CREATE TABLE merged (" \
	" path TEXT NOT NULL PRIMARY KEY," \
	" stamp TEXT NOT NULL," \
	" marks TEXT NOT NULL" \
	") WITHOUT ROWID;" \
	OLDER_INDEX \
	"PRAGMA user_version = " NUMBER_TEXT(SCHEMA_VERSION) ";"

static const char schema[] = TABLES
    "PRAGMA application_id = " NUMBER_TEXT(APPLICATION_ID) ";";

/* Migrates from each version to the next one; 1 to 2 comes first. */
static const char *const migrations[] = {
    "ALTER TABLE talk ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE talk ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;"
    "PRAGMA user_version = 2;",

    "ALTER TABLE talk RENAME TO old;"
    TABLES
    "INSERT INTO talk SELECT key, title, speakers, url,"
    " max(bookmarked_at, seen_at) FROM old;"
    "INSERT INTO mark SELECT key, 'bookmarked', iif(bookmarked, '1', ''),"
    " bookmarked_at FROM old WHERE bookmarked OR bookmarked_at > 0;"
    "INSERT INTO mark SELECT key, 'seen', iif(seen, '1', ''),"
    " seen_at FROM old WHERE seen OR seen_at > 0;"
    "DROP TABLE old;",
};

/*
 * Reads what is set, by the version of the tables: a file that cannot be
 * migrated is shown as it is.
 */
#define COLUMNS "SELECT key, title, speakers, url, "

static const char *const contents[] = {
    [1] = COLUMNS "'bookmarked' AS name, '1' AS value, bookmarked_at AS at"
	" FROM talk WHERE bookmarked",
    [2] = COLUMNS "'bookmarked' AS name, '1' AS value, bookmarked_at AS at"
	" FROM talk WHERE bookmarked UNION ALL "
	COLUMNS "'seen', '1', seen_at FROM talk WHERE seen",
    [3] = COLUMNS "name, value, at"
	" FROM talk JOIN mark USING (key) WHERE value <> ''",
};

/*
 * Reads what is set of the talks whose keys are in parameter 1, in its order,
 * then of those that had such a key before.
 */
#define OF_KEYS \
	"SELECT talk.key, title, speakers, url, name, mark.value, at FROM "
#define SET_OF_KEYS \
	" AS wanted CROSS JOIN talk CROSS JOIN mark" \
	" WHERE talk.key = wanted.value AND mark.key = wanted.value" \
	" AND mark.value <> ''"

static const char some[] =
	OF_KEYS "json_each(?1)" SET_OF_KEYS " UNION ALL "
	OF_KEYS "(SELECT DISTINCT key AS value FROM mark"
	" WHERE " MARK_KEYS_WHERE
	" AND substr(name, 5) IN (SELECT value FROM json_each(?1))"
	" AND key NOT IN (SELECT value FROM json_each(?1)))" SET_OF_KEYS;

/* clang-format on */

bool
marks_file_is_current(const struct marks_file *file)
{
	return file->version == SCHEMA_VERSION || file->version == 0;
}

/*
 * Called before the first change, not when opening, where it would cost time.
 * Marks of very many talks have room in 16 MB, so that they are written once.
 */
void
marks_file_begin(struct marks_file *file)
{
	/* EXTRA is FULL, and makes the end of the journal durable, too. */
	if (!file->careful)
		db_run(file->db,
		    "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
		    "PRAGMA cache_size = -16384");

	bool first = !file->careful;

	file->careful = db_is_good(file->db);
	db_begin(file->db);
	if (db_ask(file->db, "PRAGMA user_version") > SCHEMA_VERSION)
		db_fail(file->db, DB_FAILED, _(NEWER));
	else if (first && file->version == SCHEMA_VERSION)
		db_run(file->db, OLDER_INDEX);
}

static bool
has_tables(struct db *db)
{
	return db_ask(db, "SELECT count(*) FROM sqlite_master") > 0;
}

/* Makes the tables in an empty database, unless another program just did. */
static void
create(struct marks_file *file)
{
	marks_file_begin(file);
	if (!has_tables(file->db))
		db_run(file->db, schema);
	if (db_end(file->db))
		file->version = SCHEMA_VERSION;
}

/*
 * Copies the database, on which we have a lock, to a new file beside it; it
 * takes a second connection to copy during a transaction.  Returns the name of
 * the copy, to be freed, or NULL.
 */
static char *
keep_copy(const struct marks_file *file, int version)
{
	char *what = mem_printf("version-%d", version);
	char *copy = userfile_free_name(file->path, what);
	struct db *db = db_open(file->path);
	struct db_query *query = db_query(db, "VACUUM INTO ?");
	bool good;

	db_wait(db, file->patience);
	mode_t mask = umask(077);

	db_set_text(query, 1, copy, strlen(copy));
	db_next(query);
	umask(mask);
	db_query_free(query);
	good = db_is_good(db);
	db_fail_like(file->db, db);
	db_close(db);
	free(what);
	if (good)
		return copy;
	/* An incomplete copy is useless.  Only who has the lock makes one. */
	unlink(copy);
	free(copy);
	return NULL;
}

/*
 * Migrates a database of an older version, unless another program just did.  If
 * that fails (the disk may be full), it is shown as it is.
 */
static void
migrate(struct marks_file *file, struct err *err)
{
	char *copy = NULL;

	marks_file_begin(file);
	int version = (int)db_ask(file->db, "PRAGMA user_version");

	if (version > 0 && version < SCHEMA_VERSION)
		copy = keep_copy(file, version);
	for (; version > 0 && version < SCHEMA_VERSION; version++)
		db_run(file->db, migrations[version - 1]);
	bool good = db_end(file->db);

	/* Without a new version there is nothing to keep the old one for. */
	if (copy && !good)
		unlink(copy);
	free(copy);
	if (good) {
		file->version = SCHEMA_VERSION;
		return;
	}
	file->writable = false;

	enum db_fault fault = db_settle(file->db, err);

	if (fault == DB_BUSY)
		db_fail(file->db, DB_BUSY, _("in use by another program"));
}

static bool
ends_with(const char *s, const char *end)
{
	size_t len = strlen(s), n = strlen(end);

	return len >= n && strcmp(s + len - n, end) == 0;
}

/* A document given as the database by mistake is no damaged database. */
static bool
is_other_file(const char *path)
{
	char head[16] = "";
	FILE *file = userfile_open(path, SIZE_MAX, NULL);
	size_t n = file ? fread(head, 1, sizeof(head), file) : 0;

	if (file)
		fclose(file);
	return !ends_with(path, ".db") &&
	    (n < sizeof(head) ||
		memcmp(head, "SQLite format 3", sizeof(head)) != 0);
}

/* Finds out what a file is, reading all at one moment. */
struct marks_identity {
	int id, version;
	bool empty; /* there is nothing in it */
};

static struct marks_identity
identify(struct db *db)
{
	struct marks_identity is = {0};

	db_run(db, "BEGIN");
	/* These two are in the file's head; looking for tables takes longer. */
	is.id = (int)db_ask(db, "PRAGMA application_id");
	is.version = (int)db_ask(db, "PRAGMA user_version");
	is.empty = is.id == 0 && is.version == 0 && !has_tables(db);
	db_end(db);
	return is;
}

/* Finds out what was opened; makes the tables, or migrates them. */
static void
prepare(struct marks_file *file, struct err *err)
{
	struct marks_identity is = identify(file->db);

	if (!db_is_good(file->db))
		return;
	file->version = is.version;
	file->writable = !db_is_read_only(file->db);
	if (is.empty) {
		if (file->writable)
			create(file);
	} else if (is.id != APPLICATION_ID || is.version < 1) {
		db_fail(file->db, DB_FAILED, _(NOT_OURS));
	} else if (is.version > SCHEMA_VERSION) {
		db_fail(file->db, DB_FAILED, _(NEWER));
	} else if (is.version < SCHEMA_VERSION && file->writable) {
		migrate(file, err);
	}
}

void
marks_file_close(struct marks_file *file)
{
	db_close(file->db);
	file->db = NULL;
	file->ready = false;
	file->writable = false;
	file->careful = false;
	file->version = 0;
}

static enum marks_file_state
state_of(const struct marks_file *file, enum db_fault fault)
{
	switch (fault) {
	case DB_FINE:
		return MARKS_FILE_READY;
	case DB_BUSY:
		return MARKS_FILE_BUSY;
	case DB_DAMAGED:
		return file->path && is_other_file(file->path)
		    ? MARKS_FILE_REFUSED
		    : MARKS_FILE_DAMAGED;
	case DB_READ_ONLY:
	case DB_FAILED:
		break;
	}
	return MARKS_FILE_REFUSED;
}

static enum marks_file_state
attach(struct marks_file *file, struct err *err)
{
	enum marks_file_state state;
	enum db_fault fault;

	file->db = db_open(file->path);
	db_wait(file->db, file->patience);
	prepare(file, err);
	fault = db_settle(file->db, err);
	state = state_of(file, fault);
	if (fault == DB_DAMAGED && state == MARKS_FILE_REFUSED)
		err_set(err, "%s: %s", file->path, _(NOT_OURS));
	file->ready = state == MARKS_FILE_READY;
	if (state == MARKS_FILE_DAMAGED || state == MARKS_FILE_REFUSED)
		marks_file_close(file);
	return state;
}

/* Reports a file that can be read but not written. */
static void
look_whether_writable(struct marks_file *file, struct err *err)
{
	struct err why = *err;

	if (!userfile_can_write(file->path, &why))
		file->writable = false;
	if (!file->writable)
		err_set(err, _("%s; marks cannot be changed"),
		    why.msg[0] ? why.msg : _("the file of marks is read-only"));
}

/*
 * Whether the database, and what sqlite would open or remove beside it, are
 * files: a FIFO would hold it for good.
 */
static bool
are_regular(const char *path, struct err *err)
{
	static const char *const beside[] = {"", "-journal", "-wal", "-shm"};
	bool regular = true;

	for (size_t i = 0; regular && i < 4; i++) {
		char *name = mem_printf("%s%s", path, beside[i]);

		regular = userfile_is_regular(name, err);
		free(name);
	}
	return regular;
}

enum marks_file_state
marks_file_open(struct marks_file *file, struct err *err)
{
	struct err why = {""};
	bool there = file->path && access(file->path, F_OK) == 0;
	/* Threads have one mask: it is left alone where no file is made. */
	mode_t mask = there ? 0 : umask(077);
	enum marks_file_state state = MARKS_FILE_REFUSED;

	marks_file_close(file);
	if (!file->path ||
	    (userfile_make_folder(file->path, &why) &&
		(there || userfile_can_write(file->path, &why)) &&
		are_regular(file->path, &why)))
		state = attach(file, &why);
	if (!there)
		umask(mask);
	if (state == MARKS_FILE_READY && file->path)
		look_whether_writable(file, &why);
	err_set(err, "%s", why.msg);
	return state;
}

/* Whether all of the file can be read; slow if it is sound and large. */
static bool
is_sound(const struct marks_file *file)
{
	struct db_query *check = db_query(file->db, "PRAGMA quick_check(1)");
	struct db_query *read = marks_file_read(file, false);
	bool sound = db_next(check) &&
	    strcmp(db_text(check, 0, NULL), "ok") == 0;

	while (db_next(read))
		;
	db_query_free(check);
	db_query_free(read);
	return db_settle(file->db, NULL) == DB_FINE && sound;
}

char *
marks_file_replace(struct marks_file *file, struct err *err)
{
	struct err damage = {""}, why = {""};
	enum marks_file_state state = marks_file_open(file, &damage);
	char *moved = NULL;

	/* Another copy of lectern may have replaced the file meanwhile. */
	if (state == MARKS_FILE_READY && !is_sound(file)) {
		err_set(&damage, _("%s: damaged"), file->path);
		state = MARKS_FILE_DAMAGED;
		marks_file_close(file);
	}
	if (state == MARKS_FILE_DAMAGED) {
		moved = userfile_move_aside(file->path, &why);
		if (moved)
			state = marks_file_open(file, &why);
		if (moved && state == MARKS_FILE_READY)
			err_set(err, "%s", damage.msg);
		else
			err_set(err, "%s", why.msg);
	} else {
		err_set(err, "%s", damage.msg);
	}
	return moved;
}

bool
marks_file_has_moved(const struct marks_file *file)
{
	return file->path && (!file->db || db_has_moved(file->db));
}

bool
marks_file_is_small(const struct marks_file *file)
{
	return db_ask(file->db, "PRAGMA page_count") <= FEW_PAGES;
}

struct db_query *
marks_file_read(const struct marks_file *file, bool only)
{
	char sql[1024];

	if (file->version == 0) /* an empty file that cannot be changed */
		return db_query(file->db, "SELECT 1 WHERE false");
	if (only && file->version == SCHEMA_VERSION)
		return db_query(file->db, some);
	snprintf(sql, sizeof(sql), "SELECT * FROM (%s)%s ORDER BY key, name",
	    contents[file->version],
	    only ? " WHERE key IN (SELECT value FROM json_each(?1))" : "");
	return db_query(file->db, sql);
}

static int
compare_keys(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Returns the keys of the talks in order, to be freed. */
static const char **
sort_keys(const struct notes *notes, size_t *n)
{
	const char **all = mem_alloc(2 * (size_t)notes->ntalks, sizeof(*all));

	*n = 0;
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];

		all[(*n)++] = talk->key;
		if (talk->own_key)
			all[(*n)++] = talk->own_key;
	}
	qsort(all, *n, sizeof(*all), compare_keys);
	return all;
}

char *
marks_file_keys(const struct notes *notes)
{
	char *keys = NULL;
	const char **all;
	size_t len, n;
	FILE *out;

	if (!notes || notes->ntalks == 0 || notes->ntalks >= MANY_TALKS)
		return NULL;
	all = sort_keys(notes, &n);
	out = mem_open(&keys, &len);
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && strcmp(all[i - 1], all[i]) == 0)
			continue;
		putc(i > 0 ? ',' : '[', out);
		json_string(out, all[i]);
	}
	putc(']', out);
	fclose(out);
	free(all);
	return keys;
}
