#include "lectern/find/suggest.h"

#include <stdlib.h>
#include <string.h>

#include "find/words.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

#define SLICE      ((size_t)1 << 20) /* bytes whose words are read in a step */
#define NEAR_MOST  6                 /* words tried in place of one */
#define TERMS_MOST 2                 /* words of a query that are replaced */

/* A word of the query that is in no talk, and words that are near. */
struct wrong {
	size_t start, end; /* in the text */
	const struct word *near[NEAR_MOST];
	size_t n;
};

struct suggest {
	struct words words;
	bool ready;   /* all words are read */
	char *text;   /* the query looked at, or NULL */
	bool looked;  /* its words were looked up: see `wrong` */
	bool phrases; /* words side by side are tried, before single ones */
	struct wrong wrong[TERMS_MOST];
	size_t nwrong;
	size_t next; /* combination to try */
	char *best;
	size_t talks; /* that match the best one */
};

struct suggest *
suggest_new(const struct notes *notes)
{
	struct suggest *suggest = mem_alloc(1, sizeof(*suggest));

	suggest->words.notes = notes;
	return suggest;
}

static void
forget(struct suggest *s)
{
	free(s->text);
	free(s->best);
	s->text = s->best = NULL;
	s->talks = s->nwrong = s->next = 0;
	s->looked = false;
}

void
suggest_free(struct suggest *suggest)
{
	if (!suggest)
		return;
	forget(suggest);
	words_free(&suggest->words);
	free(suggest);
}

bool
suggest_prepare(struct suggest *suggest, size_t bytes)
{
	if (!suggest->ready)
		suggest->ready = words_prepare(&suggest->words, bytes);
	return suggest->ready;
}

void
suggest_begin(struct suggest *suggest, const char *text)
{
	char *copy = mem_dup(text, strlen(text));

	forget(suggest);
	suggest->text = copy;
}

/* Looks up a word of the query. */
static void
look_up(struct suggest *s, size_t start, size_t end)
{
	struct arena *arena = arena_new();
	struct wrong *wrong = &s->wrong[s->nwrong];
	size_t len;
	const char *word = text_fold(arena, s->text + start, end - start, &len);
	bool known = len < WORDS_LEAST;

	for (size_t i = 0; i < len; i++)
		known = known || text_ascii_digit(word[i]);
	if (!known && !words_have(&s->words, word, len)) {
		*wrong = (struct wrong){.start = start, .end = end};
		wrong->n = words_near(
		    &s->words, word, len, wrong->near, NEAR_MOST);
		/*
		 * With a word that cannot be replaced there is nothing to
		 * offer.
		 */
		s->nwrong = wrong->n > 0 ? s->nwrong + 1 : SIZE_MAX;
	}
	arena_free(arena);
}

/* Looks up the words that a talk must have, with or without a field. */
static void
look_at(struct suggest *s)
{
	bool no = false, plain = true;

	s->looked = true;
	for (size_t at = 0; s->text[at] && s->nwrong < TERMS_MOST;) {
		size_t start = at;

		while (text_word_byte(s->text[at]))
			at++;
		if (at > start) {
			/* Skips the name of a field. */
			if (s->text[at] != ':' && !no)
				look_up(s, start, at);
			continue;
		}
		if (s->text[at] == ' ')
			no = false;
		else if (strchr("!-~", s->text[at]))
			no = at == 0 || s->text[at - 1] == ' ';
		plain = plain && s->text[at] == ' ';
		at++;
	}
	s->phrases = plain && strchr(s->text, ' ');
}

/* The number of combinations of near words. */
static size_t
combinations(const struct suggest *s)
{
	size_t n = 1;

	if (s->nwrong == 0 || s->nwrong > TERMS_MOST)
		return 0;
	for (size_t i = 0; i < s->nwrong; i++)
		n *= s->wrong[i].n;
	return n;
}

/* The query with the words of a combination, owned by the caller. */
static char *
combine(const struct suggest *s, size_t which)
{
	char *text = mem_dup("", 0);
	size_t from = 0;

	for (size_t i = 0; i < s->nwrong; i++) {
		const struct wrong *wrong = &s->wrong[i];
		const struct word *word = wrong->near[which % wrong->n];
		char *more = mem_printf("%s%.*s%.*s", text,
		    (int)(wrong->start - from), s->text + from, (int)word->len,
		    s->words.blob + word->at);

		free(text);
		text = more;
		from = wrong->end;
		which /= wrong->n;
	}
	char *whole = mem_printf("%s%s", text, s->text + from);

	free(text);
	return whole;
}

static size_t
count_talks(struct filter *filter, const char *text)
{
	struct query query = {0};
	struct hits hits = {0};

	query_parse(&query, text);
	filter_run(filter, &query, &hits);

	size_t n = hits.n;

	query_free(&query);
	hits_free(&hits);
	return n;
}

/* Tries one combination; false when there is none left. */
static bool
try_next(struct suggest *s, struct filter *filter)
{
	size_t n = combinations(s);

	if (s->next == n && s->phrases && !s->best) {
		/* Nothing has the words side by side: try them anywhere. */
		s->phrases = false;
		s->next = 0;
	}
	if (s->next >= n)
		return false;
	char *text = combine(s, s->next++);
	char *phrase = mem_printf("\"%s\"", text);
	size_t talks = count_talks(filter, s->phrases ? phrase : text);

	if (talks > s->talks) {
		free(s->best);
		s->best = text;
		s->talks = talks;
		text = NULL;
	}
	free(phrase);
	free(text);
	return true;
}

bool
suggest_step(struct suggest *suggest, struct filter *filter)
{
	struct suggest *s = suggest;

	if (!s->text)
		return true;
	if (!suggest_prepare(s, SLICE))
		return false;
	if (!s->looked) {
		look_at(s);
		return combinations(s) == 0;
	}
	if (try_next(s, filter))
		return false;
	/* Counts what the filter really finds. */
	if (s->best && s->phrases) {
		s->talks = count_talks(filter, s->best);
		s->phrases = false;
	}
	return true;
}

const char *
suggest_text(const struct suggest *suggest, size_t *talks)
{
	*talks = suggest->talks;
	return suggest->best;
}
