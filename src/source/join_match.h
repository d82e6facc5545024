/*
 * Finds which talks of two sources are the same: a programme and a list of
 * videos, or notes, or another version of the programme.
 *
 * What is sure comes first, and takes its talks out of the way: the same guid,
 * video or page, slug, number within a conference of the same acronym; then the
 * same title, if it is single on both sides; then a title within the other,
 * among more words that say nothing else; then a title that was cut; then one
 * that is near, by a clear margin to the next; and last the same people.
 * Numbers and words like "keynote" must agree.  What is not certain is left.
 */
#ifndef LECTERN_JOIN_MATCH_H
#define LECTERN_JOIN_MATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/model/notes.h"

#define JOIN_MATCH_NONE UINT32_MAX

/* Why two talks are taken for one; surest first. */
enum join_why {
	JOIN_LEFT,    /* they are not */
	JOIN_SETTLED, /* the reader says so */
	JOIN_GUID,
	JOIN_VIDEO,
	JOIN_SLUG,
	JOIN_NUMBER,
	JOIN_TITLE,
	JOIN_TIME,
	JOIN_DAY,
	JOIN_WITHIN,
	JOIN_MAIN,
	JOIN_CUT,
	JOIN_NEAR,
	JOIN_PEOPLE,
};

/* What was found for a talk of the first source. */
struct join_pair {
	uint32_t other; /* index in the second, or JOIN_MATCH_NONE */
	uint8_t why;    /* enum join_why */
};

/* Of a talk of the second source that is left: the likeliest of the first. */
struct join_guess {
	uint32_t other; /* or JOIN_MATCH_NONE */
	bool parted;    /* the reader said that it is another talk */
};

/* Two talks of which it is settled whether they are the same. */
struct join_settled {
	uint32_t a, b; /* indices */
	bool same;
};

/* What is known of two sources. */
struct join_known {
	bool acronym;                       /* both have the same one */
	size_t least;                       /* see join_match() */
	const struct join_settled *settled; /* none twice */
	size_t nsettled;
	const char *name; /* of the conference; NULL: none */
};

/* Returns "same title" and the like. */
const char *join_match_why(enum join_why why);

/*
 * Compares `n[0]` and `n[1]` talks and fills a pair for each of the first, and
 * a guess for each of the second.
 * Returns how many were joined by what is sure, title and title within title
 * alone: without them, two conferences are not one.  If these are fewer than
 * `least`, looks no further.
 */
size_t join_match(const struct talk *const *const talks[2], const size_t n[2],
    const struct join_known *known, struct join_pair *pairs,
    struct join_guess *guesses);

#endif
