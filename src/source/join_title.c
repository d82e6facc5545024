#include "source/join_title.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "source/title_words.h"

#define DAYS_MOST 16 /* of a conference */

#define CUT 95 /* bytes from which a title may be cut without a sign */

/* Words that must be in both titles or in none. */
static const char *const telling[] = {"keynote", "opening", "closing",
    "lightning", "panel", "workshop", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday"};

static uint32_t
number_of(struct join_titles *t, const char *s, size_t len)
{
	const char *word = arena_dup(t->arena, s, len);
	uint32_t *number = strmap_put(&t->words, word, t->nwords);

	if (*number == t->nwords) {
		t->word = mem_grow(
		    t->word, &t->words_cap, t->nwords + 1, sizeof(*t->word));
		t->word[t->nwords++] = word;
	}
	return *number;
}

/* Which day the last word and the one to be added say; 0: none. */
static uint32_t
day_said(const struct join_titles *t, const struct join_title *title)
{
	const uint32_t *word = title->words + title->nwords;
	unsigned long value = title_words_value(t->word[*word]);

	/* It is one more. */
	return title->nwords > 0 && value > 1 && value < DAYS_MOST &&
		strcmp(t->word[word[-1]], "day") == 0
	    ? (uint32_t)value - 1
	    : 0;
}

static void
take_words(struct join_titles *t, struct join_title *title)
{
	const char *s = title->text + 1;

	title->words = arena_alloc(
	    t->arena, (strlen(s) / 2 + 1) * sizeof(*title->words));
	while (*s) {
		size_t len = strcspn(s, " ");

		title->words[title->nwords] = number_of(t, s, len);
		if (title->said == 0)
			title->said = day_said(t, title);
		title->sign |= UINT64_C(1)
		    << title->words[title->nwords++] % 64;
		for (unsigned i = 0; i < sizeof(telling) / sizeof(*telling);
		     i++) {
			if (strncmp(s, telling[i], strlen(telling[i])) == 0)
				title->says |= 1U << i;
		}
		s += len + 1;
	}
}

/* Where a title's main part ends: at ": ", " - ", " (" and the like. */
static size_t
part_end(const char *s)
{
	static const char *const ends[] = {": ", " - ", " (", " \xE2\x80\x93 ",
	    " \xE2\x80\x94 ", " | ", "? ", " / "};
	size_t end = strlen(s);

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		const char *at = strstr(s, ends[i]);

		if (at && (size_t)(at - s) < end)
			end = (size_t)(at - s);
	}
	return end;
}

/* After how many words a title is cut off; 0: it is not. */
static uint32_t
cut_of(const struct join_titles *t, const struct join_title *title)
{
	const char *s = title->talk->title, *dots = strstr(s, "...");

	if (!dots)
		dots = strstr(s, "\xE2\x80\xA6");
	if (dots)
		return title_words_count(t->arena, s, (size_t)(dots - s));
	/* The last word may be half of one. */
	return strlen(s) < CUT || title->nwords == 0 ? 0 : title->nwords - 1;
}

/* Finds what only says of which kind the talk is, and the main part. */
static void
take_parts(struct join_titles *t, struct join_title *title)
{
	const char *s = title->talk->title;
	size_t end = part_end(s);
	uint32_t n = title_words_count(t->arena, s, end), main;
	bool kinds = n > 0 && n + 2 <= title->nwords;

	for (uint32_t i = 0; i < n && kinds; i++)
		kinds = title_words_is_kind(t->word[title->words[i]]);
	if (kinds) {
		title->core = n;
		s += end + strcspn(s + end, " ");
		s += strspn(s, " -|/(");
		end = part_end(s);
	}
	main = title_words_count(t->arena, s, end);
	title->cut = cut_of(t, title);
	if (main >= 3 && title->core + main < title->nwords)
		title->main = main;
}

static int
compare_numbers(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* Sorts numbers and leaves out doubles; returns how many are left. */
static size_t
sort_numbers(uint32_t *numbers, size_t n)
{
	size_t left = 0;

	if (n > 0)
		qsort(numbers, n, sizeof(*numbers), compare_numbers);
	for (size_t i = 0; i < n; i++) {
		if (left == 0 || numbers[i] != numbers[left - 1])
			numbers[left++] = numbers[i];
	}
	return left;
}

/* The words of a title without those of its people's names. */
static char *
without_people(struct arena *arena, const struct join_title *title)
{
	char *text = arena_alloc(arena, strlen(title->text) + 1), *to = text;
	const char *s = title->text + 1;

	*to++ = ' ';
	while (*s) {
		size_t len = strcspn(s, " ") + 1;
		const char *at = title->people;

		while (*at && strncmp(at, s, len) != 0)
			at += strcspn(at, " ") + 1;
		if (!*at) {
			memcpy(to, s, len);
			to += len;
		}
		s += len;
	}
	return text;
}

static void
take_grams(struct arena *arena, struct join_title *title)
{
	const unsigned char *s = (const unsigned char *)without_people(
	    arena, title);
	size_t len = strlen((const char *)s), n = 0;

	title->grams = arena_alloc(arena, (len + 1) * sizeof(*title->grams));
	for (size_t i = 0; i + 2 < len; i++)
		title->grams[n++] = (uint32_t)s[i] << 16 |
		    (uint32_t)s[i + 1] << 8 | s[i + 2];
	title->ngrams = (uint32_t)sort_numbers(title->grams, n);
}

static int
compare_strings(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All words of all names, sorted: first and last names change places. */
static const char *
people_of(struct arena *arena, const struct talk *talk)
{
	const char **part = NULL;
	size_t n = 0, cap = 0, room = 1;
	char *names, *to;

	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		char *s = title_words_fold(arena, talk->speakers[i], NULL) + 1;

		for (; *s; s += strlen(s) + 1) {
			part = mem_grow(part, &cap, n + 1, sizeof(*part));
			part[n++] = s;
			s[strcspn(s, " ")] = '\0';
			room += strlen(s) + 1;
		}
	}
	if (n > 0)
		qsort(part, n, sizeof(*part), compare_strings);
	to = names = arena_alloc(arena, room);
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(part[i]);

		memcpy(to, part[i], len);
		to += len;
		*to++ = ' ';
	}
	free(part);
	return names;
}

/*
 * The words of a title without the conference's name, of `n` words, at its start
 * or end, where a dash or the like parts them.
 */
static const char *
bare_of(struct arena *arena, const struct join_title *title, const char *name,
    uint32_t n)
{
	size_t len = strlen(name), all = strlen(title->text);
	uint32_t rest = title->nwords - n;

	if (n == 0 || title->nwords <= n)
		return title->text;
	/* A blank is of both words that it parts. */
	if (title->breaks[n] && strncmp(title->text, name, len) == 0)
		return title->text + len - 1;
	if (title->breaks[rest] && strcmp(title->text + all - len, name) == 0)
		return arena_dup(arena, title->text, all - len + 1);
	return title->text;
}

/* Numbers the days of a side's talks, if they are as few as of a conference. */
static void
number_days(struct join_side *side)
{
	const char *days[DAYS_MOST];
	size_t n = 0;

	for (size_t i = 0; i < side->n; i++) {
		const char *day = side->title[i].talk->day;
		size_t k = 0;

		while (day && k < n && strcmp(days[k], day) != 0)
			k++;
		if (day && k == n && n == DAYS_MOST)
			return;
		if (day && k == n)
			days[n++] = day;
	}
	for (size_t i = 0; i < side->n; i++) {
		struct join_title *title = &side->title[i];

		title->day = title->talk->day != NULL;
		for (size_t k = 0; title->talk->day && k < n; k++)
			title->day += strcmp(days[k], title->talk->day) < 0;
	}
}

static void
make_side(struct join_titles *t, struct join_side *side,
    const struct talk *const *talks, size_t n, const char *conference)
{
	const char *name = title_words_fold(t->arena, conference, NULL);
	uint32_t words = title_words_count(
	    t->arena, conference, strlen(conference));

	side->n = n;
	side->title = arena_alloc(t->arena, (n + 1) * sizeof(*side->title));
	for (size_t i = 0; i < n; i++) {
		struct join_title *title = &side->title[i];

		title->talk = talks[i];
		title->text = title_words_fold(
		    t->arena, talks[i]->title, &title->breaks);
		title->people = people_of(t->arena, talks[i]);
		take_words(t, title);
		title->bare = bare_of(t->arena, title, name, words);
		take_parts(t, title);
		take_grams(t->arena, title);
	}
	number_days(side);
}

static void
count_words(struct join_titles *t, struct join_side *side)
{
	uint32_t *last = mem_alloc(t->nwords + 1, sizeof(*last));

	side->count = arena_alloc(
	    t->arena, (t->nwords + 1) * sizeof(*side->count));
	for (uint32_t i = 0; i < side->n; i++) {
		const struct join_title *title = &side->title[i];

		for (uint32_t w = 0; w < title->nwords; w++) {
			uint32_t word = title->words[w];

			side->count[word] += last[word] != i + 1;
			last[word] = i + 1;
		}
	}
	free(last);
}

/* The logarithm, to base two, of how few of the titles have a gram. */
static float
weight_of(size_t titles, uint32_t count)
{
	float ratio = (float)titles / (float)count, log = 0;

	while (ratio >= 2) {
		ratio /= 2;
		log += 1;
	}
	return log + ratio - 1;
}

/* Weighs grams by how few titles have them, and turns them into numbers. */
static void
weigh_grams(struct join_titles *t)
{
	size_t n = 0, all = 0, titles = t->side[0].n + t->side[1].n;
	uint32_t *gram, *count;

	for (int s = 0; s < 2; s++) {
		for (size_t i = 0; i < t->side[s].n; i++)
			all += t->side[s].title[i].ngrams;
	}
	gram = mem_alloc(all + 1, sizeof(*gram));
	for (int s = 0; s < 2; s++) {
		for (size_t i = 0; i < t->side[s].n; i++) {
			const struct join_title *title = &t->side[s].title[i];

			memcpy(gram + n, title->grams,
			    title->ngrams * sizeof(*gram));
			n += title->ngrams;
		}
	}
	if (n > 0)
		qsort(gram, n, sizeof(*gram), compare_numbers);
	count = mem_alloc(n + 1, sizeof(*count));
	for (size_t i = 0; i < n; i++) {
		if (t->ngrams == 0 || gram[t->ngrams - 1] != gram[i])
			gram[t->ngrams++] = gram[i];
		count[t->ngrams - 1]++;
	}
	t->gram = gram;
	t->gram_weight = mem_alloc(t->ngrams + 1, sizeof(*t->gram_weight));
	for (size_t i = 0; i < t->ngrams; i++)
		t->gram_weight[i] = weight_of(titles + 1, count[i]);
	free(count);
}

static void
number_grams(struct join_titles *t, struct join_title *title)
{
	for (uint32_t i = 0; i < title->ngrams; i++) {
		const uint32_t *at = bsearch(&title->grams[i], t->gram,
		    t->ngrams, sizeof(*t->gram), compare_numbers);

		title->grams[i] = at ? (uint32_t)(at - t->gram) : 0;
		title->weight += t->gram_weight[title->grams[i]];
	}
}

static void
sign_names(struct join_titles *t, struct join_title *title)
{
	for (const char *s = title->people; *s;) {
		size_t len = strcspn(s, " ");
		const char *word = arena_dup(t->arena, s, len);
		const uint32_t *number = strmap_get(&t->words, word);

		/* What is in no title is not in any. */
		title->names |= number ? UINT64_C(1) << *number % 64
				       : UINT64_MAX;
		s += len + 1;
	}
}

void
join_titles_make(struct join_titles *t,
    const struct talk *const *const talks[2], const size_t n[2],
    const char *conference)
{
	*t = (struct join_titles){.arena = arena_new()};
	for (int s = 0; s < 2; s++)
		make_side(t, &t->side[s], talks[s], n[s],
		    conference ? conference : "");
	for (int s = 0; s < 2; s++)
		count_words(t, &t->side[s]);
	weigh_grams(t);
	for (int s = 0; s < 2; s++) {
		for (size_t i = 0; i < n[s]; i++)
			number_grams(t, &t->side[s].title[i]);
	}
	for (size_t i = 0; i < n[0]; i++) {
		sign_names(t, &t->side[0].title[i]);
	}
}

void
join_titles_free(struct join_titles *t)
{
	strmap_free(&t->words);
	free(t->word);
	free(t->gram);
	free(t->gram_weight);
	arena_free(t->arena);
}
