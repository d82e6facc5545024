#include "lectern/marks/merge.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "marks/mark_keys.h"
#include "marks/marks_file.h"
#include "marks/marks_write.h"
#include "marks/merge_read.h"
#include "marks/newer.h"

#define LISTED     1000 /* tags, keys or conferences of a talk at most */
#define LONG_BYTES 3000 /* a shorter line has not so many, of "", each */

/*
 * Merging.  A mark is a value with the time of its last change.  The later
 * change wins; of two at the same time, the larger value.  What is known of the
 * talk itself goes by the latest time of its marks.  Moments are only ever
 * added.  So neither order nor grouping of merges matters, nor how often a file
 * is merged.
 */

/*
 * The statements are made from the table of kinds.  A line has these members
 * for a text, a set, a flag and moments:
 *
 *   "note":"...","note_at":1   "tags":[{"tag":"...","set":true,"at":1}]
 *   "seen":true,"seen_at":1    "opened":[1,2]
 */

/* The members of the line ?1.  Times may reach to the year 9999. */
#define A_TIME "BETWEEN 0 AND 253402300799999"

/* A place is a text, too. */
#define TEXT_EXPORTED \
	", '@JSON', ifnull(max(CASE name WHEN '@NAME' THEN value END), '')," \
	" '@JSON_at', max(CASE name WHEN '@NAME' THEN at ELSE 0 END)"

/*
 * How a kind is exported; @JSON and @NAME stand for its names, see mark_kind.h.
 */
static const char *const exported[] = {
    [MARK_FLAG] =
	", '@JSON', json(iif(max(CASE name WHEN '@NAME' THEN value END) <> '',"
	" 'true', 'false')),"
	" '@JSON_at', max(CASE name WHEN '@NAME' THEN at ELSE 0 END)",
    [MARK_TEXT] = TEXT_EXPORTED,
    [MARK_SET] = ", '@JSON', json_group_array(json_object("
		 "'@NAME', substr(name, length('@NAME') + 2),"
		 " 'set', json(iif(value <> '', 'true', 'false')), 'at', at))"
		 " FILTER (WHERE name GLOB '@NAME:*')",
    [MARK_TIMES] = ", '@JSON', json_group_array("
		   "CAST(substr(name, length('@NAME') + 2) AS INTEGER))"
		   " FILTER (WHERE name GLOB '@NAME:*')",
    [MARK_PLACE] = TEXT_EXPORTED,
    [MARK_RANK] = TEXT_EXPORTED,
};

/* What the members of a kind have to be, if present; else, which is not so. */
#define WRONG_JSON(condition) " WHEN NOT (" condition ") THEN '\"@JSON\"'"
#define WRONG_TIME \
	" WHEN ifnull(json_type(?1, '$.@JSON_at'), 'integer') <> 'integer'" \
	" OR NOT ifnull(json_extract(?1, '$.@JSON_at'), 0) " A_TIME \
	" THEN '\"@JSON_at\"'"

#define TEXT_WRONG_JSON \
	WRONG_JSON( \
	    "ifnull(json_type(?1, '$.@JSON'), 'null') IN ('text', 'null')") \
	WRONG_TIME

static const char *const checked[] = {
    [MARK_FLAG] = WRONG_JSON(
	"ifnull(json_type(?1, '$.@JSON'), 'true') IN ('true', 'false')")
	WRONG_TIME,
    [MARK_TEXT] = TEXT_WRONG_JSON,
    [MARK_SET] = WRONG_JSON(
	"ifnull(json_type(?1, '$.@JSON'), 'null') IN ('array', 'null')"
	" AND NOT EXISTS (SELECT 1 FROM json_each(?1, '$.@JSON')"
	" WHERE CASE WHEN type = 'object'"
	" THEN json_type(value, '$.@NAME') IS NOT 'text'"
	" OR json_extract(value, '$.@NAME') = ''"
	" OR ifnull(json_type(value, '$.set'), '') NOT IN ('true', 'false')"
	" OR json_type(value, '$.at') IS NOT 'integer'"
	" OR NOT json_extract(value, '$.at') " A_TIME " ELSE true END)"),
    [MARK_TIMES] = WRONG_JSON(
	"ifnull(json_type(?1, '$.@JSON'), 'null') IN ('array', 'null')"
	" AND NOT EXISTS (SELECT 1 FROM json_each(?1, '$.@JSON')"
	" WHERE type <> 'integer' OR NOT value " A_TIME ")"),
    [MARK_PLACE] = TEXT_WRONG_JSON,
    [MARK_RANK] = TEXT_WRONG_JSON,
};

/* How many words a kind has in a line; as a further argument. */
static const char *const counted[] = {
    [MARK_FLAG] = "",
    [MARK_TEXT] = "",
    [MARK_SET] = ", ifnull(json_array_length(?1, '$.@JSON'), 0)",
    [MARK_TIMES] = "",
    [MARK_PLACE] = "",
    [MARK_RANK] = "",
};

#define TEXT_LISTED \
	" UNION ALL SELECT '@NAME', ifnull(json_extract(?1, '$.@JSON'), '')," \
	" ifnull(json_extract(?1, '$.@JSON_at'), 0)"

/* The marks of a kind in a line, in columns name, value, at. */
static const char *const listed[] = {
    [MARK_FLAG] =
	" UNION ALL SELECT '@NAME', iif(json_extract(?1, '$.@JSON'), '1', ''),"
	" ifnull(json_extract(?1, '$.@JSON_at'), 0)",
    [MARK_TEXT] = TEXT_LISTED,
    [MARK_SET] = " UNION ALL SELECT '@NAME:' || json_extract(value, '$.@NAME'),"
		 " iif(json_extract(value, '$.set'), '1', ''),"
		 " json_extract(value, '$.at') FROM json_each(?1, '$.@JSON')",
    [MARK_TIMES] = " UNION ALL SELECT '@NAME:' || value, '1', value"
		   " FROM json_each(?1, '$.@JSON')",
    [MARK_PLACE] = TEXT_LISTED,
    [MARK_RANK] = TEXT_LISTED,
};

/* Adds a part to the statement, with the names of a kind filled in. */
static void
add_part(char **sql, const char *part, const struct mark_info *info)
{
	size_t len = strlen(*sql);

	*sql = mem_resize(*sql,
	    len + strlen(part) * (strlen(info->json) + strlen(info->name)) + 1,
	    1);
	for (char *out = *sql + len;; part++) {
		bool json = strncmp(part, "@JSON", 5) == 0;

		if (json || strncmp(part, "@NAME", 5) == 0) {
			out = stpcpy(out, json ? info->json : info->name);
			part += 4;
		} else if ((*out++ = *part) == '\0') {
			break;
		}
	}
}

/* Facts that a talk may have several of: a row each, never removed. */
#define FACT_WRONG(json) \
	" WHEN ifnull(json_type(?1, '$." json "'), 'array') <> 'array'" \
	" OR EXISTS (SELECT 1 FROM json_each(?1, '$." json "')" \
	" WHERE type <> 'text' OR value = '') THEN '\"" json "\"'"
#define FACT_LISTED(json, row) \
	" UNION ALL SELECT '" row "' || value, '1', 1" \
	" FROM json_each(?1, '$." json "')"
#define FACT_EXPORTED(row) \
	"json_group_array(substr(name, length('" row "') + 1))" \
	" FILTER (WHERE name GLOB '" row "*')"

/*
 * Speakers: a list when exported, one line in the sync file, which the first
 * version reads, too.  Either is taken; the database has one line.
 */
#define SPEAKERS_EXPORTED \
	"(SELECT json_group_array(value) FROM json_each(" \
	"'[' || replace(json_quote(speakers), ', ', '\",\"') || ']')" \
	" WHERE value <> '')"
#define SPEAKERS_WRONG \
	" WHEN ifnull(json_type(?1, '$.speakers'), '') NOT IN ('text', " \
	"'array')" \
	" OR EXISTS (SELECT 1 FROM json_each(?1, '$.speakers')" \
	" WHERE type <> 'text') THEN '\"speakers\"'"
#define SPEAKERS_TOLD \
	"(SELECT ifnull(group_concat(value, ', '), '')" \
	" FROM json_each(?1, '$.speakers') WHERE value <> '')"

/* Pairs: "pairs":[{"of":"A","with":"B","same":true,"at":1}]; see pairs.h. */
#define PAIR_OF "substr(name, length('" MARK_PAIR "') + 1)"
#define PAIRS_EXPORTED \
	"json_group_array(json_object(" \
	"'of', substr(" PAIR_OF ", 1, instr(" PAIR_OF ", ' ') - 1)," \
	" 'with', substr(" PAIR_OF ", instr(" PAIR_OF ", ' ') + 1)," \
	" 'same', json(iif(value = '" MARK_PAIR_SAME "', 'true', 'false'))," \
	" 'at', at)) FILTER (WHERE name GLOB '" MARK_PAIR "* *')"
#define PAIRS_WRONG \
	" WHEN ifnull(json_type(?1, '$.pairs'), 'array') <> 'array'" \
	" OR EXISTS (SELECT 1 FROM json_each(?1, '$.pairs')" \
	" WHERE CASE WHEN type = 'object'" \
	" THEN ifnull(json_extract(value, '$.of'), '') NOT GLOB '[^ ]*'" \
	" OR json_extract(value, '$.of') GLOB '* *'" \
	" OR ifnull(json_extract(value, '$.with'), '') NOT GLOB '[^ ]*'" \
	" OR json_extract(value, '$.with') GLOB '* *'" \
	" OR ifnull(json_type(value, '$.same'), '') NOT IN ('true', 'false')" \
	" OR json_type(value, '$.at') IS NOT 'integer'" \
	" OR NOT json_extract(value, '$.at') " A_TIME " ELSE true END)" \
	" THEN '\"pairs\"'"
#define PAIRS_LISTED \
	" UNION ALL SELECT '" MARK_PAIR "' || json_extract(value, '$.of')" \
	" || ' ' || json_extract(value, '$.with')," \
	" iif(json_extract(value, '$.same'), '" MARK_PAIR_SAME "'," \
	" '" MARK_PAIR_APART "')," \
	" json_extract(value, '$.at') FROM json_each(?1, '$.pairs')"

/* The parts of all kinds, one after the other. */
static char *
put_together(struct arena *arena, const char *const part[])
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);
	char *sql = mem_dup("", 0), *kept;

	for (size_t row = 0; row < n; row++)
		add_part(&sql, part[info[row].type], &info[row]);
	kept = arena_dup(arena, sql, strlen(sql));
	free(sql);
	return kept;
}

/* clang-format off */

static struct db_query *
query_lines(struct db *db, struct arena *arena, enum merge_form form)
{
	return db_query(db,
	    arena_printf(arena,
		"SELECT substr(line, 1, length(line) - 1)"
		" || iif(keys = '[]', '', ',\"keys\":' || keys)"
		" || iif(names = '[]', '', ',\"conferences\":' || names)"
		" || iif(pairs = '[]', '', ',\"pairs\":' || pairs)"
		" || '}' FROM ("
		"SELECT json_object('schema', 1, 'key', key, 'title', title,"
		" 'speakers', %s, 'url', url%s) AS line,"
		" " FACT_EXPORTED(MARK_KEYS_ROW) " AS keys,"
		" " FACT_EXPORTED(MARK_CONFERENCE) " AS names,"
		" " PAIRS_EXPORTED " AS pairs"
		" FROM (SELECT * FROM talk LEFT JOIN mark USING (key)"
		" ORDER BY key, name) GROUP BY key ORDER BY key)",
		form == MERGE_LISTS ? "json(" SPEAKERS_EXPORTED ")" : "speakers",
		put_together(arena, exported)));
}

/* Which member of ?1 is not as merge_export() writes it; '' for none. */
#define TEXT_WRONG(name) \
	" WHEN json_type(?1, '$." name "') IS NOT 'text' THEN '\"" name "\"'"

static struct db_query *
query_wrong(struct db *db, struct arena *arena)
{
	return db_query(db,
	    arena_printf(arena,
		"SELECT CASE WHEN NOT json_valid(?1) THEN 'no valid JSON'"
		" WHEN json_extract(?1, '$.schema') IS NOT 1"
		" THEN '\"schema\"'" TEXT_WRONG("key")
		" WHEN json_extract(?1, '$.key') = '' THEN '\"key\"'"
		TEXT_WRONG("title") SPEAKERS_WRONG
		" WHEN ifnull(json_type(?1, '$.url'), '')"
		" NOT IN ('text', 'null') THEN '\"url\"'%s"
		FACT_WRONG("keys") FACT_WRONG("conferences") PAIRS_WRONG
		" ELSE '' END",
		put_together(arena, checked)));
}

/* How many words a set, or names a list, has at most in the line ?1. */
static struct db_query *
query_most(struct db *db, struct arena *arena)
{
	return db_query(db,
	    arena_printf(arena,
		"SELECT max(ifnull(json_array_length(?1, '$.keys'), 0),"
		" ifnull(json_array_length(?1, '$.conferences'), 0),"
		" ifnull(json_array_length(?1, '$.pairs'), 0)%s)",
		put_together(arena, counted)));
}

/* The marks of the line ?1, without those never set. */
static const char *
marks_of_line(struct arena *arena)
{
	return arena_printf(arena,
	    "SELECT json_extract(?1, '$.key') AS key, * FROM ("
	    "SELECT '' AS name, '' AS value, 0 AS at%s"
	    FACT_LISTED("keys", MARK_KEYS_ROW)
	    FACT_LISTED("conferences", MARK_CONFERENCE) PAIRS_LISTED ")"
	    " WHERE (value <> '' OR at > 0)",
	    put_together(arena, listed));
}

/* clang-format on */

static struct db_query *
query_merge_marks(struct db *db, struct arena *arena)
{
	return db_query(db,
	    arena_printf(arena,
		"INSERT INTO mark (key, name, value, at) %s" NEWER_MARK_WINS,
		marks_of_line(arena)));
}

static struct db_query *
query_merge_talk(struct db *db, struct arena *arena)
{
	return db_query(db,
	    arena_printf(arena,
		"INSERT INTO talk (key, title, speakers, url, told_at)"
		" SELECT json_extract(?1, '$.key'),"
		" json_extract(?1, '$.title'), " SPEAKERS_TOLD ","
		" json_extract(?1, '$.url'), ifnull(max(at), 0)"
		" FROM (%s) WHERE true" NEWER_TALK_WINS,
		marks_of_line(arena)));
}

bool
merge_export(struct marks *marks, FILE *out, enum merge_form form,
    struct progress *progress, struct err *err)
{
	struct marks_file *file = marks_to_read(marks, err);

	if (!file)
		return false;
	if (!marks_file_is_current(file))
		return err_set(err,
		    _("%s: of an older version, and cannot be changed"),
		    file->path);
	if (file->version == 0)
		return true;

	struct arena *arena = arena_new();
	struct arena *sql = arena_new();
	struct db_query *query = query_lines(file->db, sql, form);

	while (progress_tell(progress, 0, 0) && db_next(query)) {
		size_t len;
		const char *line = db_text(query, 0, &len);

		fprintf(out, "%s\n", text_clean(arena, line, len, NULL));
		arena_clear(arena);
	}
	db_query_free(query);
	arena_free(sql);
	arena_free(arena);
	return db_settle(file->db, err) == DB_FINE &&
	    (!progress_stopped(progress) || err_set(err, "%s", ""));
}

/* An import: its statements, and how far it is. */
struct import {
	struct db *db;
	struct arena *sql;
	struct db_query *wrong;               /* NULL until a line is read, */
	struct db_query *most, *talk, *marks; /* until one is ours */
	size_t row;                           /* the line at hand, from 1 */
	size_t changes;                       /* talks added or changed */
	char *refused; /* why that line is not taken, or NULL */
	struct progress *progress;
	struct merged *merged;
};

/*
 * Runs the statement with the line as its parameter; returns whether it changed
 * a row.
 */
static bool
run_on(
    struct import *import, struct db_query *query, const char *line, size_t len)
{
	db_set_text(query, 1, line, len);
	db_next(query);
	return db_is_good(import->db) && db_changes(import->db) > 0;
}

/* What a statement says of the line. */
static long long
ask(struct db_query *query, const char *line, size_t len)
{
	long long answer = 0;

	db_set_text(query, 1, line, len);
	if (db_next(query)) {
		answer = db_number(query, 0);
		db_next(query);
	}
	return answer;
}

/* Ends the import at this line, unless something else went wrong. */
static void
refuse(struct import *import, const char *what, const char *why)
{
	if (db_is_good(import->db))
		import->refused = mem_printf("%s%s", what, why);
	db_fail(import->db, DB_FAILED, "");
}

/* Whether the line is one of ours. */
static bool
is_ours(struct import *import, const char *line, size_t len)
{
	char wrong[64] = "";

	if (!import->wrong)
		import->wrong = query_wrong(import->db, import->sql);
	db_set_text(import->wrong, 1, line, len);
	if (db_next(import->wrong)) {
		snprintf(wrong, sizeof(wrong), "%s",
		    db_text(import->wrong, 0, NULL));
		db_next(import->wrong);
	}
	/* A member is told in its quotes. */
	if (*wrong)
		refuse(import, wrong,
		    *wrong == '"' ? _(" is not as lectern export writes it")
				  : "");
	return db_is_good(import->db);
}

/* What a line is merged with is long to prepare: where there is one. */
static void
prepare(struct import *import)
{
	if (import->most)
		return;
	import->most = query_most(import->db, import->sql);
	import->talk = query_merge_talk(import->db, import->sql);
	import->marks = query_merge_marks(import->db, import->sql);
}

static void
merge(struct import *import, const char *line, size_t len)
{
	if (!is_ours(import, line, len))
		return;
	prepare(import);
	if (len > LONG_BYTES && ask(import->most, line, len) > LISTED) {
		refuse(import,
		    _("more than 1000 tags, keys or conferences of a talk"),
		    "");
		return;
	}

	bool talk = run_on(import, import->talk, line, len);
	bool marks = run_on(import, import->marks, line, len);

	import->changes += talk || marks;
}

static void
merge_all(struct import *import, FILE *in)
{
	struct merge_read read = {.in = in};

	while (db_is_good(import->db) &&
	    progress_tell(import->progress, read.row, 0) && merge_read(&read)) {
		import->row = read.row;
		merge(import, read.text, read.len);
		import->merged->read++;
	}
	if (read.wrong) {
		import->row = read.row;
		refuse(import, read.wrong, "");
	}
	free(read.text);
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

	import->sql = arena_new();
	merge_all(import, in);
	db_query_free(import->wrong);
	db_query_free(import->most);
	db_query_free(import->talk);
	db_query_free(import->marks);
	arena_free(import->sql);
	merged->added = count_talks(import->db) - before;
	if (import->changes > 0)
		mark_keys_settle(import->db);
	merged->changed = import->changes - merged->added;
}

bool
merge_import(struct marks *marks, FILE *in, const char *name, bool try,
    struct progress *progress, struct merged *merged, struct err *err)
{
	struct err why = {""};
	struct marks_file *file = marks_to_change(marks, &why);
	struct import import = {.merged = merged, .progress = progress};

	*merged = (struct merged){0};
	if (!file) {
		merged->busy = marks_are_awaited(marks);
		return err_set(err, "%s", why.msg);
	}
	import.db = file->db;
	marks_file_begin(file);
	import_all(&import, in);
	if (try || ferror(in) || progress_stopped(progress))
		db_drop(file->db);
	else
		db_end(file->db);

	enum db_fault fault = db_settle(file->db, &why);

	bool good = false;

	merged->busy = fault == DB_BUSY;
	if (ferror(in))
		err_set(
		    err, _("%s: cannot be read; nothing was imported"), name);
	else if (import.refused)
		err_set(err, _("%s:%zu: %s; nothing was imported"), name,
		    import.row, import.refused);
	else if (fault != DB_FINE)
		err_set(err, _("%s; nothing was imported"), why.msg);
	else if (progress_stopped(progress))
		err_set(err, "%s", "");
	else
		good = true;
	free(import.refused);
	if (good && !try)
		marks_changed(marks);
	return good;
}
