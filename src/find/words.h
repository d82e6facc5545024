/*
 * The words of all notes, folded, each once.
 */
#ifndef LECTERN_WORDS_H
#define LECTERN_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/base/near.h"
#include "lectern/model/notes.h"

#define WORDS_LEAST 4            /* the fewest letters of a word that is kept */
#define WORDS_MOST  NEAR_LETTERS /* the most bytes of one */

/* A word, in the text, and how often it stands in the notes. */
struct word {
	uint32_t at;
	uint32_t hash;
	uint32_t times;
	uint32_t letters; /* one bit for each of its letters, modulo 32 */
	uint8_t len;      /* bytes */
};

/* The caller sets `notes` and zeroes the rest. */
struct words {
	const struct notes *notes;
	struct word *word; /* a hash table; `len` is 0 in a free slot */
	size_t n, cap;     /* cap is 0 or a power of two */
	char *blob;
	size_t blob_len, blob_cap;
	struct arena *arena;  /* for folding */
	uint32_t talk, track; /* where reading continues */
};

/* Reads about `bytes` more bytes; returns true when all words are in. */
bool words_prepare(struct words *words, size_t bytes);

/* Whether some word contains the folded `part`. */
bool words_have(const struct words *words, const char *part, size_t len);

/*
 * Finds at most `max` words that are near the folded `word`: the nearest first,
 * of equals the most frequent.  Returns how many.
 */
size_t words_near(const struct words *words, const char *word, size_t len,
    const struct word **near, size_t max);

void words_free(struct words *words);

#endif
