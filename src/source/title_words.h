/*
 * The words of titles and names, as they are compared.
 */
#ifndef LECTERN_TITLE_WORDS_H
#define LECTERN_TITLE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"

/*
 * Folds a text to words with a blank before and after each.  `*breaks` (`breaks`
 * may be NULL) tells of each word, and of the end, whether a colon, dash,
 * bracket or the like stands before it.
 */
char *title_words_fold(struct arena *arena, const char *text, bool **breaks);

/* Returns how many words the first `len` bytes of a text have. */
uint32_t title_words_count(struct arena *arena, const char *text, size_t len);

/* Returns a number more than a word says, "2", "two" or "ii"; 0: it says none. */
unsigned long title_words_value(const char *word);

/* Whether a word tells of which kind a talk is, like "keynote", or counts it. */
bool title_words_is_kind(const char *word);

#endif
