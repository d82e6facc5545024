#include "lectern/system/watch.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern/base/mem.h"

#define REST      250  /* milliseconds without a change */
#define LONG_REST 2000 /* after what may be half of a file */
#define MILLION   1000000

static struct watch_print
look(const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return (struct watch_print){.size = -1};
	/* What can be read but once is the same for ever. */
	if (!S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode))
		return (struct watch_print){.inode = (long long)st.st_ino};
	return (struct watch_print){
	    .size = S_ISDIR(st.st_mode) ? 0 : (long long)st.st_size,
	    .inode = (long long)st.st_ino,
	    .device = (long long)st.st_dev,
	    .seconds = (long long)st.st_mtim.tv_sec,
	    .nanoseconds = st.st_mtim.tv_nsec,
	    .folder = S_ISDIR(st.st_mode),
	};
}

static bool
same(const struct watch_print *a, const struct watch_print *b)
{
	return a->size == b->size && a->inode == b->inode &&
	    a->device == b->device && a->seconds == b->seconds &&
	    a->nanoseconds == b->nanoseconds;
}

static size_t
add(struct watch *watch, const char *path, size_t len)
{
	watch->file = mem_grow(
	    watch->file, &watch->cap, watch->n + 1, sizeof(*watch->file));
	watch->file[watch->n] = (struct watch_file){.path = mem_dup(path, len)};
	return watch->n++;
}

void
watch_add(struct watch *watch, const char *path)
{
	add(watch, path, strlen(path));
}

void
watch_add_member(struct watch *watch, const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t len = slash ? (size_t)(slash - path) : 0;
	const char *last = watch->n > 0 ? watch->file[watch->folder].path : "";

	/* Members of a folder come one after the other. */
	if (len > 0 && (strncmp(last, path, len) != 0 || last[len]))
		watch->folder = add(watch, path, len);
	watch_add(watch, path);
}

void
watch_take(struct watch *watch)
{
	for (size_t i = 0; i < watch->n; i++)
		watch->file[i].taken = watch->file[i].last = look(
		    watch->file[i].path);
}

void
watch_take_until(struct watch *watch, long long date)
{
	watch_take(watch);
	for (size_t i = 0; i < watch->n; i++) {
		struct watch_print *taken = &watch->file[i].taken;

		if (taken->seconds * 1000 + taken->nanoseconds / MILLION >=
		    date)
			taken->inode = -1;
	}
}

/* Whether a file looks like the first part of what it was. */
static bool
is_doubtful(const struct watch_file *file)
{
	return !file->last.folder &&
	    (file->last.size <= 0 || file->last.size < file->taken.size);
}

bool
watch_moves(struct watch *watch)
{
	bool moves = false;

	for (size_t i = 0; i < watch->n; i++) {
		struct watch_print print = look(watch->file[i].path);

		moves = moves || !same(&print, &watch->file[i].last);
		watch->file[i].last = print;
	}
	if (moves) {
		watch->since = 0;
		watch->given_up = false;
	}
	return moves;
}

const char *
watch_only_change(const struct watch *watch, bool *there)
{
	const char *path = NULL;

	for (size_t i = 0; i < watch->n; i++) {
		const struct watch_file *file = &watch->file[i];

		if (file->taken.folder || same(&file->last, &file->taken))
			continue;
		if (path)
			return NULL;
		path = file->path;
		*there = file->last.size >= 0;
	}
	return path;
}

static const struct watch_file *
find(const struct watch *watch, const char *path)
{
	for (size_t i = 0; i < watch->n; i++) {
		if (strcmp(watch->file[i].path, path) == 0)
			return &watch->file[i];
	}
	return NULL;
}

bool
watch_is_moved(
    const struct watch *watch, const char *from, const char *to, bool alike)
{
	const struct watch_file *file = find(watch, from);
	struct watch_print print = look(to);

	if (!file || find(watch, to) || print.size != file->taken.size)
		return false;
	return alike ||
	    (print.inode == file->taken.inode &&
		print.device == file->taken.device);
}

enum watch_state
watch_look(struct watch *watch, long long now)
{
	bool changed = false, doubtful = false;

	watch_moves(watch);
	for (size_t i = 0; i < watch->n; i++) {
		const struct watch_file *file = &watch->file[i];

		if (same(&file->last, &file->taken))
			continue;
		changed = true;
		doubtful = doubtful || is_doubtful(file);
	}
	if (watch->since == 0)
		watch->since = now;
	if (!changed || watch->given_up)
		return WATCH_SAME;
	return now - watch->since >= (doubtful ? LONG_REST : REST)
	    ? WATCH_CHANGED
	    : WATCH_CHANGING;
}

void
watch_give_up(struct watch *watch)
{
	watch->given_up = true;
}

void
watch_free(struct watch *watch)
{
	for (size_t i = 0; i < watch->n; i++)
		free(watch->file[i].path);
	free(watch->file);
	*watch = (struct watch){0};
}
