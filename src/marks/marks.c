#include "lectern/marks/marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/clock.h"
#include "lectern/base/json.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/userfile.h"
#include "marks/marks_file.h"

#define MEMORY_ONLY "marks last only until you quit"
#define MANY        1000 /* talks from which on it pays to read all marks */
#define LONGEST_TAG 64   /* bytes */

/* The marks as they were last read; all strings are the arena's. */
struct mark_list {
	struct arena *arena;
	struct mark *mark;
	size_t n, cap;
};

struct marks {
	struct marks_file file;
	struct mark_list list;
	char *only;             /* keys that are read, as JSON; NULL: all */
	long long data_version; /* sqlite's, when list was read */
	unsigned long changes;
};

static void
list_free(struct mark_list *list)
{
	free(list->mark);
	arena_free(list->arena);
	*list = (struct mark_list){0};
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

static struct mark *
find_mark(const struct mark_list *list, const char *key)
{
	size_t i = place_of(list, key);

	return i < list->n && strcmp(list->mark[i].key, key) == 0
	    ? &list->mark[i]
	    : NULL;
}

/* Puts a mark at its place; its key must be new. */
static struct mark *
list_add(struct mark_list *list, size_t i, const struct mark *mark)
{
	list->mark = mem_grow(
	    list->mark, &list->cap, list->n + 1, sizeof(*list->mark));
	memmove(&list->mark[i + 1], &list->mark[i],
	    (list->n++ - i) * sizeof(*list->mark));
	list->mark[i] = *mark;
	return &list->mark[i];
}

static void
list_remove(struct mark_list *list, size_t i)
{
	memmove(&list->mark[i], &list->mark[i + 1],
	    (--list->n - i) * sizeof(*list->mark));
}

/* Tags, a row of words. */

/* The length of the word `s` begins with, and of the blank after it. */
static size_t
word_length(const char *s)
{
	size_t n = strcspn(s, " ");

	return n + (s[n] == ' ');
}

static bool
is_word(const char *s, const char *word, size_t len)
{
	return strncmp(s, word, len) == 0 && (s[len] == '\0' || s[len] == ' ');
}

/* The tags with one more at its place, or without it. */
static const char *
change_tags(struct arena *arena, const char *tags, const char *tag, bool on)
{
	size_t len = strlen(tag), n = 0;
	char *all = arena_alloc(arena, strlen(tags) + len + 3);
	bool done = !on;

	for (const char *s = tags; *s || !done; s += word_length(s)) {
		size_t word = strcspn(s, " ");
		bool here = is_word(s, tag, len);

		if (!done && (here || !*s || strcmp(s, tag) > 0)) {
			n += (size_t)sprintf(all + n, "%s ", tag);
			done = true;
		}
		if (!here && word > 0)
			n += (size_t)sprintf(all + n, "%.*s ", (int)word, s);
	}
	all[n > 0 ? n - 1 : 0] = '\0';
	return all;
}

bool
marks_has_tag(const char *tags, const char *tag)
{
	size_t len = strlen(tag);

	for (; *tags; tags += word_length(tags))
		if (is_word(tags, tag, len))
			return true;
	return false;
}

bool
marks_is_tag(const char *tag)
{
	return *tag && strlen(tag) <= LONGEST_TAG &&
	    tag[strcspn(tag, " \t\n,")] == '\0';
}

/* Reading. */

/* Others may have written to the file: what is shown is cleaned. */
static const char *
column(struct arena *arena, struct db_query *query, int i)
{
	size_t len;
	const char *s = db_text(query, i, &len);

	return text_clean(arena, s, len, NULL);
}

/* Sets in a mark what a row of the table says, or a change. */
static void
set_kind(struct arena *arena, struct mark *mark, enum mark_kind kind, bool on,
    const char *text, long long at)
{
	struct annotations *annotations = &mark->annotations;
	bool still = on;

	switch (kind) {
	case MARK_BOOKMARKED:
		mark->bookmarked_at = at;
		break;
	case MARK_SEEN:
		mark->seen_at = at;
		break;
	case MARK_OPENED:
		if (at > mark->opened_at)
			mark->opened_at = at;
		break;
	case MARK_NOTED:
		mark->noted_at = at;
		annotations->note = on ? text : "";
		break;
	case MARK_TAGGED:
		annotations->tags = change_tags(
		    arena, annotations->tags, text, on);
		still = *annotations->tags != '\0';
		break;
	}
	annotations->kinds = still ? annotations->kinds | kind
				   : annotations->kinds & ~(unsigned)kind;
}

/* The kind of a mark by its name in the store, whose end it may have; or 0. */
static unsigned
kind_of(const char *name, const char **end)
{
	static const struct {
		const char *name;
		enum mark_kind kind;
	} names[] = {
	    {"bookmarked", MARK_BOOKMARKED},
	    {"seen", MARK_SEEN},
	    {"note", MARK_NOTED},
	    {"tag:", MARK_TAGGED},
	    {"opened:", MARK_OPENED},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t len = strlen(names[i].name);

		*end = name + len;
		if (strncmp(name, names[i].name, len) == 0 &&
		    (name[len - 1] == ':' || name[len] == '\0'))
			return names[i].kind;
	}
	return 0;
}

/* The mark that a row is of: the last one, or a new one. */
static struct mark *
mark_of_row(struct mark_list *list, struct db_query *query)
{
	struct mark *last = list->n > 0 ? &list->mark[list->n - 1] : NULL;
	struct arena *arena = list->arena;
	const char *key = db_text(query, 0, NULL);

	if (last && strcmp(last->key, key) == 0)
		return last;

	const char *url = column(arena, query, 3);
	struct mark mark = {
	    .key = column(arena, query, 0),
	    .title = column(arena, query, 1),
	    .speakers = column(arena, query, 2),
	    .url = *url ? url : NULL,
	    .annotations = {0, "", ""},
	};

	/* Rows are in order, but where cleaning has made one key of another. */
	if (!last || strcmp(last->key, mark.key) < 0)
		return list_add(list, list->n, &mark);
	last = find_mark(list, mark.key);
	return last ? last : list_add(list, place_of(list, mark.key), &mark);
}

static void
take_row(struct mark_list *list, struct db_query *query)
{
	const char *name = column(list->arena, query, 4), *end;
	unsigned kind = kind_of(name, &end);

	if (kind == 0 || (kind == MARK_TAGGED && !marks_is_tag(end)))
		return;
	set_kind(list->arena, mark_of_row(list, query), (enum mark_kind)kind,
	    true, kind == MARK_NOTED ? column(list->arena, query, 5) : end,
	    db_number(query, 6));
}

/* Reads marks; on failure `list` has those before it. */
static void
list_read(
    struct mark_list *list, const struct marks_file *file, const char *only)
{
	struct db_query *query = marks_file_read(file, only != NULL);

	*list = (struct mark_list){.arena = arena_new()};
	if (only)
		db_set_text(query, 1, only, strlen(only));
	while (db_next(query))
		take_row(list, query);
	db_query_free(query);
}

/* Takes the marks anew; what is shown stays where that fails. */
static enum db_fault
reload(struct marks *marks, struct err *err)
{
	struct db *db = marks->file.db;
	struct mark_list list;
	/* Asked before: a change in between is seen as one next time. */
	long long version = db_ask(db, "PRAGMA data_version");

	if (marks->only && marks_file_is_small(&marks->file)) {
		free(marks->only);
		marks->only = NULL;
	}
	list_read(&list, &marks->file, marks->only);

	enum db_fault fault = db_settle(db, err);

	if (fault != DB_FINE && marks->list.n > 0) {
		list_free(&list);
		return fault;
	}
	list_free(&marks->list);
	marks->list = list;
	marks->data_version = version;
	marks->changes++;
	return fault;
}

/* Changing. */

static const char *
name_of(enum mark_kind kind)
{
	switch (kind) {
	case MARK_BOOKMARKED:
		return "bookmarked";
	case MARK_SEEN:
		return "seen";
	case MARK_NOTED:
		return "note";
	case MARK_TAGGED:
		return "tag:";
	case MARK_OPENED:
		break;
	}
	return "opened:";
}

/* What is last known of a talk, for marks of the time `at`. */
static void
write_talk(struct db *db, const struct mark *mark, long long at)
{
	const char *const texts[] = {
	    mark->key, mark->title, mark->speakers, mark->url};
	struct db_query *query = db_query(db,
	    "INSERT INTO talk (key, title, speakers, url, told_at)"
	    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (key) DO UPDATE SET"
	    " title = excluded.title, speakers = excluded.speakers,"
	    " url = excluded.url, told_at = max(told_at, excluded.told_at)");

	for (int i = 0; i < 4; i++)
		db_set_text(
		    query, i + 1, texts[i], texts[i] ? strlen(texts[i]) : 0);
	db_set_number(query, 5, at);
	db_next(query);
	db_query_free(query);
}

/* Writes one mark; returns the time that it has then. */
static long long
write_mark(struct db *db, const char *key, const char *name, const char *value,
    long long at)
{
	/* A clock that was set back must not make this the older change. */
	struct db_query *query = db_query(db,
	    "INSERT INTO mark (key, name, value, at) VALUES (?1, ?2, ?3, ?4)"
	    " ON CONFLICT (key, name) DO UPDATE SET value = excluded.value,"
	    " at = max(excluded.at, at + 1) RETURNING at");

	db_set_text(query, 1, key, strlen(key));
	db_set_text(query, 2, name, strlen(name));
	db_set_text(query, 3, value, strlen(value));
	db_set_number(query, 4, at);
	if (db_next(query))
		at = db_number(query, 0);
	db_query_free(query);
	return at;
}

/*
 * The time of a talk's opening at `at`: each has one of its own, and the last
 * one the latest, also within a millisecond or where the clock was set back.
 */
static long long
time_to_open(struct db *db, const char *key, long long at)
{
	struct db_query *query = db_query(db,
	    "SELECT max(CAST(substr(name, 8) AS INTEGER)) FROM mark"
	    " WHERE key = ?1 AND name GLOB 'opened:*'");
	long long last;

	db_set_text(query, 1, key, strlen(key));
	last = db_next(query) ? db_number(query, 0) : 0;
	db_query_free(query);
	return at > last ? at : last + 1;
}

static long long
write_kind(struct db *db, const struct mark *mark, enum mark_kind kind, bool on,
    const char *text, long long at)
{
	char name[LONGEST_TAG + 8];

	if (kind == MARK_OPENED) {
		at = time_to_open(db, mark->key, at);
		snprintf(name, sizeof(name), "%s%lld", name_of(kind), at);
	} else {
		snprintf(name, sizeof(name), "%s%s", name_of(kind),
		    kind == MARK_TAGGED ? text : "");
	}
	at = write_mark(db, mark->key, name,
	    !on                      ? ""
		: kind == MARK_NOTED ? text
				     : "1",
	    at);
	write_talk(db, mark, at);
	return at;
}

/* Writes all that is known of the marks of a talk. */
static void
write_all(struct db *db, const struct mark *mark)
{
	const struct {
		enum mark_kind kind;
		long long at;
	} times[] = {
	    {MARK_BOOKMARKED, mark->bookmarked_at},
	    {MARK_SEEN, mark->seen_at},
	    {MARK_NOTED, mark->noted_at},
	    {MARK_OPENED, mark->opened_at},
	};
	char tag[LONGEST_TAG + 1];

	for (size_t i = 0; i < sizeof(times) / sizeof(*times); i++) {
		if (mark->annotations.kinds & times[i].kind)
			write_kind(db, mark, times[i].kind, true,
			    mark->annotations.note, times[i].at);
	}
	for (const char *s = mark->annotations.tags; *s; s += word_length(s)) {
		snprintf(tag, sizeof(tag), "%.*s", (int)strcspn(s, " "), s);
		write_kind(db, mark, MARK_TAGGED, true, tag, 1);
	}
}

/* Opening. */

/*
 * Replaces a damaged file, and puts in the new one what could be read of the old
 * one or is still known from before.
 */
static enum marks_file_state
replace(struct marks *marks, struct mark_list *saved, struct err *err)
{
	struct err why = {""};
	char *moved = marks_file_replace(&marks->file, &why);
	struct marks_file *file = &marks->file;

	if (moved && file->ready) {
		size_t n = 0;

		marks_file_begin(file);
		while (n < saved->n)
			write_all(file->db, &saved->mark[n++]);
		if (!db_end(file->db))
			n = 0;
		db_settle(file->db, NULL);
		err_set(err,
		    "%s; it is now %s, and the marks of %zu talks were saved",
		    why.msg, moved, n);
	} else {
		err_set(err, "%s", why.msg);
	}
	free(moved);
	if (file->ready)
		reload(marks, NULL);
	return file->ready ? MARKS_FILE_READY : MARKS_FILE_REFUSED;
}

/* What is known of a damaged file: more may be in it than was read of it. */
static struct mark_list
salvage(struct marks *marks)
{
	struct mark_list saved = {0};

	if (marks->file.db && (marks->only || marks->list.n == 0)) {
		list_read(&saved, &marks->file, NULL);
		db_settle(marks->file.db, NULL);
	}
	if (saved.n == 0) {
		list_free(&saved);
		saved = marks->list;
		marks->list = (struct mark_list){0};
	}
	return saved;
}

/* Opens the file and reads it; see marks_file_open(). */
static enum marks_file_state
connect_file(struct marks *marks, struct err *err)
{
	struct marks_file *file = &marks->file;
	struct err why = {""};
	enum marks_file_state state = marks_file_open(file, &why);
	enum db_fault fault = DB_FINE;

	if (state == MARKS_FILE_READY)
		fault = reload(marks, &why);
	if (state == MARKS_FILE_DAMAGED || fault == DB_DAMAGED) {
		struct mark_list saved = salvage(marks);

		state = replace(marks, &saved, &why);
		list_free(&saved);
	} else if (fault != DB_FINE) {
		file->ready = false;
		state = fault == DB_BUSY ? MARKS_FILE_BUSY : MARKS_FILE_REFUSED;
	}
	err_set(err, "%s", why.msg);
	return state;
}

/* The keys of the talks as a JSON array; to be freed. */
static char *
keys_of(const struct notes *notes)
{
	char *keys = NULL;
	size_t len;
	FILE *out = open_memstream(&keys, &len);

	if (!out)
		return NULL;
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		putc(i > 0 ? ',' : '[', out);
		json_string(out, notes->talks[i].key);
	}
	putc(']', out);
	fclose(out);
	return keys;
}

struct marks *
marks_open(const char *path, const struct notes *only, struct err *err)
{
	struct marks *marks = mem_alloc(1, sizeof(*marks));
	struct err why = {""};
	enum marks_file_state state = MARKS_FILE_REFUSED;

	if (only && only->ntalks > 0 && only->ntalks < MANY)
		marks->only = keys_of(only);
	if (path) {
		marks->file.path = userfile_absolute(path);
		state = connect_file(marks, &why);
		err_set(err, "%s%s", why.msg,
		    state == MARKS_FILE_REFUSED || state == MARKS_FILE_DAMAGED
			? "; " MEMORY_ONLY
			: "");
	} else {
		err_set(err, "%s", "");
	}
	/* In memory there is nothing to open before the first change. */
	if (state == MARKS_FILE_REFUSED || state == MARKS_FILE_DAMAGED) {
		free(marks->file.path);
		marks->file.path = NULL;
	}
	return marks;
}

void
marks_close(struct marks *marks)
{
	if (!marks)
		return;
	marks_file_close(&marks->file);
	list_free(&marks->list);
	free(marks->only);
	free(marks->file.path);
	free(marks);
}

void
marks_read_all(struct marks *marks)
{
	char *only = marks->only;

	if (!only)
		return;
	marks->only = NULL;
	free(only);
	if (marks->file.ready)
		reload(marks, NULL);
}

bool
marks_are_kept(const struct marks *marks)
{
	return marks->file.path && marks->file.ready && marks->file.writable;
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

	return mark ? mark->annotations.kinds : 0;
}

/* Opens the file again where that may help. */
struct marks_file *
marks_to_read(struct marks *marks, struct err *err)
{
	struct marks_file *file = &marks->file;

	if (file->ready && !marks_file_has_moved(file))
		return file;
	if (file->path)
		return connect_file(marks, err) == MARKS_FILE_READY ? file
								    : NULL;
	return marks_file_open(file, err) == MARKS_FILE_READY ? file : NULL;
}

struct marks_file *
marks_to_change(struct marks *marks, struct err *err)
{
	struct marks_file *file = &marks->file;

	/* It may be writable by now. */
	if (!file->writable)
		file->ready = false;
	return marks_to_read(marks, err) && file->writable ? file : NULL;
}

void
marks_changed(struct marks *marks)
{
	reload(marks, NULL);
}

static const char *
keep(struct arena *arena, const char *s)
{
	return s ? arena_dup(arena, s, strlen(s)) : NULL;
}

/* Makes in the list a change that was made in the database. */
static void
list_change(struct mark_list *list, const struct mark *talk,
    enum mark_kind kind, bool on, const char *text, long long at)
{
	struct mark *mark = find_mark(list, talk->key);
	const struct mark none = {.key = "", .annotations = {0, "", ""}};

	if (!list->arena)
		list->arena = arena_new();
	if (!mark)
		mark = list_add(list, place_of(list, talk->key), &none);
	mark->key = keep(list->arena, talk->key);
	mark->title = keep(list->arena, talk->title);
	mark->speakers = keep(list->arena, talk->speakers);
	mark->url = keep(list->arena, talk->url);
	set_kind(list->arena, mark, kind, on, keep(list->arena, text), at);
	if (mark->annotations.kinds == 0)
		list_remove(list, (size_t)(mark - list->mark));
}

bool
marks_set(struct marks *marks, const struct talk *talk, enum mark_kind kind,
    bool on, const char *text, struct err *err)
{
	struct err why = {""};
	struct marks_file *file = marks_to_change(marks, &why);

	if (!file)
		return err_set(err, "%s", why.msg);

	char *speakers = notes_speakers(talk);
	const struct mark mark = {
	    .key = talk->key,
	    .title = talk->title,
	    .speakers = speakers,
	    .url = talk->url,
	};

	marks_file_begin(file);
	long long at = write_kind(
	    file->db, &mark, kind, on, text, clock_date());

	/* Not read again: that might fail, and what is done is to be shown. */
	if (db_end(file->db)) {
		list_change(&marks->list, &mark, kind, on, text, at);
		marks->changes++;
	}
	free(speakers);

	enum db_fault fault = db_settle(file->db, &why);

	if (fault == DB_FINE)
		return true;
	/* Looked at anew next time: it may be damaged or replaced. */
	file->ready = !file->path || fault == DB_BUSY;
	return err_set(err, "%s; the mark was not changed", why.msg);
}

bool
marks_refresh(struct marks *marks)
{
	struct marks_file *file = &marks->file;
	bool changed = false;

	if (!file->path)
		return false;
	if (!file->ready || marks_file_has_moved(file))
		return connect_file(marks, NULL) == MARKS_FILE_READY;
	/* Another's change under way is shown when it is done. */
	db_wait(file->db, 0);
	long long version = db_ask(file->db, "PRAGMA data_version");

	if (db_settle(file->db, NULL) == DB_FINE &&
	    version != marks->data_version)
		changed = reload(marks, NULL) == DB_FINE;
	db_wait(file->db, MARKS_FILE_PATIENCE);
	return changed;
}

unsigned long
marks_changes(const struct marks *marks)
{
	return marks->changes;
}

const struct mark *
marks_list(const struct marks *marks, size_t *count)
{
	*count = marks->list.n;
	return marks->list.mark;
}
