/*
 * The words that generated notes are made of: common and technical ones, then
 * many that mean nothing, drawn by Zipf's law (the word of rank n comes up
 * 1/n times as often as the first).
 */
#ifndef BENCH_VOCABULARY_H
#define BENCH_VOCABULARY_H

#include <stdint.h>

#include "dice.h"

#define VOCABULARY_WORDS  3000
#define VOCABULARY_LETTER 24 /* bytes of a word, with its NUL */

struct vocabulary {
	char word[VOCABULARY_WORDS][VOCABULARY_LETTER]; /* by rank */
	uint64_t sum[VOCABULARY_WORDS]; /* of the weights up to each */
};

/* Fills in the words, which are always the same. */
void vocabulary_init(struct vocabulary *v);

/* Draws a word of a text, and one that may stand in a title. */
const char *vocabulary_draw(const struct vocabulary *v, struct dice *dice);
const char *vocabulary_title(const struct vocabulary *v, struct dice *dice);

#endif
