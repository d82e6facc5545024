/*
 * Watches documents for changes by looking at them now and then: that works on
 * any file system, and costs one stat of each.
 */
#ifndef LECTERN_WATCH_H
#define LECTERN_WATCH_H

#include <stdbool.h>
#include <stddef.h>

/* What a look at a file or folder tells of it. */
struct watch_print {
	long long size, inode, device, seconds, nanoseconds; /* size -1: gone */
	bool folder;
};

/* Zeroed to begin with; freed with watch_free(). */
struct watch {
	struct watch_file {
		char *path;
		struct watch_print taken; /* when it was read */
		struct watch_print last;  /* at the last look */
	} * file;
	size_t n, cap;
	size_t folder;   /* the last one that a member was in */
	long long since; /* milliseconds; `last` is so since then; 0:
	                    not known */
	bool given_up;   /* until the next change */
};

enum watch_state {
	WATCH_SAME,     /* all is as it was taken */
	WATCH_CHANGING, /* it is not, and perhaps not whole yet */
	WATCH_CHANGED,  /* it is not, and has come to rest */
};

/* Adds a file or folder; watch_take() has to follow. */
void watch_add(struct watch *watch, const char *path);

/* Adds a file that was found in a folder, and that folder. */
void watch_add_member(struct watch *watch, const char *path);

/* Takes all as it is now. */
void watch_take(struct watch *watch);

/* Takes nothing that changed since `date`, as clock_of_files() tells it. */
void watch_take_until(struct watch *watch, long long date);

/*
 * Looks at all of them, at a monotonic time in milliseconds.  What became
 * shorter, empty or is gone comes to rest later: it may be half written.
 */
enum watch_state watch_look(struct watch *watch, long long now);

/*
 * Returns a file, no folder, that was not as taken at the last look, and whether
 * it is there; NULL unless there is just one such.
 */
const char *watch_only_change(const struct watch *watch, bool *there);

/*
 * Whether a file that is not watched is the one that was taken as `from`: has its
 * size, and its inode or, if `alike`, its content as far as the caller can tell.
 */
bool watch_is_moved(
    const struct watch *watch, const char *from, const char *to, bool alike);

/* Looks at all of them; whether any is other than at the last look. */
bool watch_moves(struct watch *watch);

/* What is there now is of no use: takes it for unchanged until it changes. */
void watch_give_up(struct watch *watch);

/* Forgets all files. */
void watch_free(struct watch *watch);

#endif
