/*
 * The words of all notes, folded, each once: what can be found at all.
 */
#ifndef LECTERN_WORDS_H
#define LECTERN_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/model/notes.h"

#define WORDS_LEAST 4  /* letters of a word that is kept */
#define WORDS_MOST  24 /* bytes of one */

/* A word, in the blob, and how often it stands in the notes. */
struct word {
	uint32_t at;
	uint32_t hash;
	uint32_t times;
	uint32_t letters; /* a bit for each letter that it has, modulo 32 */
	uint8_t len;      /* bytes */
};

/* All begins as zero but `notes`. */
struct words {
	const struct notes *notes;
	struct word *word; /* a table; `len` is 0 where it is free */
	size_t n, cap;     /* cap is 0 or a power of two */
	char *blob;
	size_t blob_len, blob_cap;
	struct arena *arena;  /* for what has to be folded */
	uint32_t talk, track; /* where reading goes on */
};

/* Goes on reading, for about `bytes`; true when all words are in. */
bool words_prepare(struct words *words, size_t bytes);

/* Whether some word has the folded `part` in it. */
bool words_have(const struct words *words, const char *part, size_t len);

/*
 * Finds the words that are nearest to the folded `word`, those first that stand in
 * the notes most often; at most `max`.
 */
size_t words_near(const struct words *words, const char *word, size_t len,
    const struct word **near, size_t max);

void words_free(struct words *words);

#endif
