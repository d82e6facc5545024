#include "lectern/marks/merge.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "marks/marks_file.h"

/*
 * Merging.  A mark is a value with the time of its last change, and the later
 * change holds; of two at the same time the one with the larger value, so that
 * it does not matter which one came first.  What is said of the talk itself goes
 * by the latest time of its marks.  Times that the video was opened are only
 * added.  So the order of merging does not matter, nor its grouping, nor how
 * often a file is merged.
 */

/* clang-format off */

/* The value of a mark of a talk, or its time. */
#define VALUE(mark) "max(CASE name WHEN '" mark "' THEN value END)"
#define TIME(mark) "max(CASE name WHEN '" mark "' THEN at ELSE 0 END)"
#define TRUTH(mark) "json(iif(" VALUE(mark) " <> '', 'true', 'false'))"

static const char export_lines[] =
    "SELECT json_object('schema', 1, 'key', key, 'title', title,"
    " 'speakers', speakers, 'url', url,"
    " 'bookmarked', " TRUTH("bookmarked") ","
    " 'bookmarked_at', " TIME("bookmarked") ","
    " 'seen', " TRUTH("seen") ", 'seen_at', " TIME("seen") ","
    " 'note', ifnull(" VALUE("note") ", ''), 'note_at', " TIME("note") ","
    " 'tags', json_group_array(json_object('tag', substr(name, 5),"
    "  'set', json(iif(value <> '', 'true', 'false')), 'at', at))"
    "  FILTER (WHERE name GLOB 'tag:*'),"
    " 'opened', json_group_array(CAST(substr(name, 8) AS INTEGER))"
    "  FILTER (WHERE name GLOB 'opened:*'))"
    " FROM (SELECT * FROM talk LEFT JOIN mark USING (key) ORDER BY key, name)"
    " GROUP BY key ORDER BY key";

/* What a member of the line ?1 has to be; times end with the year 9999. */
#define IS(member, types) " AND json_type(?1, '$." member "') IN (" types ")"
#define MAY_BE(member, types) \
	" AND ifnull(json_type(?1, '$." member "'), 'null') IN (" types ", 'null')"
#define A_TIME " BETWEEN 0 AND 253402300799999"
#define IS_TIME(member) \
	IS(member, "'integer'") " AND json_extract(?1, '$." member "')" A_TIME
#define EACH(member) "json_each(?1, '$." member "')"

/* Whether ?1 is a line as merge_export() writes them. */
static const char is_line[] =
    "SELECT CASE WHEN json_valid(?1) THEN json_extract(?1, '$.schema') = 1"
    " AND json_extract(?1, '$.key') <> ''"
    IS("key", "'text'")
    IS("title", "'text'")
    IS("speakers", "'text'")
    IS("url", "'text', 'null'")
    IS("bookmarked", "'true', 'false'")
    IS_TIME("bookmarked_at")
    IS("seen", "'true', 'false'")
    IS_TIME("seen_at")
    MAY_BE("note", "'text'")
    MAY_BE("note_at", "'integer'")
    " AND ifnull(json_extract(?1, '$.note_at'), 0)" A_TIME
    MAY_BE("tags", "'array'")
    MAY_BE("opened", "'array'")
    " AND NOT EXISTS (SELECT 1 FROM " EACH("tags") " WHERE CASE WHEN type = 'object'"
    "  THEN json_type(value, '$.tag') IS NOT 'text'"
    "  OR json_extract(value, '$.tag') = ''"
    "  OR ifnull(json_type(value, '$.set'), '') NOT IN ('true', 'false')"
    "  OR json_type(value, '$.at') IS NOT 'integer'"
    "  OR NOT json_extract(value, '$.at')" A_TIME " ELSE true END)"
    " AND NOT EXISTS (SELECT 1 FROM " EACH("opened")
    "  WHERE type <> 'integer' OR NOT value" A_TIME ") ELSE false END";

/* The marks of the line ?1; what was never set is none. */
#define MEMBER(member) "json_extract(?1, '$." member "')"
#define MARKS \
	"SELECT " MEMBER("key") " AS key, * FROM (" \
	"SELECT 'bookmarked' AS name, iif(" MEMBER("bookmarked") ", '1', '')" \
	"  AS value, " MEMBER("bookmarked_at") " AS at" \
	" UNION ALL SELECT 'seen', iif(" MEMBER("seen") ", '1', ''), " \
	MEMBER("seen_at") \
	" UNION ALL SELECT 'note', ifnull(" MEMBER("note") ", '')," \
	"  ifnull(" MEMBER("note_at") ", 0)" \
	" UNION ALL SELECT 'tag:' || json_extract(value, '$.tag')," \
	"  iif(json_extract(value, '$.set'), '1', '')," \
	"  json_extract(value, '$.at') FROM " EACH("tags") \
	" UNION ALL SELECT 'opened:' || value, '1', value FROM " EACH("opened") \
	") WHERE (value <> '' OR at > 0)"

static const char merge_marks[] =
    "INSERT INTO mark (key, name, value, at) " MARKS
    " ON CONFLICT (key, name) DO UPDATE SET value = excluded.value,"
    " at = excluded.at WHERE (excluded.at, excluded.value) > (at, value)";

static const char merge_talk[] =
    "INSERT INTO talk (key, title, speakers, url, told_at)"
    " SELECT " MEMBER("key") ", " MEMBER("title") ", " MEMBER("speakers") ","
    " " MEMBER("url") ", ifnull(max(at), 0) FROM (" MARKS ") WHERE true"
    " ON CONFLICT (key) DO UPDATE SET title = excluded.title,"
    " speakers = excluded.speakers, url = excluded.url,"
    " told_at = excluded.told_at"
    " WHERE (excluded.told_at, excluded.title, excluded.speakers,"
    "  ifnull(excluded.url, '')) > (told_at, title, speakers, ifnull(url, ''))";

/* clang-format on */

bool
merge_export(struct marks *marks, FILE *out, struct err *err)
{
	struct marks_file *file = marks_to_read(marks, err);

	if (!file)
		return false;
	if (!marks_file_is_current(file))
		return err_set(err,
		    "%s: of an older version, and cannot be changed",
		    file->path);
	if (file->version == 0)
		return true;

	struct arena *arena = arena_new();
	struct db_query *query = db_query(file->db, export_lines);

	while (db_next(query)) {
		size_t len;
		const char *line = db_text(query, 0, &len);

		fprintf(out, "%s\n", text_clean(arena, line, len, NULL));
		arena_clear(arena);
	}
	db_query_free(query);
	arena_free(arena);
	return db_settle(file->db, err) == DB_FINE;
}

/* The statements of an import, and how far it is. */
struct import {
	struct db *db;
	struct db_query *is_line, *talk, *marks;
	size_t row;     /* the line at hand, from 1 */
	size_t changes; /* talks added or changed */
	bool exception; /* that line is not one of ours */
	struct merged *merged;
};

/* Sets the line as parameter, runs the statement; whether it changed a row. */
static bool
run_on(
    struct import *import, struct db_query *query, const char *line, size_t len)
{
	db_set_text(query, 1, line, len);
	db_next(query);
	return db_is_good(import->db) && db_changes(import->db) > 0;
}

/* Whether the line is one of ours. */
static bool
is_ours(struct import *import, const char *line, size_t len)
{
	bool is = false;

	db_set_text(import->is_line, 1, line, len);
	if (db_next(import->is_line)) {
		is = db_number(import->is_line, 0) != 0;
		db_next(import->is_line);
	}
	return is;
}

static void
merge(struct import *import, const char *line, size_t len)
{
	if (!is_ours(import, line, len)) {
		import->exception = db_is_good(import->db);
		db_fail(import->db, DB_FAILED, "");
		return;
	}

	bool talk = run_on(import, import->talk, line, len);
	bool marks = run_on(import, import->marks, line, len);

	import->changes += talk || marks;
}

/* Whether git put the line around a conflict of two lines. */
static bool
is_of_git(const char *line)
{
	static const char *const signs[] = {
	    "<<<<<<<", "=======", ">>>>>>>", "|||||||"};

	for (int i = 0; i < 4; i++)
		if (strncmp(line, signs[i], 7) == 0)
			return true;
	return false;
}

static void
merge_all(struct import *import, FILE *in)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	while (db_is_good(import->db) && (n = getline(&line, &cap, in)) >= 0) {
		size_t len = (size_t)n;

		import->row++;
		while (len > 0 && strchr("\r\n", line[len - 1]))
			len--;
		if (len == 0 || is_of_git(line))
			continue;
		merge(import, line, len);
		import->merged->read++;
	}
	free(line);
}

static size_t
count_talks(struct db *db)
{
	return (size_t)db_ask(db, "SELECT count(*) FROM talk");
}

static void
import_all(struct import *import, FILE *in)
{
	struct merged *merged = import->merged;
	size_t before = count_talks(import->db);

	import->is_line = db_query(import->db, is_line);
	import->talk = db_query(import->db, merge_talk);
	import->marks = db_query(import->db, merge_marks);
	merge_all(import, in);
	db_query_free(import->is_line);
	db_query_free(import->talk);
	db_query_free(import->marks);
	merged->added = count_talks(import->db) - before;
	merged->changed = import->changes - merged->added;
}

bool
merge_import(struct marks *marks, FILE *in, const char *name, bool try,
    struct merged *merged, struct err *err)
{
	struct err why = {""};
	struct marks_file *file = marks_to_change(marks, &why);
	struct import import = {.merged = merged};

	*merged = (struct merged){0};
	if (!file)
		return err_set(err, "%s", why.msg);
	import.db = file->db;
	marks_file_begin(file);
	import_all(&import, in);
	if (try || ferror(in))
		db_drop(file->db);
	else
		db_end(file->db);

	enum db_fault fault = db_settle(file->db, &why);

	if (ferror(in))
		return err_set(
		    err, "%s: cannot be read; nothing was imported", name);
	if (import.exception)
		return err_set(err,
		    "%s:%zu: not a line of lectern export; nothing was "
		    "imported",
		    name, import.row);
	if (fault != DB_FINE)
		return err_set(err, "%s; nothing was imported", why.msg);
	if (!try)
		marks_changed(marks);
	return true;
}
