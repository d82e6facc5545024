/*
 * Titles of talks, prepared to be compared.
 *
 * What is in a third of the titles of one source, like the conference's name
 * and year before each video's title, says nothing: it is the frame.
 */
#ifndef LECTERN_JOIN_TITLE_H
#define LECTERN_JOIN_TITLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "lectern/model/notes.h"

struct join_title {
	const struct talk *talk;
	const char *text;   /* folded words, a blank before and after each */
	const char *bare;   /* likewise, without the conference's name */
	uint32_t *words;    /* their numbers, in order */
	bool *breaks;       /* by word, and for the end: a colon, dash or the
	                       like stands before it */
	uint32_t *grams;    /* numbers of all three bytes in a row, sorted */
	const char *people; /* folded names, sorted: the same for the same
	                       people; "" for none */
	uint32_t nwords, ngrams;
	uint32_t core; /* words before the title itself: "Lightning Talk:" */
	uint32_t main; /* words of the core before a colon or dash; 0: all */
	uint32_t cut;  /* words after which it is cut off; 0: it is not */
	uint32_t day; /* of its source's days: 1 for the first; 0: not known, */
	uint32_t said;  /* and what the title says, "Day 2" */
	float weight;   /* of all grams: rare ones weigh most */
	uint64_t sign;  /* a bit for each word: quickly tells what is not in */
	uint64_t names; /* likewise of the words of all names */
	unsigned says;  /* bits of words such as keynote */
};

/* The titles of one source. */
struct join_side {
	struct join_title *title;
	size_t n;
	uint32_t *count; /* by word: in how many of the titles it is */
};

/* Two sources that are compared; freed with join_titles_free(). */
struct join_titles {
	struct arena *arena;
	struct join_side side[2];
	struct strmap words;
	uint32_t nwords;
	const char **word; /* by number */
	size_t words_cap;
	uint32_t *gram; /* all that there are, sorted */
	float *gram_weight;
	size_t ngrams;
};

/*
 * Prepares the titles of `n[0]` and `n[1]` talks of a conference of that name
 * (NULL: none); both are borrowed.
 */
void join_titles_make(struct join_titles *titles,
    const struct talk *const *const talks[2], const size_t n[2],
    const char *conference);
void join_titles_free(struct join_titles *titles);

/* Whether a word is of the frame of a side. */
bool
join_title_is_frame(const struct join_titles *titles, int side, uint32_t word);

/* Words of a title, in a row. */
struct join_words {
	const uint32_t *word;
	uint32_t n;
};

/* Returns the core of a title, all of it or the main part; see above. */
struct join_words join_title_core(const struct join_title *title);
struct join_words join_title_main(const struct join_title *title);

/* Returns where words stand in a title, or -1; none stand nowhere. */
long join_title_find(struct join_words part, const struct join_title *whole);

/*
 * Whether a title of side `side`, in which `part` was found at `at`, has a
 * number more that tells it from others: "Part 2", or a number right after it.
 * With `days` "Day 2" only tells when it was.
 */
bool join_title_is_part(const struct join_titles *titles, int side,
    const struct join_title *whole, struct join_words part, long at, bool days);

/*
 * Whether words found in a title are all that stands between two breaks there,
 * and say more than of which kind the talk is.
 */
bool join_title_is_segment(const struct join_titles *titles,
    const struct join_title *whole, struct join_words part, long at);

/*
 * Returns how many words at the start of `whole` stand at the end of `cut`, of
 * side 1, where that was cut off: at "..." or at its end, if it is long.
 */
uint32_t join_title_cut(const struct join_titles *titles,
    const struct join_title *whole, const struct join_title *cut);

/*
 * How much of the weight of `a` is in `b`, too, from 0 to 1.
 */
float join_title_share(const struct join_titles *titles,
    const struct join_title *a, const struct join_title *b);

/*
 * Whether numbers and words like "keynote" allow that two titles, of side 0 and
 * side 1, are of one talk.  Numbers of a frame do not count, nor does a year
 * that one of them has more.
 */
bool join_title_agree(const struct join_titles *titles,
    const struct join_title *a, const struct join_title *b);

#endif
