#include "marks/mark_keys.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "marks/newer.h"

/* Runs a statement with the two keys as its parameters. */
static void
run(struct db *db, const char *sql, const char *key, const char *old)
{
	struct db_query *query = db_query(db, sql);

	db_set_text(query, 1, key, strlen(key));
	db_set_text(query, 2, old, strlen(old));
	db_next(query);
	db_query_free(query);
}

void
mark_keys_join(struct db *db, const char *key, const char *old)
{
	run(db,
	    "INSERT INTO mark (key, name, value, at)"
	    " VALUES (?1, '" MARK_KEYS_ROW "' || ?2, '1', 1)"
	    " ON CONFLICT (key, name) DO NOTHING",
	    key, old);
}

/* Connected keys; `up` leads to the best key of the talk. */
struct keys {
	struct arena *arena; /* owns the keys */
	struct strmap row;
	const char **key;
	uint32_t *up;
	size_t n, key_cap, up_cap;
};

/* Videos outlive pages, and pages outlive titles. */
static int
rank(const char *key)
{
	return strncmp(key, "yt:", 3) == 0 ? 0
	    : strncmp(key, "http", 4) == 0 ? 1
					   : 2;
}

static bool
is_better(const char *a, const char *b)
{
	int by_kind = rank(a) - rank(b);

	return by_kind != 0 ? by_kind < 0 : strcmp(a, b) < 0;
}

static uint32_t
row_of(struct keys *keys, const char *key)
{
	uint32_t *known = strmap_get(&keys->row, key);
	uint32_t row = (uint32_t)keys->n;

	if (known)
		return *known;
	key = arena_dup(keys->arena, key, strlen(key));
	strmap_put(&keys->row, key, row);
	keys->key = mem_grow(
	    keys->key, &keys->key_cap, keys->n + 1, sizeof(*keys->key));
	keys->up = mem_grow(
	    keys->up, &keys->up_cap, keys->n + 1, sizeof(*keys->up));
	keys->key[row] = key;
	keys->up[row] = row;
	keys->n++;
	return row;
}

static uint32_t
best_of(struct keys *keys, uint32_t row)
{
	/* A row is there: NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
	while (keys->up[row] != row) {
		keys->up[row] = keys->up[keys->up[row]];
		row = keys->up[row];
	}
	return row;
}

static void
connect(struct keys *keys, uint32_t a, uint32_t b)
{
	a = best_of(keys, a);
	b = best_of(keys, b);
	if (is_better(keys->key[a], keys->key[b]))
		keys->up[b] = a;
	else
		keys->up[a] = b;
}

static struct keys
read_keys(struct db *db)
{
	struct keys keys = {.arena = arena_new()};
	struct db_query *query = db_query(db,
	    "SELECT key, substr(name, length('" MARK_KEYS_ROW "') + 1)"
	    " FROM mark WHERE " MARK_KEYS_WHERE);

	while (db_next(query)) {
		uint32_t key = row_of(&keys, db_text(query, 0, NULL));

		connect(&keys, key, row_of(&keys, db_text(query, 1, NULL)));
	}
	db_query_free(query);
	return keys;
}

static bool
has_rows(struct db *db, const char *key)
{
	struct db_query *query = db_query(db,
	    "SELECT EXISTS (SELECT 1 FROM mark WHERE key = ?1)"
	    " OR EXISTS (SELECT 1 FROM talk WHERE key = ?1)");
	bool has;

	db_set_text(query, 1, key, strlen(key));
	has = db_next(query) && db_number(query, 0) != 0;
	db_query_free(query);
	return has;
}

/* Moves the rows of an older key; of two for one mark the newest is kept. */
static void
move(struct db *db, const char *key, const char *old)
{
	static const char *const steps[] = {
	    "INSERT INTO mark (key, name, value, at)"
	    " SELECT ?1, name, value, at FROM mark"
	    " WHERE key = ?2" NEWER_MARK_WINS,
	    "INSERT INTO talk (key, title, speakers, url, told_at)"
	    " SELECT ?1, title, speakers, url, told_at FROM talk"
	    " WHERE key = ?2" NEWER_TALK_WINS,
	    "DELETE FROM mark WHERE key = ?2",
	    "DELETE FROM talk WHERE key = ?2",
	    /* A talk's best key is no older one. */
	    "DELETE FROM mark WHERE key = ?1"
	    " AND name = '" MARK_KEYS_ROW "' || ?1 AND ?2 <> ?1",
	};

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		run(db, steps[i], key, old);
	mark_keys_join(db, key, old);
}

void
mark_keys_settle(struct db *db)
{
	struct keys keys = read_keys(db);

	for (uint32_t i = 0; i < keys.n; i++) {
		uint32_t best = best_of(&keys, i);

		if (best != i && has_rows(db, keys.key[i]))
			move(db, keys.key[best], keys.key[i]);
	}
	strmap_free(&keys.row);
	free(keys.key);
	free(keys.up);
	arena_free(keys.arena);
}
