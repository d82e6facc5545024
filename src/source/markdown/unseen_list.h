/*
 * A list of what authors are told of their text: lines with words that are shown
 * nowhere, and broken links.
 */
#ifndef LECTERN_UNSEEN_LIST_H
#define LECTERN_UNSEEN_LIST_H

#include <stddef.h>
#include <stdint.h>

#include "source/markdown/shown_words.h"

struct arena;

struct unseen_list {
	struct arena *arena; /* of what is told */
	struct unseen_part {
		uint32_t row, lines; /* lines: 0 for a broken link, */
		const char *what;    /* which this is */
	} * part;
	size_t n, cap;
	struct shown_words shown; /* of the document; or empty */
};

/* Returns an empty list, to be freed with unseen_list_free(). */
struct unseen_list *unseen_list_new(void);
void unseen_list_free(struct unseen_list *list);

/*
 * Adds that words of `lines` lines from `row` on are not shown: they are
 * `what`, a constant message.
 */
void unseen_list_add(
    struct unseen_list *list, uint32_t row, uint32_t lines, const char *what);

/* Adds a broken link, as the `len` bytes at `s` have it. */
void unseen_list_add_broken(
    struct unseen_list *list, uint32_t row, const char *s, size_t len);

#endif
