/*
 * The marks of many talks in memory, sorted by key, as they were last read and
 * changed.
 */
#ifndef LECTERN_MARK_LIST_H
#define LECTERN_MARK_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/strmap.h"
#include "lectern/marks/mark.h"
#include "marks/marks_file.h"

/* Zeroed is empty; all strings are the arena's. */
struct mark_list {
	struct arena *arena;
	struct mark *mark;
	size_t n, cap;
	struct strmap older; /* keys that talks had before: rows of */
	const char **best;   /* the keys that their marks stand under */
	size_t nolder, best_cap;
};

void mark_list_free(struct mark_list *list);

/* The key that the marks of a talk stand under that has had the key `key`. */
const char *mark_list_key(const struct mark_list *list, const char *key);

/* Notes that the talk with the key `key` has had the key `older`. */
void
mark_list_alias(struct mark_list *list, const char *key, const char *older);

/* The marks of a talk, by any key of it, or NULL; until the next change. */
struct mark *mark_list_find(const struct mark_list *list, const char *key);

/*
 * Sets one kind for the talk that `told` tells of, or removes it.  `text` is a
 * text or a member of a set, copied; `at` the time of the change.
 */
void mark_list_set(struct mark_list *list, const struct mark *told,
    enum mark_kind kind, bool on, const char *text, long long at);

/*
 * Reads the marks of the file into an empty list, those of the keys in the JSON
 * array `only` unless that is NULL.  Where the file fails, which db_settle()
 * tells, the list has the marks before that.
 */
void mark_list_read(
    struct mark_list *list, const struct marks_file *file, const char *only);

#endif
