#include "marks/marks_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"

#define NAME_BYTES 128

/* Writes what is known of a talk at the time `at`. */
static void
write_talk(struct db *db, const struct mark *mark, long long at)
{
	const char *const texts[] = {
	    mark->key, mark->title, mark->speakers, mark->url};
	struct db_query *query = db_query(db,
	    "INSERT INTO talk (key, title, speakers, url, told_at)"
	    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (key) DO UPDATE SET"
	    " title = iif(excluded.title = '', title, excluded.title),"
	    " speakers = iif(excluded.speakers = '', speakers,"
	    " excluded.speakers), url = ifnull(excluded.url, url),"
	    " told_at = max(told_at, excluded.told_at)");

	for (int i = 0; i < 4; i++)
		db_set_text(
		    query, i + 1, texts[i], texts[i] ? strlen(texts[i]) : 0);
	db_set_number(query, 5, at);
	db_next(query);
	db_query_free(query);
}

/*
 * Returns the time for a change of a mark: the later change must have the later
 * time even if the clock was set back.
 */
static long long
later(struct db *db, const char *key, const char *name, long long at)
{
	struct db_query *query = db_query(
	    db, "SELECT at FROM mark WHERE key = ?1 AND name = ?2");

	db_set_text(query, 1, key, strlen(key));
	db_set_text(query, 2, name, strlen(name));
	if (db_next(query) && db_number(query, 0) >= at)
		at = db_number(query, 0) + 1;
	db_query_free(query);
	return at;
}

/* Writes one mark; returns the time that it got. */
static long long
write_mark(struct db *db, const char *key, const char *name, const char *value,
    long long at)
{
	/* RETURNING would take a table of its own for each mark. */
	struct db_query *query = db_query(db,
	    "INSERT INTO mark (key, name, value, at) VALUES (?1, ?2, ?3, ?4)"
	    " ON CONFLICT (key, name) DO UPDATE SET value = excluded.value,"
	    " at = excluded.at");

	at = later(db, key, name, at);
	db_set_text(query, 1, key, strlen(key));
	db_set_text(query, 2, name, strlen(name));
	db_set_text(query, 3, value, strlen(value));
	db_set_number(query, 4, at);
	db_next(query);
	if (db_is_good(db) && db_changes(db) == 0)
		db_fail(db, DB_FAILED, _("it does not take what is written"));
	db_query_free(query);
	return at;
}

void
marks_write_conference(struct db *db, const char *key, const char *name)
{
	struct db_query *query = db_query(db,
	    "INSERT INTO mark (key, name, value, at)"
	    " VALUES (?1, '" MARK_CONFERENCE "' || ?2, '1', 1)"
	    " ON CONFLICT (key, name) DO NOTHING");

	db_set_text(query, 1, key, strlen(key));
	db_set_text(query, 2, name, strlen(name));
	db_next(query);
	db_query_free(query);
}

static void
write_conferences(struct db *db, const struct mark *mark)
{
	const char *s = mark->conferences;

	for (size_t n; *s; s += n + (s[n] == '\n')) {
		n = strcspn(s, "\n");
		char *name = mem_dup(s, n);

		marks_write_conference(db, mark->key, name);
		free(name);
	}
}

/*
 * The time for a new moment at `at`.  No two moments have the same time, and
 * the last one is the latest, even within a millisecond or if the clock was set
 * back.
 */
static long long
free_time(struct db *db, const char *key, const char *name, long long at)
{
	struct db_query *query = db_query(db,
	    "SELECT max(CAST(substr(name, length(?2) + 2) AS INTEGER))"
	    " FROM mark WHERE key = ?1"
	    " AND substr(name, 1, length(?2) + 1) = ?2 || ':'");
	long long last;

	db_set_text(query, 1, key, strlen(key));
	db_set_text(query, 2, name, strlen(name));
	last = db_next(query) ? db_number(query, 0) : 0;
	db_query_free(query);
	return at > last ? at : last + 1;
}

long long
marks_write(struct db *db, const struct mark_change *change)
{
	const struct mark_info *info = mark_kind_info(change->kind);
	const struct mark *told = &change->told;
	const char *value = change->on ? "1" : "";
	long long at = change->at;
	char name[NAME_BYTES];

	switch (info->type) {
	case MARK_FLAG:
	case MARK_TEXT:
	case MARK_PLACE:
	case MARK_RANK:
		snprintf(name, sizeof(name), "%s", info->name);
		break;
	case MARK_SET:
		snprintf(name, sizeof(name), "%s:%s", info->name, change->text);
		break;
	case MARK_TIMES:
		at = free_time(db, told->key, info->name, at);
		snprintf(name, sizeof(name), "%s:%lld", info->name, at);
		break;
	}
	if (change->on && mark_kind_is_text(info->type))
		value = change->text;
	at = write_mark(db, told->key, name, value, at);
	write_talk(db, told, at);
	if (told->conferences && *told->conferences)
		write_conferences(db, told);
	return at;
}

void
marks_write_pair(struct db *db, const struct mark *told, const char *pair,
    bool same, long long at)
{
	char *name = mem_printf(MARK_PAIR "%s", pair);

	at = write_mark(
	    db, told->key, name, same ? MARK_PAIR_SAME : MARK_PAIR_APART, at);
	write_talk(db, told, at);
	free(name);
}

/* Writes the words of a set, whose times are no longer known. */
static void
write_words(struct db *db, const struct mark *mark, enum mark_kind kind)
{
	const char *s = mark_kind_text(&mark->annotations, kind);
	char word[NAME_BYTES / 2 + 1];

	for (size_t len; *s; s += len + (s[len] == ' ')) {
		len = strcspn(s, " ");
		snprintf(word, sizeof(word), "%.*s", (int)len, s);
		marks_write(
		    db, &(struct mark_change){*mark, kind, true, word, 1});
	}
}

void
marks_write_all(struct db *db, const struct mark *mark)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);

	for (size_t row = 0; row < n; row++) {
		enum mark_kind kind = mark_kind_at(row);

		if (info[row].type == MARK_SET)
			write_words(db, mark, kind);
		else if (mark->annotations.kinds & kind)
			marks_write(db,
			    &(struct mark_change){*mark, kind, true,
				mark_kind_text(&mark->annotations, kind),
				mark->at[row]});
	}
}
