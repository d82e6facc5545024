#include "lectern/marks/marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/base/userfile.h"
#include "marks/held.h"
#include "marks/mark_change.h"
#include "marks/mark_keys.h"
#include "marks/mark_list.h"
#include "marks/marks_file.h"
#include "marks/marks_write.h"
#include "marks/pairs_file.h"
#include "marks/reread.h"
#include "marks/take_over.h"

#define HELD_MOST 200 /* changes that are made between two keys */

struct marks {
	struct marks_file file;
	struct mark_list list;
	char *only;             /* keys that are read, as JSON; NULL: all */
	long long data_version; /* sqlite's, when list was read */
	unsigned long changes;
	enum marks_file_state state; /* when it was last opened */
	bool at_once;                /* nothing is waited for */
	struct held held;

	struct reread *reread;   /* under way, or NULL; begun at */
	long long begun_version; /* this data_version, */
	unsigned long begun;     /* after so many changes */
	bool first;              /* it reads what nobody could before */
};

/* Reads the marks again; keeps the old ones if that fails. */
static enum db_fault
reload(struct marks *marks, struct err *err)
{
	struct db *db = marks->file.db;
	struct mark_list list = {0};
	/* Asked first, so that a change during the reading is noticed later. */
	long long version = db_ask(db, "PRAGMA data_version");

	if (marks->only && marks_file_is_small(&marks->file)) {
		free(marks->only);
		marks->only = NULL;
	}
	mark_list_read(&list, &marks->file, marks->only);

	enum db_fault fault = db_settle(db, err);

	if (fault != DB_FINE && marks->list.n > 0) {
		mark_list_free(&list);
		return fault;
	}
	mark_list_free(&marks->list);
	marks->list = list;
	marks->data_version = version;
	marks->changes++;
	return fault;
}

/*
 * Begins to read the marks in the background, if that is worth it: keys are not
 * to wait for many of them.
 */
static bool
read_apart(struct marks *marks)
{
	const struct marks_file *file = &marks->file;

	if (!marks->at_once || marks->reread || marks->only ||
	    !reread_pays(file))
		return marks->reread != NULL;
	marks->begun_version = db_ask(file->db, "PRAGMA data_version");
	marks->begun = marks->changes;
	if (db_settle(file->db, NULL) == DB_FINE)
		marks->reread = reread_begin(file->path);
	return marks->reread != NULL;
}

/* Takes what was read so, unless it lacks what was changed meanwhile. */
static bool
take_reread(struct marks *marks)
{
	struct mark_list list;
	bool good = reread_end(marks->reread, &list) &&
	    marks->begun == marks->changes;

	marks->reread = NULL;
	marks->first = false;
	if (!good) {
		mark_list_free(&list);
		return false;
	}
	mark_list_free(&marks->list);
	marks->list = list;
	marks->data_version = marks->begun_version;
	marks->changes++;
	return true;
}

/* Opening. */

/* Writes the older keys of talks. */
static void
write_older(struct db *db, const struct mark_list *list)
{
	for (size_t i = 0; i < list->older.n; i++) {
		const struct strmap_entry *entry = &list->older.entry[i];

		mark_keys_join(db, list->best[entry->value], entry->key);
	}
}

/*
 * Replaces a damaged file, and writes to the new one what could be read of the
 * old one, or was in memory.
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
			marks_write_all(file->db, &saved->mark[n++]);
		write_older(file->db, saved);
		pairs_file_save(file->db, moved);
		if (!db_end(file->db))
			n = 0;
		db_settle(file->db, NULL);
		err_set(err,
		    ngettext("%s; it is now %s; marks of %zu talk were saved",
			"%s; it is now %s; marks of %zu talks were saved", n),
		    why.msg, moved, n);
	} else {
		err_set(err, "%s", why.msg);
	}
	free(moved);
	if (file->ready)
		reload(marks, NULL);
	return file->ready ? MARKS_FILE_READY : MARKS_FILE_REFUSED;
}

/*
 * Saves what is known of a damaged file: it may have more than was read so far.
 */
static struct mark_list
salvage(struct marks *marks)
{
	struct mark_list saved = {0};

	if (marks->file.db && (marks->only || marks->list.n == 0)) {
		mark_list_read(&saved, &marks->file, NULL);
		db_settle(marks->file.db, NULL);
	}
	if (saved.n == 0) {
		mark_list_free(&saved);
		saved = marks->list;
		marks->list = (struct mark_list){0};
	}
	return saved;
}

/* Opens the file, unless it is open and only its marks are still read. */
static enum marks_file_state
open_file(struct marks *marks, struct err *err)
{
	if (marks->first && !marks_file_has_moved(&marks->file))
		return MARKS_FILE_READY;
	marks->first = false;
	return marks_file_open(&marks->file, err);
}

/*
 * Whether the marks of a file that another program held are read in the
 * background, while keys are answered.
 */
static bool
reads_first(struct marks *marks)
{
	if (marks->file.patience > MARKS_FILE_AT_ONCE ||
	    marks->state != MARKS_FILE_BUSY)
		return false;
	if (marks->first)
		return !reread_ended(marks->reread);
	marks->first = !marks->reread && read_apart(marks);
	return marks->first;
}

/* Opens the file and reads it; see marks_file_open(). */
static enum marks_file_state
connect_file(struct marks *marks, struct err *err)
{
	struct marks_file *file = &marks->file;
	struct err why = {""};
	enum marks_file_state state = open_file(marks, &why);
	enum db_fault fault = DB_FINE;

	if (state == MARKS_FILE_READY && reads_first(marks)) {
		file->ready = false;
		err_set(err, _("%s: its marks are being read"), file->path);
		return MARKS_FILE_BUSY;
	}
	file->ready = state == MARKS_FILE_READY;
	if (file->ready && !(marks->first && take_reread(marks)))
		fault = reload(marks, &why);
	if (state == MARKS_FILE_DAMAGED || fault == DB_DAMAGED) {
		struct mark_list saved = salvage(marks);

		state = replace(marks, &saved, &why);
		mark_list_free(&saved);
	} else if (fault != DB_FINE) {
		file->ready = false;
		state = fault == DB_BUSY ? MARKS_FILE_BUSY : MARKS_FILE_REFUSED;
	}
	marks->state = state;
	err_set(err, "%s", why.msg);
	return state;
}

/* `only` is taken; NULL: all keys. */
static struct marks *
open_marks(const char *path, char *only, bool at_once, struct err *err)
{
	struct marks *marks = mem_alloc(1, sizeof(*marks));
	struct err why = {""};
	enum marks_file_state state = MARKS_FILE_REFUSED;

	marks->only = only;
	marks->at_once = at_once;
	marks->file.patience = at_once ? MARKS_FILE_AT_ONCE
				       : MARKS_FILE_PATIENCE;
	if (path) {
		marks->file.path = userfile_absolute(path);
		state = connect_file(marks, &why);
		err_set(err,
		    state == MARKS_FILE_REFUSED || state == MARKS_FILE_DAMAGED
			? _("%s; marks last only until you quit")
			: "%s",
		    why.msg);
	} else {
		err_set(err, "%s", "");
	}
	/* Without a file, memory is set up at the first change. */
	if (state == MARKS_FILE_REFUSED || state == MARKS_FILE_DAMAGED) {
		free(marks->file.path);
		marks->file.path = NULL;
	}
	return marks;
}

struct marks *
marks_open(const char *path, const struct notes *only, struct err *err)
{
	return open_marks(path, marks_file_keys(only), false, err);
}

struct marks *
marks_open_at_once(const char *path, const struct notes *only, struct err *err)
{
	return open_marks(path, marks_file_keys(only), true, err);
}

struct marks *
marks_open_unread(const char *path, struct err *err)
{
	return open_marks(path, mem_dup("[]", 2), false, err);
}

void
marks_close(struct marks *marks)
{
	if (!marks)
		return;
	struct mark_list list;

	reread_end(marks->reread, &list);
	mark_list_free(&list);
	marks_file_close(&marks->file);
	mark_list_free(&marks->list);
	held_free(&marks->held);
	free(marks->only);
	free(marks->file.path);
	free(marks);
}

void
marks_read_all(struct marks *marks)
{
	if (!marks->only)
		return;
	free(marks->only);
	marks->only = NULL;
	if (marks->file.ready && !read_apart(marks))
		reload(marks, NULL);
}

/* Writes that talks had other keys; false if that is not possible now. */
static bool
keep_taken(struct marks *marks, const struct taken *taken, size_t n)
{
	struct marks_file *file = marks_to_change(marks, NULL);

	if (!file)
		return false;
	marks_file_begin(file);
	for (size_t i = 0; i < n; i++) {
		const struct talk *talk = taken[i].talk;

		mark_keys_join(file->db, talk->key, taken[i].mark->key);
		if (talk->conference)
			marks_write_conference(
			    file->db, talk->key, talk->conference);
	}
	mark_keys_settle(file->db);
	db_end(file->db);
	/* Of many marks, those in memory are right until they are read. */
	return db_settle(file->db, NULL) == DB_FINE && !read_apart(marks) &&
	    reload(marks, NULL) == DB_FINE;
}

bool
marks_take_over(struct marks *marks, const struct notes *notes)
{
	size_t n;
	bool used = take_over_own_keys(&marks->list, notes);
	struct taken *taken = take_over_find(&marks->list, notes, &n);

	/* If the file cannot be written, this holds for this run. */
	if (n > 0 && !keep_taken(marks, taken, n))
		for (size_t i = 0; i < n; i++)
			mark_list_alias(&marks->list, taken[i].mark->key,
			    taken[i].talk->key);
	if (n > 0)
		marks->changes++;
	free(taken);
	return used || n > 0;
}

bool
marks_are_read(const struct marks *marks)
{
	return marks->file.path && marks->file.ready;
}

bool
marks_are_kept(const struct marks *marks)
{
	return marks->file.path && marks->file.ready && marks->file.writable;
}

bool
marks_are_awaited(const struct marks *marks)
{
	return marks->held.n > 0 ||
	    (!marks->file.ready && marks->state == MARKS_FILE_BUSY);
}

const struct mark *
marks_get(const struct marks *marks, const char *key)
{
	return mark_list_find(&marks->list, key);
}

unsigned
marks_of(const struct marks *marks, const struct talk *talk)
{
	const struct mark *mark = marks_get(marks, talk->key);

	return mark ? mark->annotations.kinds : 0;
}

/* Opens the file again if that may help. */
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

	/* The file may have become writable. */
	file->ready = file->ready && file->writable;
	return marks_to_read(marks, err) && file->writable ? file : NULL;
}

void
marks_changed(struct marks *marks)
{
	reload(marks, NULL);
}

/*
 * Makes changes in one transaction, unless the file has to be looked at anew or
 * waited for.
 */
static enum db_fault
write_changes(
    struct marks *marks, struct mark_change *change, size_t n, struct err *err)
{
	struct marks_file *file = &marks->file;
	enum db_fault fault;

	marks_file_begin(file);
	for (size_t i = 0; i < n; i++) {
		struct mark_change now = change[i];

		now.told.key = mark_list_key(&marks->list, now.told.key);
		change[i].at = marks_write(file->db, &now);
	}

	/* They are applied in memory: reading the file again could fail. */
	if (db_end(file->db)) {
		mark_list_set(&marks->list, change, n);
		marks->changes++;
	}
	fault = db_settle(file->db, err);
	/* Look at the file again next time: it may be damaged or replaced. */
	if (fault != DB_FINE)
		file->ready = !file->path || fault == DB_BUSY;
	return fault;
}

/* Makes changes now or, where that is not waited for, when it can be. */
static bool
change_now(
    struct marks *marks, struct mark_change *change, size_t n, struct err *err)
{
	struct err why = {""};
	bool busy, opened = marks_to_change(marks, &why) != NULL;

	if (opened) {
		enum db_fault fault = write_changes(marks, change, n, &why);

		if (fault == DB_FINE) {
			held_over(&marks->held, change, n);
			return true;
		}
		busy = fault == DB_BUSY;
	} else {
		busy = marks->state == MARKS_FILE_BUSY;
	}
	if (busy && marks->at_once) {
		for (size_t i = 0; i < n; i++)
			held_add(&marks->held, &change[i]);
		return err_set(err, "%s",
		    ngettext("the mark waits for another program",
			"the marks wait for another program", n));
	}
	return err_set(err,
	    !opened ? "%s"
		    : ngettext("%s; the mark was not changed",
			  "%s; the marks were not changed", n),
	    why.msg);
}

bool
marks_set_all(struct marks *marks, const struct marks_change *changes, size_t n,
    struct err *err)
{
	struct arena *arena = arena_new();
	struct mark_change *change = mem_alloc(n, sizeof(*change));

	for (size_t i = 0; i < n; i++)
		change[i] = mark_change_now(arena, changes[i].talk,
		    changes[i].kind, changes[i].on, changes[i].text);
	bool good = change_now(marks, change, n, err);

	free(change);
	arena_free(arena);
	return good;
}

bool
marks_set(struct marks *marks, const struct talk *talk, enum mark_kind kind,
    bool on, const char *text, struct err *err)
{
	return marks_set_all(
	    marks, &(struct marks_change){talk, kind, on, text}, 1, err);
}

/*
 * Makes the changes that were held, or the first `most` of them; false if that
 * cannot be done now.
 */
static bool
let_go(struct marks *marks, size_t most, struct err *err)
{
	size_t n;
	struct mark_change *change = held_next(&marks->held, most, &n);

	if (!marks_to_change(marks, err) ||
	    write_changes(marks, change, n, err) != DB_FINE)
		return false;
	held_made(&marks->held, n);
	return true;
}

bool
marks_finish(struct marks *marks, struct err *err)
{
	struct err why = {""};
	size_t n = marks->held.n - marks->held.done;

	marks->file.patience = MARKS_FILE_PATIENCE;
	if (marks->file.db)
		db_wait(marks->file.db, marks->file.patience);
	return n == 0 || let_go(marks, n, &why) ||
	    err_set(err,
		ngettext("%s; %zu mark was not set",
		    "%s; %zu marks were not set", n),
		why.msg, n);
}

/* Whether others changed the file, which is open; reads it anew then. */
static bool
take_changes(struct marks *marks)
{
	struct db *db = marks->file.db;
	long long version = db_ask(db, "PRAGMA data_version");

	if (db_settle(db, NULL) != DB_FINE)
		return false;
	if (reread_ended(marks->reread)) {
		if (take_reread(marks))
			return true;
		read_apart(marks);
		return false;
	}
	return version != marks->data_version && !read_apart(marks) &&
	    reload(marks, NULL) == DB_FINE;
}

bool
marks_refresh(struct marks *marks)
{
	struct marks_file *file = &marks->file;
	int patience = file->patience;
	bool changed, apart = marks->reread != NULL;

	if (!file->path)
		return false;
	file->patience = 0;
	if (!file->ready || marks_file_has_moved(file)) {
		changed = connect_file(marks, NULL) == MARKS_FILE_READY;
	} else {
		db_wait(file->db, 0);
		changed = take_changes(marks);
	}
	/* Many marks that were just read are taken before they change again. */
	if (marks->held.n > 0 && file->ready && !(apart && changed))
		changed = let_go(marks, HELD_MOST, NULL) || changed;
	file->patience = patience;
	if (file->db)
		db_wait(file->db, patience);
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

const uint32_t *
marks_by_title(struct marks *marks)
{
	mark_list_sort(&marks->list);
	return marks->list.by_title;
}
