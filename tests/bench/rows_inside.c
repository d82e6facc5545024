/* Rows that are measured within a process: load, filter, bookmark. */
#include "bench.h"

#include <stdlib.h>
#include <string.h>

#include <cmark.h>
#include <sqlite3.h>

#include "lectern/find/filter.h"
#include "lectern/find/related.h"
#include "lectern/marks/marks.h"
#include "lectern/source/input.h"
#include "lectern/source/load.h"
#include "process.h"

#define KEYS    5  /* of "riscv" */
#define COMMITS 10 /* of each kind in a round: one alone varies too much */

/* Load. */

static struct notes *
load(const char *path)
{
	const struct load_options options = {.shape = LOAD_SHAPE_AUTO};
	struct err err;

	return load_paths(&path, 1, &options, &err);
}

/* Milliseconds until all talks are there, and until they can be searched. */
struct loaded {
	double listed, searchable;
};

static bool
time_load(const void *argument, void *result)
{
	struct loaded *loaded = result;
	double began = process_clock();
	struct notes *notes = load(argument);

	if (!notes)
		return false;
	loaded->listed = process_clock() - began;
	struct filter *filter = filter_new(notes);
	struct query query = {0};
	struct hits hits = {0};

	/* What a search needs is made ready by the first one. */
	query_parse(&query, "zzyzx");
	filter_run(filter, &query, &hits);
	loaded->searchable = process_clock() - began;
	hits_free(&hits);
	query_free(&query);
	filter_free(filter);
	notes_free(notes);
	return true;
}

static bool
time_cmark(const void *argument, void *result)
{
	double *ms = result;
	struct bytes bytes;
	struct err err;

	if (!input_read(argument, NULL, &bytes, &err))
		return false;
	double began = process_clock();
	cmark_node *root = cmark_parse_document(
	    bytes.s, bytes.len, CMARK_OPT_DEFAULT);

	*ms = process_clock() - began;
	cmark_node_free(root);
	input_drop(&bytes);
	return true;
}

double
bench_cmark(const struct document *doc)
{
	double ms = SERIES_FAILED;

	process_inside(time_cmark, doc->path, &ms, sizeof(ms));
	return ms;
}

void
rows_load(const struct bench *bench, const struct document *doc)
{
	struct series listed = {.n = 0}, searchable = {.n = 0},
		      limit = {.n = 0};
	struct row row = {"load", doc, "ms", "libcmark",
	    doc->talks < SIZE_MIDDLE ? 1.0 : 0.25, 0};

	for (int i = 0; i < bench->rounds; i++) {
		struct loaded loaded = {SERIES_FAILED, SERIES_FAILED};

		process_inside(time_load, doc->path, &loaded, sizeof(loaded));
		series_add(&listed, loaded.listed);
		series_add(&searchable, loaded.searchable);
		series_add(&limit, bench_cmark(doc));
	}
	sheet_pairs(bench->sheet, &row, &listed, &limit);
	row.name = "load, ready to search";
	sheet_pairs(bench->sheet, &row, &searchable, &limit);
}

/* Filter. */

/* What the keys of one round took, and a pass over the bytes after each. */
struct typed {
	double key[KEYS];
	double pass[KEYS];
};

/* What measures them works on. */
struct typing {
	const char *path;
	size_t rounds;
};

/* Answers what has been typed so far. */
static void
answer(struct filter *filter, struct query *query, const char *text,
    struct hits *hits)
{
	query_parse(query, text);
	filter_run(filter, query, hits);
}

static void
time_round(struct filter *filter, const char *bytes, size_t len,
    struct hits *hits, struct typed *typed)
{
	struct query query = {0};

	static const char *const texts[KEYS] = {
	    "r", "ri", "ris", "risc", "riscv"};

	for (size_t i = 0; i < KEYS; i++) {
		double began = process_clock();

		answer(filter, &query, texts[i], hits);
		double answered = process_clock();
		const void *found = memchr(bytes, 1, len);

		/* Found it is not; so the search cannot be left out. */
		typed->pass[i] = found ? SERIES_FAILED
				       : process_clock() - answered;
		typed->key[i] = answered - began;
	}
	/* So that the next round does not narrow this one. */
	answer(filter, &query, "", hits);
	query_free(&query);
}

static bool
time_typing(const void *argument, void *result)
{
	const struct typing *typing = argument;
	struct notes *notes = load(typing->path);
	struct hits hits = {0};
	struct typed *typed = result;
	struct err err;
	struct bytes bytes;

	if (!notes || !input_read(typing->path, NULL, &bytes, &err))
		return false;
	struct filter *filter = filter_new(notes);

	/* The first round finds memory cold, and is measured over. */
	time_round(filter, bytes.s, bytes.len, &hits, typed);
	for (size_t i = 0; i < typing->rounds; i++)
		time_round(filter, bytes.s, bytes.len, &hits, &typed[i]);
	hits_free(&hits);
	filter_free(filter);
	notes_free(notes);
	input_drop(&bytes);
	return true;
}

/* All keys of a round against one pass, which is taken as their mean. */
static void
add_together(
    const struct typed *typed, struct series *keys, struct series *passes)
{
	double key = 0, pass = 0;

	for (size_t i = 0; i < KEYS; i++) {
		key += typed->key[i];
		pass += typed->pass[i];
	}
	series_add(keys, key);
	series_add(passes, pass / KEYS);
}

void
rows_filter(const struct bench *bench, const struct document *doc)
{
	static const char *const names[KEYS] = {"filter, r", "filter, ri",
	    "filter, ris", "filter, risc", "filter, riscv"};
	const size_t rounds = (size_t)bench->rounds;
	const struct typing typing = {doc->path, rounds};
	const bool large = doc->talks >= SIZE_LARGE;
	struct typed typed[ROUNDS_MOST];
	struct series keys = {.n = 0}, passes = {.n = 0};
	struct row row = {
	    "filter, all five keys", doc, "ms", "memchr", large ? 8 : 0, 0};

	for (size_t i = 0; i < rounds; i++)
		for (size_t k = 0; k < KEYS; k++)
			typed[i].key[k] = typed[i].pass[k] = SERIES_FAILED;
	process_inside(time_typing, &typing, typed, rounds * sizeof(*typed));
	for (size_t i = 0; i < rounds; i++)
		add_together(&typed[i], &keys, &passes);
	sheet_pairs(bench->sheet, &row, &keys, &passes);
	row.ratio_bar = large ? 2.5 : 0;
	row.value_bar = doc->talks == SIZE_LARGE ? 16 : 0;
	for (size_t k = 0; k < KEYS; k++) {
		keys.n = passes.n = 0;
		for (size_t i = 0; i < rounds; i++) {
			series_add(&keys, typed[i].key[k]);
			series_add(&passes, typed[i].pass[k]);
		}
		row.name = names[k];
		sheet_pairs(bench->sheet, &row, &keys, &passes);
	}
}

/* Related talks. */

#define RELATED_TIMES 9 /* talks for which they are looked for */

static bool
time_related(const void *argument, void *result)
{
	struct notes *notes = load(argument);
	struct related related = {0};
	double *ms = result;

	if (!notes || notes->ntalks == 0)
		return false;
	struct filter *filter = filter_new(notes);

	filter_prepare(filter, SIZE_MAX);
	for (uint32_t i = 0; i < RELATED_TIMES; i++) {
		double began = process_clock();

		related_find(
		    &related, filter, i * (notes->ntalks / RELATED_TIMES), 50);
		ms[i] = process_clock() - began;
	}
	related_free(&related);
	filter_free(filter);
	notes_free(notes);
	return true;
}

void
rows_related(const struct bench *bench, const struct document *doc)
{
	const struct row row = {"related talks", doc, "ms", NULL, 0,
	    doc->talks == SIZE_LARGE ? 50 : 0};
	struct series series = {.n = 0};
	double ms[RELATED_TIMES];

	for (size_t i = 0; i < RELATED_TIMES; i++)
		ms[i] = SERIES_FAILED;
	process_inside(time_related, doc->path, ms, sizeof(ms));
	for (size_t i = 0; i < RELATED_TIMES; i++)
		series_add(&series, ms[i]);
	sheet_value(bench->sheet, &row, series_part(&series, 0.5));
}

/* Bookmark. */

static bool
run_sql(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* The least that a durable change can be: one row, in a table of one. */
static bool
open_limit(sqlite3 **db, sqlite3_stmt **update)
{
	return sqlite3_open("limit.db", db) == SQLITE_OK &&
	    run_sql(*db, "PRAGMA journal_mode=DELETE") &&
	    run_sql(*db, "PRAGMA synchronous=FULL") &&
	    run_sql(*db,
		"CREATE TABLE IF NOT EXISTS number(id INTEGER "
		"PRIMARY KEY, value INTEGER)") &&
	    run_sql(*db, "INSERT OR REPLACE INTO number VALUES(1, 0)") &&
	    sqlite3_prepare_v2(*db,
		"UPDATE number SET value = value + 1 WHERE id = 1", -1, update,
		NULL) == SQLITE_OK;
}

static bool
commit_limit(sqlite3_stmt *update)
{
	return sqlite3_step(update) == SQLITE_DONE &&
	    sqlite3_reset(update) == SQLITE_OK;
}

/* Milliseconds of a commit of each kind, the mean of some. */
struct commits {
	double ours, limit;
};

static bool
time_commits(struct marks *marks, const struct talk *talk, sqlite3_stmt *update,
    struct commits *commits)
{
	struct err err;

	*commits = (struct commits){0, 0};
	for (int i = 0; i < COMMITS; i++) {
		double began = process_clock();
		bool good = marks_set(
		    marks, talk, MARK_BOOKMARKED, i % 2 == 0, NULL, &err);
		double marked = process_clock();

		if (!good || !commit_limit(update))
			return false;
		commits->ours += (marked - began) / COMMITS;
		commits->limit += (process_clock() - marked) / COMMITS;
	}
	return true;
}

static bool
time_bookmark(const void *argument, void *result)
{
	struct notes *notes = load(argument);
	struct err err = {""};
	struct marks *marks = marks_open("bench-marks.db", NULL, &err);
	sqlite3 *db = NULL;
	sqlite3_stmt *update = NULL;
	bool good = notes && marks_are_kept(marks) && open_limit(&db, &update);

	good = good && time_commits(marks, notes->talks, update, result);
	sqlite3_finalize(update);
	sqlite3_close(db);
	marks_close(marks);
	notes_free(notes);
	return good;
}

void
rows_bookmark(const struct bench *bench)
{
	struct series ours = {.n = 0}, limit = {.n = 0};
	const struct row row = {
	    "bookmark", bench->first, "ms", "sqlite FULL", 1.5, 0};

	for (int i = 0; i < bench->rounds; i++) {
		struct commits commits = {SERIES_FAILED, SERIES_FAILED};

		process_inside(time_bookmark, bench->first->path, &commits,
		    sizeof(commits));
		series_add(&ours, commits.ours);
		series_add(&limit, commits.limit);
	}
	sheet_pairs(bench->sheet, &row, &ours, &limit);
}
