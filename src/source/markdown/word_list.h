/*
 * Many words in small letters, in the order of their bytes.
 */
#ifndef LECTERN_WORD_LIST_H
#define LECTERN_WORD_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct word_list {
	const char *const *words;
	size_t n;
};

/* Such a list of all words of an array. */
#define WORD_LIST(words) \
	{ \
		words, sizeof(words) / sizeof(*(words)) \
	}

/* Whether it has the word of `len` (1 or more) bytes at `s`. */
bool word_list_has(const struct word_list *list, const char *s, size_t len);

#endif
