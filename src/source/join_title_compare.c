#include <string.h>

#include "source/join_title.h"
#include "source/title_words.h"

#define FRAME_LEAST 5 /* titles of a side that can have a frame */

bool
join_title_is_frame(const struct join_titles *t, int side, uint32_t word)
{
	const struct join_side *s = &t->side[side];

	return s->n >= FRAME_LEAST && 3 * (size_t)s->count[word] > s->n;
}

struct join_words
join_title_core(const struct join_title *title)
{
	return (struct join_words){
	    title->words + title->core, title->nwords - title->core};
}

struct join_words
join_title_main(const struct join_title *title)
{
	return (struct join_words){title->words + title->core, title->main};
}

long
join_title_find(struct join_words part, const struct join_title *whole)
{
	for (uint32_t i = 0; part.n > 0 && i + part.n <= whole->nwords; i++) {
		if (memcmp(part.word, whole->words + i,
			part.n * sizeof(*part.word)) == 0)
			return (long)i;
	}
	return -1;
}

/* Whether a word comes before numbers that count parts. */
static bool
is_counter(const char *word)
{
	static const char *const counters[] = {
	    "part", "pt", "day", "episode", "ep", "vol", "volume", "round"};

	for (size_t i = 0; i < sizeof(counters) / sizeof(*counters); i++) {
		if (strcmp(word, counters[i]) == 0)
			return true;
	}
	return false;
}

bool
join_title_is_part(const struct join_titles *t, int side,
    const struct join_title *whole, struct join_words part, long at, bool days)
{
	uint32_t from = (uint32_t)at, to = from + part.n;

	for (uint32_t i = 0; i < whole->nwords; i++) {
		unsigned long value = title_words_value(
		    t->word[whole->words[i]]);
		const char *before = i > 0 ? t->word[whole->words[i - 1]] : "";
		bool counted = is_counter(before);

		if (days && strcmp(before, "day") == 0)
			continue;
		if (value == 0 || (i >= from && i < to) ||
		    join_title_is_frame(t, side, whole->words[i]) ||
		    (value > 1950 && value < 2100))
			continue;
		if (counted || i == to)
			return true;
	}
	return false;
}

bool
join_title_is_segment(const struct join_titles *t,
    const struct join_title *whole, struct join_words part, long at)
{
	uint32_t from = (uint32_t)at, to = from + part.n;
	bool kinds = true;

	for (uint32_t i = 0; i < part.n && kinds; i++)
		kinds = title_words_is_kind(t->word[part.word[i]]);
	return !kinds && whole->breaks[from] &&
	    (whole->breaks[to] ||
		strcmp(t->word[whole->words[to]], "by") == 0 ||
		strcmp(t->word[whole->words[to]], "with") == 0);
}

uint32_t
join_title_cut(const struct join_titles *t, const struct join_title *whole,
    const struct join_title *cut)
{
	struct join_words core = join_title_core(whole);
	uint32_t end = cut->cut, best = 0;

	if (end > cut->nwords)
		return 0;
	for (uint32_t n = 3; n <= end && n < core.n; n++) {
		if (memcmp(core.word, cut->words + end - n,
			n * sizeof(*core.word)) == 0)
			best = n;
	}
	/* Before it there may only be the frame. */
	for (uint32_t i = 0; best > 0 && i + best < end; i++) {
		if (!join_title_is_frame(t, 1, cut->words[i]))
			return 0;
	}
	return best;
}

float
join_title_share(const struct join_titles *t, const struct join_title *a,
    const struct join_title *b)
{
	float both = 0;

	for (uint32_t i = 0, k = 0; i < a->ngrams && k < b->ngrams;) {
		if (a->grams[i] == b->grams[k]) {
			both += t->gram_weight[a->grams[i]];
			k++;
			i++;
		} else if (a->grams[i] < b->grams[k]) {
			i++;
		} else {
			k++;
		}
	}
	return a->weight > 0 ? both / a->weight : 0;
}

static bool
has_value(const struct join_titles *t, const struct join_title *title,
    unsigned long value)
{
	for (uint32_t i = 0; i < title->nwords; i++) {
		if (title_words_value(t->word[title->words[i]]) == value)
			return true;
	}
	return false;
}

/* Whether `b` has all numbers of `a`, of side `side`, that count. */
static bool
has_numbers(const struct join_titles *t, const struct join_title *a, int side,
    const struct join_title *b)
{
	for (uint32_t i = 0; i < a->nwords; i++) {
		unsigned long value = title_words_value(t->word[a->words[i]]);
		bool year = value > 1950 && value < 2100;

		if (value > 0 && !year &&
		    !join_title_is_frame(t, side, a->words[i]) &&
		    !has_value(t, b, value))
			return false;
	}
	return true;
}

bool
join_title_agree(const struct join_titles *t, const struct join_title *a,
    const struct join_title *b)
{
	return a->says == b->says && has_numbers(t, a, 0, b) &&
	    has_numbers(t, b, 1, a);
}
