/*
 * What the reader has settled of which talks are the same.
 */
#ifndef LECTERN_LOAD_PAIRS_H
#define LECTERN_LOAD_PAIRS_H

#include <stdbool.h>
#include <stddef.h>

/* Two talks, by their keys, each in its own source. */
struct load_pair {
	const char *a, *b;
	bool same;
};

/* All of them, the latest last; zeroed to begin with. */
struct load_pairs {
	struct arena *arena; /* owns the keys */
	struct load_pair *pair;
	size_t n, cap;
};

/* Adds a pair; the keys are copied. */
void load_pairs_add(
    struct load_pairs *pairs, const char *a, const char *b, bool same);
void load_pairs_free(struct load_pairs *pairs);

#endif
