/*
 * The marks of many talks in memory, sorted by key.
 */
#ifndef LECTERN_MARK_LIST_H
#define LECTERN_MARK_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/strmap.h"
#include "lectern/marks/mark.h"
#include "marks/mark_change.h"
#include "marks/marks_file.h"

/* Zeroed is empty.  The arena owns all strings. */
struct mark_list {
	struct arena *arena;
	struct mark *mark;
	size_t n, cap;
	struct strmap older; /* older keys of talks, as indices of */
	const char **best;   /* the keys that have their marks */
	size_t nolder, best_cap;
	struct strmap at;   /* where each mark is; empty while they are read */
	uint32_t *by_title; /* of marks, in order; NULL: not in order */
};

void mark_list_free(struct mark_list *list);

/* Returns the key that has the marks of the talk with the key `key`. */
const char *mark_list_key(const struct mark_list *list, const char *key);

/* Records that the talk with the key `key` once had the key `older`. */
void
mark_list_alias(struct mark_list *list, const char *key, const char *older);

/*
 * Returns the marks of a talk by any of its keys, or NULL; valid until the next
 * change.
 */
struct mark *mark_list_find(const struct mark_list *list, const char *key);

/*
 * Puts by_title in order, unless it is: by folded title, and then by key.  A
 * change of the list forgets it.
 */
void mark_list_sort(struct mark_list *list);

/* Makes changes, whose strings are copied. */
void mark_list_set(
    struct mark_list *list, const struct mark_change *change, size_t n);

/*
 * Reads the marks of the file into an empty list; unless `only` is NULL, just
 * those of the keys in this JSON array.  After a failure, which db_settle()
 * tells, the list has the marks read before it.
 */
void mark_list_read(
    struct mark_list *list, const struct marks_file *file, const char *only);

#endif
