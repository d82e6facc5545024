#include "lectern/marks/sync.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/base/background.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/progress.h"
#include "lectern/base/text.h"
#include "lectern/base/userfile.h"
#include "lectern/marks/merge.h"
#include "marks/marks_file.h"
#include "marks/reread.h"

/*
 * The database records which state of a file was merged, by what stat() says of
 * it.  For the sync file it also records the state of the marks when the file
 * was written: their number, and the sum of their times.  So neither has to be
 * read to know that nothing has changed.
 *
 * The file is always merged before it is written, and checked once more just
 * before the new one replaces it.
 */

#define STAMP_BYTES 128
#define SYNC_BYTES  16000000 /* of a file; more would hold keys up */
#define LARGE_BYTES 500000   /* that take longer than one waits at the end */
#define LEAVING     90       /* milliseconds that are waited for a stop */

/* The state of a file when it was last looked at. */
struct seen {
	char *path;
	char stamp[STAMP_BYTES];
	bool good; /* it was merged, or is not there */
};

/* What a file and its folder were, and after how many changes of marks. */
struct state {
	char file[STAMP_BYTES], folder[STAMP_BYTES];
	unsigned long changes;
};

struct sync {
	struct marks *marks;
	char *path, *folder;
	const char *name; /* in the folder */
	struct seen *seen;
	size_t nseen, cap;
	char folder_stamp[STAMP_BYTES]; /* when copies were looked for */
	bool checked;          /* the marks were compared with the file, */
	unsigned long changes; /* after so many changes */
	struct err told;       /* the failure that was told last */

	struct parallel_task *task; /* has all of the above until it ends, */
	char *db;                   /* and opens this: marks are not its own */
	bool good;                  /* what came of it, */
	struct err why;             /* and why not */
	struct state begun;         /* when it was last begun */

	struct progress progress; /* stops it */
	atomic_bool stopped;
	atomic_bool large;   /* a file, or the marks, may take long */
	atomic_bool writing; /* what would be left beside the file */
	bool left;           /* for sync_free() to do */
};

/* What stat() says of a file; "" if there is none. */
static void
stamp_of(const char *path, char stamp[STAMP_BYTES])
{
	struct stat st;

	*stamp = '\0';
	if (stat(path, &st) == 0)
		snprintf(stamp, STAMP_BYTES, "%llx:%llx:%lld:%lld.%09ld",
		    (unsigned long long)st.st_dev,
		    (unsigned long long)st.st_ino, (long long)st.st_size,
		    (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
}

static bool
go_on(void *user, size_t done, size_t total)
{
	const struct sync *sync = user;

	(void)done, (void)total;
	return !atomic_load(&sync->stopped);
}

struct sync *
sync_new(struct marks *marks, const char *path)
{
	struct sync *sync = mem_alloc(1, sizeof(*sync));
	const char *slash;

	sync->marks = marks;
	sync->progress = (struct progress){.tell = go_on, .user = sync};
	atomic_init(&sync->stopped, false);
	atomic_init(&sync->large, false);
	atomic_init(&sync->writing, false);
	sync->path = userfile_target(path);
	slash = strrchr(sync->path, '/');
	sync->name = slash ? slash + 1 : sync->path;
	sync->folder = mem_dup(sync->path, (size_t)(sync->name - sync->path));
	return sync;
}

/*
 * What is recorded of a file: its stamp, and that of the marks when it was
 * written.
 */

static void
recall(struct sync *sync, const char *path, const char *column,
    char text[STAMP_BYTES])
{
	struct marks_file *file = marks_to_read(sync->marks, NULL);
	char sql[96];

	*text = '\0';
	if (!file)
		return;
	snprintf(
	    sql, sizeof(sql), "SELECT %s FROM merged WHERE path = ?1", column);

	struct db_query *query = db_query(file->db, sql);

	db_set_text(query, 1, path, strlen(path));
	if (db_next(query))
		snprintf(text, STAMP_BYTES, "%s", db_text(query, 0, NULL));
	db_query_free(query);
	db_settle(file->db, NULL);
}

static void
record(
    struct sync *sync, const char *path, const char *stamp, const char *marks)
{
	struct marks_file *file = marks_to_change(sync->marks, NULL);

	if (!file)
		return;
	struct db_query *query = db_query(file->db,
	    "INSERT INTO merged (path, stamp, marks) VALUES (?1, ?2, ?3)"
	    " ON CONFLICT (path) DO UPDATE SET stamp = excluded.stamp,"
	    " marks = excluded.marks");

	db_set_text(query, 1, path, strlen(path));
	db_set_text(query, 2, stamp, strlen(stamp));
	db_set_text(query, 3, marks, strlen(marks));
	db_next(query);
	db_query_free(query);
	db_settle(file->db, NULL);
}

/* The stamp of all marks. */
static void
sum_marks(struct sync *sync, char text[STAMP_BYTES])
{
	struct marks_file *file = marks_to_read(sync->marks, NULL);

	*text = '\0';
	if (!file)
		return;
	struct db_query *query = db_query(file->db,
	    "SELECT count(*) || ':' || ifnull(sum(at % 1000000007), 0) || ':'"
	    " || ifnull(sum(length(value)), 0) FROM mark");

	if (db_next(query))
		snprintf(text, STAMP_BYTES, "%s", db_text(query, 0, NULL));
	db_query_free(query);
	db_settle(file->db, NULL);
}

/* Merging. */

static struct seen *
find_seen(struct sync *sync, const char *path)
{
	struct seen *seen;

	for (size_t i = 0; i < sync->nseen; i++) {
		if (strcmp(sync->seen[i].path, path) == 0)
			return &sync->seen[i];
	}
	sync->seen = mem_grow(
	    sync->seen, &sync->cap, sync->nseen + 1, sizeof(*seen));
	seen = &sync->seen[sync->nseen++];
	*seen = (struct seen){.path = mem_dup(path, strlen(path))};
	recall(sync, path, "stamp", seen->stamp);
	seen->good = true;
	return seen;
}

/* Notes if a file is large. */
static void
note_size(struct sync *sync, const char *path)
{
	struct stat st;

	if (stat(path, &st) == 0 && st.st_size > LARGE_BYTES)
		atomic_store(&sync->large, true);
}

/* Merges a file if it has changed; sets `*changed` if marks have changed. */
static bool
merge(struct sync *sync, const char *path, bool *changed, struct err *err)
{
	struct seen *seen = find_seen(sync, path);
	struct merged merged = {0};
	char stamp[STAMP_BYTES];
	FILE *file;

	stamp_of(path, stamp);
	if (strcmp(stamp, seen->stamp) == 0)
		return true;
	memcpy(seen->stamp, stamp, sizeof(stamp));
	seen->good = true;
	sync->checked = false;
	if (!*stamp)
		return true;
	file = userfile_open(path, SYNC_BYTES, err);
	note_size(sync, path);
	seen->good = file &&
	    merge_import(
		sync->marks, file, path, false, &sync->progress, &merged, err);
	if (file)
		fclose(file);
	if (merged.busy || progress_stopped(&sync->progress)) {
		/* As if it had not been looked at: it is tried again. */
		seen->good = true;
		snprintf(seen->stamp, sizeof(seen->stamp), "?");
		return err_set(err, "%s", "");
	}
	if (!seen->good)
		return false;
	/* The sync file is recorded later, once it has all marks. */
	if (strcmp(path, sync->path) != 0)
		record(sync, path, stamp, "");
	*changed = *changed || merged.added > 0 || merged.changed > 0;
	return true;
}

/*
 * Whether a name in the folder is that of a conflicting copy: the name of the
 * file with an insertion that has "conflict" in it (Syncthing, Dropbox,
 * Nextcloud, Seafile), or is a number in parentheses.
 */
static bool
is_copy(const struct sync *sync, const char *name)
{
	const char *dot = strrchr(sync->name, '.');
	size_t stem = dot && dot > sync->name ? (size_t)(dot - sync->name)
					      : strlen(sync->name);
	size_t end = strlen(sync->name + stem), len = strlen(name);

	if (len <= stem + end || strncmp(name, sync->name, stem) != 0 ||
	    strcmp(name + len - end, sync->name + stem) != 0)
		return false;

	char *between = mem_dup(name + stem, len - stem - end);
	const char *s = between + strspn(between, " ");
	size_t digits = *s == '(' ? strspn(s + 1, "0123456789") : 0;

	bool is = digits > 0 && strcmp(s + 1 + digits, ")") == 0;

	for (s = between; *s && !is; s++)
		is = text_ascii_same(s, "conflict", 8);
	free(between);
	return is;
}

/* Merges copies, if the folder has changed. */
static bool
merge_copies(struct sync *sync, bool *changed, struct err *err)
{
	char stamp[STAMP_BYTES];
	struct dirent *entry;
	bool good = true;
	DIR *folder;

	stamp_of(sync->folder, stamp);
	if (strcmp(stamp, sync->folder_stamp) == 0)
		return true;
	memcpy(sync->folder_stamp, stamp, sizeof(stamp));
	folder = opendir(sync->folder);
	if (!folder)
		return err_set(err, "%s: %s", sync->folder, strerror(errno));
	while ((entry = readdir(folder))) {
		if (!is_copy(sync, entry->d_name))
			continue;

		char *path = mem_printf("%s%s", sync->folder, entry->d_name);

		good = merge(sync, path, changed, err) && good;
		free(path);
	}
	closedir(folder);
	return good;
}

/* Writing. */

/* Returns the text that the file should have, to be freed. */
static char *
export_all(struct sync *sync, size_t *len, struct err *err)
{
	char *text = NULL;
	FILE *out = mem_open(&text, len);
	bool good = merge_export(
	    sync->marks, out, MERGE_LINES, &sync->progress, err);

	fclose(out);
	if (good)
		return text;
	free(text);
	return NULL;
}

/*
 * Whether the file has this text already: writing it would only make it travel.
 */
static bool
has_text(const char *path, const char *text, size_t len)
{
	char buffer[65536];
	FILE *file = userfile_open(path, SYNC_BYTES, NULL);
	size_t at = 0, n = 0;

	while (file && (n = fread(buffer, 1, sizeof(buffer), file)) > 0 &&
	    n <= len - at && memcmp(buffer, text + at, n) == 0)
		at += n;
	if (file)
		fclose(file);
	return file && n == 0 && at == len;
}

/* Replaces the file by the text; false if another program was faster. */
static bool
replace(struct sync *sync, const char *text, size_t len, struct err *err)
{
	struct seen *seen = find_seen(sync, sync->path);
	char *path, stamp[STAMP_BYTES];
	bool good = false;

	atomic_store(&sync->writing, true);
	path = userfile_write_beside(sync->path, text, len, err);
	if (!path)
		goto out;
	stamp_of(sync->path, stamp);
	if (strcmp(stamp, seen->stamp) == 0) {
		good = rename(path, sync->path) == 0 ||
		    err_set(err, "%s: %s", sync->path, strerror(errno));
		stamp_of(sync->path, seen->stamp);
	}
	if (!good)
		unlink(path);
	free(path);
out:
	atomic_store(&sync->writing, false);
	return good;
}

/* Whether neither file nor marks have changed since they were last in step. */
static bool
is_up_to_date(struct sync *sync, const char *sum)
{
	const struct seen *seen = find_seen(sync, sync->path);
	char stamp[STAMP_BYTES], marks[STAMP_BYTES];

	recall(sync, sync->path, "stamp", stamp);
	recall(sync, sync->path, "marks", marks);
	return *seen->stamp && strcmp(stamp, seen->stamp) == 0 &&
	    strcmp(marks, sum) == 0;
}

/*
 * Writes the file if it may lack something; false with an empty message: try
 * again.
 */
static bool
write_file(struct sync *sync, struct err *err)
{
	unsigned long changes = marks_changes(sync->marks);
	char sum[STAMP_BYTES], *text = NULL;
	size_t len = 0;
	bool good = true;

	if (sync->checked && sync->changes == changes)
		return true;
	sum_marks(sync, sum);
	/* Without marks, no file is created. */
	if (!is_up_to_date(sync, sum) && strncmp(sum, "0:", 2) != 0) {
		text = export_all(sync, &len, err);
		good = text &&
		    (has_text(sync->path, text, len) ||
			replace(sync, text, len, err));
		if (good)
			record(sync, sync->path,
			    find_seen(sync, sync->path)->stamp, sum);
		free(text);
	}
	sync->checked = good;
	sync->changes = changes;
	return good;
}

static bool
keep(struct sync *sync, bool *changed, struct err *err)
{
	struct err why = {""};
	bool good;

	*changed = false;
	good = merge(sync, sync->path, changed, &why) &&
	    merge_copies(sync, changed, &why);
	/* A file that is not understood is not overwritten. */
	if (good && find_seen(sync, sync->path)->good)
		good = write_file(sync, &why);
	if (good)
		sync->told.msg[0] = '\0';
	if (good || !why.msg[0] || strcmp(why.msg, sync->told.msg) == 0)
		return true;
	sync->told = why;
	return err_set(err, "%s", why.msg);
}

/* Takes what came of the task, which has ended or is waited for. */
static bool
end_task(struct sync *sync, struct err *err)
{
	parallel_end(sync->task);
	sync->task = NULL;
	return sync->good || err_set(err, "%s", sync->why.msg);
}

bool
sync_keep(struct sync *sync, bool *changed, struct err *err)
{
	*changed = false;
	if (sync->task && !end_task(sync, err))
		return false;
	return keep(sync, changed, err);
}

/* In the background. */

/*
 * Marks of its own, so that it can wait for others and hold nobody up.  How many
 * changes they had says nothing of the caller's.
 */
static void
keep_apart(void *argument)
{
	struct sync *sync = argument;
	struct marks *marks = sync->marks;
	bool changed;

	sync->marks = marks_open_unread(sync->db, NULL);
	sync->checked = false;
	sync->good = keep(sync, &changed, &sync->why);
	marks_close(sync->marks);
	sync->marks = marks;
}

static void
look(struct sync *sync, struct state *state)
{
	stamp_of(sync->path, state->file);
	stamp_of(sync->folder, state->folder);
	state->changes = marks_changes(sync->marks);
}

/* Whether something has changed since it was last begun, or was left undone. */
static bool
is_due(struct sync *sync, const struct state *state)
{
	const struct state *begun = &sync->begun;

	if (strcmp(state->file, begun->file) != 0 ||
	    strcmp(state->folder, begun->folder) != 0 ||
	    state->changes != begun->changes || sync->nseen == 0)
		return true;
	return !sync->checked && find_seen(sync, sync->path)->good;
}

/* Prepares a task; false: none is possible. */
static bool
prepare(struct sync *sync, const struct state *state)
{
	struct marks_file *file = marks_to_read(sync->marks, NULL);

	if (!file || !file->path)
		return false;
	if (reread_pays(file))
		atomic_store(&sync->large, true);
	free(sync->db);
	sync->db = mem_dup(file->path, strlen(file->path));
	sync->begun = *state;
	return true;
}

bool
sync_look(struct sync *sync, struct err *err)
{
	struct state state;

	if (sync->task)
		return !parallel_ended(sync->task) || end_task(sync, err);
	look(sync, &state);
	if (is_due(sync, &state) && prepare(sync, &state))
		sync->task = parallel_begin(keep_apart, sync);
	return true;
}

/* At the end. */

/* Stops the task; returns whether it has ended. */
static bool
stop(struct sync *sync)
{
	atomic_store(&sync->stopped, true);
	for (int i = 0; sync->task && !parallel_ended(sync->task) &&
	     (i < LEAVING || atomic_load(&sync->writing));
	     i++)
		poll(NULL, 0, 1);
	return !sync->task || parallel_ended(sync->task);
}

bool
sync_leave(struct sync *sync, bool *left)
{
	struct state state;
	struct err err;

	*left = false;
	note_size(sync, sync->path);
	if (!atomic_load(&sync->large))
		return true;
	if (!stop(sync))
		return false;
	if (sync->task)
		end_task(sync, &err);
	look(sync, &state);
	sync->left = is_due(sync, &state) && prepare(sync, &state);
	*left = true;
	return true;
}

void
sync_free(struct sync *sync)
{
	if (!sync)
		return;
	parallel_end(sync->task);
	if (sync->left) {
		atomic_store(&sync->stopped, false);
		sync->progress.stopped = false;
		background_run(keep_apart, sync);
	}
	free(sync->db);
	for (size_t i = 0; i < sync->nseen; i++)
		free(sync->seen[i].path);
	free(sync->seen);
	free(sync->folder);
	free(sync->path);
	free(sync);
}
