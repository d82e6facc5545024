#include "source/join_match.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/model/link.h"
#include "lectern/model/talk_key.h"
#include "source/join_title.h"

#define NEAR        0.60F  /* the least that near titles share */
#define MARGIN      0.15F  /* and more than with the next */
#define SAME_PEOPLE 0.3F   /* what they add */
#define SAME_DAY    0.05F  /* what "Day 2" adds, of the day's talks */
#define LIKELY      0.2F   /* the least that is worth a question */
#define LARGE       200000 /* pairs of talks, from which a sample is looked at */
#define SAMPLE      64
#define KNOWN       0.30F /* the least for the same people */

struct match {
	struct join_titles titles;
	struct join_pair *pairs;
	uint32_t *back; /* by talk of the second: that of the first */
	const struct join_known *known;
};

const char *
join_match_why(enum join_why why)
{
	static const char *const words[] = {
	    [JOIN_LEFT] = N_("left"),
	    [JOIN_SETTLED] = N_("settled"),
	    [JOIN_GUID] = N_("same guid"),
	    [JOIN_VIDEO] = N_("same video or page"),
	    [JOIN_SLUG] = N_("same slug"),
	    [JOIN_NUMBER] = N_("same number"),
	    [JOIN_TITLE] = N_("same title"),
	    [JOIN_TIME] = N_("same title, day and time"),
	    [JOIN_DAY] = N_("same title and day"),
	    [JOIN_WITHIN] = N_("title within title"),
	    [JOIN_MAIN] = N_("title without its second part"),
	    [JOIN_CUT] = N_("title cut off"),
	    [JOIN_NEAR] = N_("near title"),
	    [JOIN_PEOPLE] = N_("same people"),
	};

	return words[why];
}

static bool
is_left(const struct match *m, int side, size_t i)
{
	return (side == 0 ? m->pairs[i].other : m->back[i]) == JOIN_MATCH_NONE;
}

/* Whether the reader has parted two talks. */
static bool
are_parted(const struct match *m, uint32_t a, uint32_t b)
{
	const struct join_settled *settled = m->known->settled;

	for (size_t i = 0; i < m->known->nsettled; i++) {
		if (settled[i].a == a && settled[i].b == b)
			return !settled[i].same;
	}
	return false;
}

static void
join(struct match *m, uint32_t a, uint32_t b, enum join_why why)
{
	if (are_parted(m, a, b))
		return;
	m->pairs[a].other = b;
	m->pairs[a].why = (uint8_t)why;
	m->back[b] = a;
}

/* What is the same. */

/*
 * The stem of a video's file, which programmes use as slug.  What a query follows
 * is called the same for all: "watch?v=...".
 */
static const char *
stem_of(struct arena *arena, const char *url)
{
	const char *slash = url ? strrchr(url, '/') : NULL;
	size_t len = slash ? strcspn(slash + 1, ".?#") : 0;

	return len > 0 && slash[1 + len] != '?'
	    ? arena_dup(arena, slash + 1, len)
	    : NULL;
}

/* The key of a talk's video: a joined talk keeps the key that it had before. */
static const char *
video_of(struct match *m, const struct talk *talk)
{
	if (!talk->url)
		return NULL;
	return talk_key_is_hash(talk->key)
	    ? link_key(m->titles.arena, talk->url)
	    : talk->key;
}

/* A title, and when it was; NULL: that is not known. */
static const char *
when_of(struct arena *arena, const struct join_title *title, bool timed)
{
	const struct talk *talk = title->talk;

	if (!talk->day || (timed && !talk->start))
		return NULL;
	return arena_printf(arena, "%s\n%s\n%s", title->bare, talk->day,
	    timed ? talk->start : "");
}

/* What a talk is known as, for one reason; NULL: nothing. */
static const char *
known_as(struct match *m, const struct join_title *title, enum join_why why)
{
	const struct talk *talk = title->talk;
	const struct identity *is = notes_more(talk)->identity;

	switch (why) {
	case JOIN_GUID:
		return is ? is->guid : NULL;
	case JOIN_VIDEO:
		return video_of(m, talk);
	case JOIN_SLUG:
		return is && is->slug ? is->slug
				      : stem_of(m->titles.arena, talk->url);
	case JOIN_NUMBER:
		return is && m->known->acronym ? is->id : NULL;
	case JOIN_TITLE:
		return title->nwords > 0 ? title->bare : NULL;
	case JOIN_TIME:
	case JOIN_DAY:
		return title->nwords > 0
		    ? when_of(m->titles.arena, title, why == JOIN_TIME)
		    : NULL;
	case JOIN_PEOPLE:
		return *title->people ? title->people : NULL;
	default:
		return NULL;
	}
}

#define TWICE (UINT32_MAX - 1) /* known by several talks */

/* Lists what the talks of one side that are left are known as. */
static void
list_known(struct match *m, int side, enum join_why why, struct strmap *known)
{
	const struct join_side *s = &m->titles.side[side];

	for (uint32_t i = 0; i < s->n; i++) {
		const char *as = is_left(m, side, i) || why == JOIN_PEOPLE
		    ? known_as(m, &s->title[i], why)
		    : NULL;
		uint32_t *talk = as ? strmap_put(known, as, i) : NULL;

		if (talk && *talk != i)
			*talk = TWICE;
	}
}

/* Whether two talks known as the same can be: numbers are given anew. */
static bool
may_be_same(const struct match *m, uint32_t a, uint32_t b, enum join_why why)
{
	const struct join_title *x = &m->titles.side[0].title[a];
	const struct join_title *y = &m->titles.side[1].title[b];

	if (why == JOIN_PEOPLE)
		return is_left(m, 1, b) && x->says != 0 && x->says == y->says;
	return why != JOIN_NUMBER ||
	    join_title_share(&m->titles, x, y) > NEAR ||
	    (*x->people && strcmp(x->people, y->people) == 0);
}

static void
join_known(struct match *m, enum join_why why)
{
	struct strmap first = {0}, second = {0};

	list_known(m, 0, why, &first);
	list_known(m, 1, why, &second);
	for (uint32_t i = 0; i < m->titles.side[0].n; i++) {
		const char *as = is_left(m, 0, i)
		    ? known_as(m, &m->titles.side[0].title[i], why)
		    : NULL;
		const uint32_t *a = as ? strmap_get(&first, as) : NULL;
		const uint32_t *b = as ? strmap_get(&second, as) : NULL;

		if (a && b && *a == i && *b != TWICE &&
		    may_be_same(m, i, *b, why))
			join(m, i, *b, why);
	}
	strmap_free(&first);
	strmap_free(&second);
}

/* A title within another. */

/* Whether words say enough to be looked for in other titles. */
static bool
is_telling(const struct match *m, int side, struct join_words words)
{
	uint32_t n = 0, bytes = 0;

	for (uint32_t i = 0; i < words.n; i++) {
		const char *word = m->titles.word[words.word[i]];

		if (join_title_is_frame(&m->titles, side, words.word[i]))
			continue;
		n++;
		bytes += (uint32_t)strlen(word);
	}
	return n >= 3 || (n == 2 && bytes > 8) || bytes > 9;
}

/* Whether all words of names, with a blank after each, are in a title. */
static bool
are_named(const char *people, const char *title)
{
	size_t words = 0;

	for (; *people; people += strcspn(people, " ") + 1, words++) {
		size_t len = strcspn(people, " ") + 1;
		const char *at = title + 1;

		while (*at && strncmp(at, people, len) != 0)
			at += strcspn(at, " ") + 1;
		if (!*at)
			return false;
	}
	return words > 1;
}

/* Whether two talks are by the same, or the title of a video names them all. */
static bool
same_people(const struct match *m, uint32_t a, uint32_t b)
{
	const struct join_title *x = &m->titles.side[0].title[a];
	const struct join_title *y = &m->titles.side[1].title[b];

	if (!*x->people || *y->people)
		return *x->people && strcmp(x->people, y->people) == 0;
	return (x->names & ~y->sign) == 0 && are_named(x->people, y->text);
}

static bool
other_people(const struct match *m, uint32_t a, uint32_t b)
{
	const char *x = m->titles.side[0].title[a].people;
	const char *y = m->titles.side[1].title[b].people;

	return *x && *y && strcmp(x, y) != 0;
}

/* How many words of title `a` are in title `b`, for one reason; 0: it is not. */
static uint32_t
words_within(const struct match *m, uint32_t a, uint32_t b, enum join_why why)
{
	const struct join_titles *t = &m->titles;
	const struct join_title *part = &t->side[0].title[a];
	const struct join_title *whole = &t->side[1].title[b];
	struct join_words words = why == JOIN_WITHIN ? join_title_core(part)
						     : join_title_main(part);
	long at;

	if (words.n > 0 && why != JOIN_CUT &&
	    !(whole->sign & UINT64_C(1) << words.word[0] % 64))
		return 0;
	if (why == JOIN_CUT)
		return join_title_cut(t, part, whole);
	at = join_title_find(words, whole);
	if (at < 0 ||
	    join_title_is_part(t, 1, whole, words, at, same_people(m, a, b)))
		return 0;
	if (same_people(m, a, b) ||
	    (why == JOIN_WITHIN && join_title_is_segment(t, whole, words, at)))
		return words.n;
	if (!is_telling(m, 0, words))
		return 0;
	/* Few words may well be of another talk that is a keynote. */
	return words.n > 3 || part->says == whole->says ? words.n : 0;
}

/* The title of the first side of which most stands within title `b`. */
static uint32_t
longest_within(const struct match *m, uint32_t b, enum join_why why)
{
	uint32_t best = JOIN_MATCH_NONE, most = 0;

	for (uint32_t a = 0; a < m->titles.side[0].n; a++) {
		uint32_t n = is_left(m, 0, a) ? words_within(m, a, b, why) : 0;

		if (n == 0 || n < most)
			continue;
		best = n == most ? TWICE : a;
		most = n;
	}
	return best;
}

static void
join_within(struct match *m, enum join_why why)
{
	size_t n = m->titles.side[0].n;
	uint32_t *by = mem_alloc(n + 1, sizeof(*by));
	uint32_t *found = mem_alloc(m->titles.side[1].n + 1, sizeof(*found));

	for (uint32_t b = 0; b < m->titles.side[1].n; b++) {
		found[b] = is_left(m, 1, b) ? longest_within(m, b, why)
					    : JOIN_MATCH_NONE;
		if (found[b] < TWICE)
			by[found[b]]++;
	}
	for (uint32_t b = 0; b < m->titles.side[1].n; b++) {
		uint32_t a = found[b];

		if (a < TWICE && by[a] == 1)
			join(m, a, b, why);
	}
	free(by);
	free(found);
}

/* Near titles. */

struct rival {
	float best, next;
	uint32_t talk;
};

static void
take_rival(struct rival *rival, uint32_t talk, float score)
{
	if (score > rival->best) {
		rival->next = rival->best;
		rival->best = score;
		rival->talk = talk;
	} else if (score > rival->next) {
		rival->next = score;
	}
}

static float
score_of(const struct match *m, uint32_t a, uint32_t b)
{
	const struct join_title *x = &m->titles.side[0].title[a];
	const struct join_title *y = &m->titles.side[1].title[b];
	float forth = join_title_share(&m->titles, x, y);
	float back = join_title_share(&m->titles, y, x);

	return 0.7F * forth + 0.3F * back;
}

/* The best partner of each talk that is left, and the second best. */
static void
find_rivals(const struct match *m, struct rival *first, struct rival *second)
{
	for (uint32_t a = 0; a < m->titles.side[0].n; a++) {
		for (uint32_t b = 0;
		     is_left(m, 0, a) && b < m->titles.side[1].n; b++) {
			float score;

			if (!is_left(m, 1, b) || are_parted(m, a, b))
				continue;
			score = score_of(m, a, b);
			if (same_people(m, a, b))
				score += SAME_PEOPLE;
			if (other_people(m, a, b))
				score -= SAME_PEOPLE;
			take_rival(&first[a], b, score);
			take_rival(&second[b], a, score);
		}
	}
}

/* Whether the titles alone say enough. */
static bool
is_near_enough(const struct match *m, uint32_t a, uint32_t b)
{
	const struct join_titles *t = &m->titles;

	return same_people(m, a, b)
	    ? score_of(m, a, b) > KNOWN
	    : is_telling(m, 0, join_title_core(&t->side[0].title[a])) &&
		is_telling(m, 1, join_title_core(&t->side[1].title[b]));
}

static void
join_near(struct match *m)
{
	size_t n = m->titles.side[0].n;
	struct rival *first = mem_alloc(n + 1, sizeof(*first));
	struct rival *second = mem_alloc(
	    m->titles.side[1].n + 1, sizeof(*second));

	find_rivals(m, first, second);
	for (uint32_t a = 0; a < n; a++) {
		uint32_t b = first[a].talk;

		if (first[a].best <= 0 || second[b].talk != a)
			continue;
		if (!is_near_enough(m, a, b) || first[a].best < NEAR ||
		    first[a].best - first[a].next < MARGIN ||
		    second[b].best - second[b].next < MARGIN ||
		    !join_title_agree(&m->titles, &m->titles.side[0].title[a],
			&m->titles.side[1].title[b]))
			continue;
		join(m, a, b,
		    same_people(m, a, b) && score_of(m, a, b) < NEAR
			? JOIN_PEOPLE
			: JOIN_NEAR);
	}
	free(first);
	free(second);
}

/*
 * Whether two large sources have nothing in common: among some talks, evenly
 * spread, hardly any is within another.
 */
static bool
is_hopeless(const struct match *m, size_t least)
{
	size_t n = m->titles.side[1].n, found = 0, sure = 0;

	for (size_t i = 0; i < m->titles.side[0].n; i++)
		sure += !is_left(m, 0, i);
	if (n * m->titles.side[0].n < LARGE || sure >= least)
		return false;
	for (size_t i = 0; i < SAMPLE; i++) {
		uint32_t b = (uint32_t)(i * n / SAMPLE);

		found += is_left(m, 1, b) &&
		    longest_within(m, b, JOIN_WITHIN) < TWICE;
	}
	return found < SAMPLE / 8;
}

/* Joins what the reader has settled, before all else. */
static void
join_settled(struct match *m)
{
	for (size_t i = 0; i < m->known->nsettled; i++) {
		const struct join_settled *settled = &m->known->settled[i];

		if (settled->same && is_left(m, 0, settled->a) &&
		    is_left(m, 1, settled->b))
			join(m, settled->a, settled->b, JOIN_SETTLED);
	}
}

/* How likely two talks are the same, for a person to say. */
static float
likeness(const struct match *m, uint32_t a, uint32_t b)
{
	const struct join_title *x = &m->titles.side[0].title[a];
	const struct join_title *y = &m->titles.side[1].title[b];

	if (are_parted(m, a, b))
		return 0;
	return score_of(m, a, b) + (same_people(m, a, b) ? SAME_PEOPLE : 0.0F) +
	    (x->day > 0 && x->day == y->said ? SAME_DAY : 0.0F);
}

/* Finds what to offer for talks that are left. */
static void
guess(const struct match *m, struct join_guess *guesses)
{
	for (uint32_t b = 0; b < m->titles.side[1].n; b++) {
		float most = LIKELY;

		for (uint32_t a = 0;
		     is_left(m, 1, b) && a < m->titles.side[0].n; a++) {
			float is = is_left(m, 0, a) ? likeness(m, a, b) : 0;

			if (is <= most)
				continue;
			most = is;
			guesses[b].other = a;
		}
	}
	/* What was parted is offered again, where there is nothing better. */
	for (size_t i = 0; i < m->known->nsettled; i++) {
		const struct join_settled *settled = &m->known->settled[i];
		struct join_guess *of = &guesses[settled->b];

		if (!settled->same && is_left(m, 0, settled->a) &&
		    is_left(m, 1, settled->b) && of->other == JOIN_MATCH_NONE)
			*of = (struct join_guess){settled->a, true};
	}
}

/* Whether the title of a video says only who gives which keynote or the like. */
static bool
is_of(const struct match *m, uint32_t a, uint32_t b)
{
	const struct join_title *x = &m->titles.side[0].title[a];
	const struct join_title *y = &m->titles.side[1].title[b];

	return x->says != 0 && x->says == y->says && !*y->people &&
	    same_people(m, a, b);
}

/* Joins keynotes and the like with the only video whose title names who speaks. */
static void
join_named(struct match *m)
{
	size_t n = m->titles.side[0].n;
	uint32_t *with = mem_alloc(n + 1, sizeof(*with));

	for (uint32_t a = 0; a < n; a++) {
		with[a] = JOIN_MATCH_NONE;
		for (uint32_t b = 0; b < m->titles.side[1].n; b++)
			if (is_of(m, a, b))
				with[a] = with[a] == JOIN_MATCH_NONE ? b
								     : TWICE;
	}
	for (uint32_t a = 0; a < n; a++) {
		uint32_t b = with[a], talks = 0;

		if (b >= TWICE || !is_left(m, 0, a) || !is_left(m, 1, b))
			continue;
		for (uint32_t i = 0; i < n; i++)
			talks += is_of(m, i, b);
		if (talks == 1)
			join(m, a, b, JOIN_PEOPLE);
	}
	free(with);
}

static void
join_likely(struct match *m)
{
	join_within(m, JOIN_MAIN);
	join_within(m, JOIN_CUT);
	join_near(m);
	join_known(m, JOIN_PEOPLE);
	join_named(m);
}

size_t
join_match(const struct talk *const *const talks[2], const size_t n[2],
    const struct join_known *known, struct join_pair *pairs,
    struct join_guess *guesses)
{
	struct match m = {.pairs = pairs, .known = known};
	size_t sure = 0;

	join_titles_make(&m.titles, talks, n, known->name);
	m.back = mem_alloc(n[1] + 1, sizeof(*m.back));
	for (size_t i = 0; i < n[0]; i++)
		pairs[i] = (struct join_pair){JOIN_MATCH_NONE, JOIN_LEFT};
	for (size_t i = 0; i < n[1]; i++) {
		m.back[i] = JOIN_MATCH_NONE;
		guesses[i] = (struct join_guess){JOIN_MATCH_NONE, false};
	}
	join_settled(&m);
	for (enum join_why why = JOIN_GUID; why <= JOIN_DAY; why++)
		join_known(&m, why);
	if (!is_hopeless(&m, known->least))
		join_within(&m, JOIN_WITHIN);
	for (size_t i = 0; i < n[0]; i++)
		sure += pairs[i].why != JOIN_LEFT;
	/* What was parted does not part the conferences, too. */
	for (size_t i = 0; i < known->nsettled; i++)
		sure += !known->settled[i].same;
	if (sure >= known->least) {
		join_likely(&m);
		guess(&m, guesses);
	}
	free(m.back);
	join_titles_free(&m.titles);
	return sure;
}
