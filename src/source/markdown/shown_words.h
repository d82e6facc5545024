/*
 * The words that are shown of a document, and whether others are among them.
 *
 * Markup may part a word that is shown as one ("1<sup>st</sup>", "[link]s"): so
 * words with nothing but markup between them are a run, of which any that follow
 * each other may be one word together.
 */
#ifndef LECTERN_SHOWN_WORDS_H
#define LECTERN_SHOWN_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/buffer.h"
#include "lectern/base/strmap.h"
#include "source/markdown/md.h"

#define SHOWN_WORDS_RUN 16 /* words of a run; more are not put together */

struct arena;

/* shown_words_begin() to shown_words_free(). */
struct shown_words {
	struct arena *arena;   /* of the words */
	struct arena *scratch; /* of the run */
	struct strmap known;
	struct buffer run;
	size_t part[SHOWN_WORDS_RUN + 1]; /* where each begins in `run` */
	size_t parts;
	bool doubt; /* something in the run cannot be read here; may be set */
	bool lost;  /* one of the run's words is not shown */
};

void shown_words_begin(struct shown_words *words);
void shown_words_free(struct shown_words *words);

/* Takes the words of `len` bytes, or of all nodes, as shown. */
void shown_words_know(struct shown_words *words, const char *s, size_t len);
void
shown_words_know_nodes(struct shown_words *words, const struct markdown *md);

/* Whether all words of `len` bytes are shown; there is no run yet. */
bool shown_words_have(struct shown_words *words, const char *s, size_t len);

/* Adds the words of `len` bytes to the run. */
void shown_words_add(struct shown_words *words, const char *s, size_t len);

/* Ends the run; whether a word of it is not shown. */
bool shown_words_end(struct shown_words *words);

#endif
