#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/model/person.h"
#include "lectern/ui/app.h"

#define WORDS_MOST 64 /* of a title that are compared */

/* The words of a title, folded. */
struct title {
	const char *text;
	struct {
		const char *s;
		size_t len;
	} word[WORDS_MOST];
	size_t n;
};

static void
take_words(struct arena *arena, const char *text, struct title *title)
{
	title->text = text_fold(arena, text, strlen(text), NULL);
	title->n = 0;
	for (const char *s = title->text; *s && title->n < WORDS_MOST;) {
		size_t len = 0;

		while (s[len] && text_word_byte(s[len]))
			len++;
		if (len > 0) {
			title->word[title->n].s = s;
			title->word[title->n++].len = len;
		}
		s += len > 0 ? len : 1;
	}
}

static bool
has_word(const struct title *title, const char *s, size_t len)
{
	for (size_t i = 0; i < title->n; i++)
		if (title->word[i].len == len &&
		    memcmp(title->word[i].s, s, len) == 0)
			return true;
	return false;
}

/* How many words of a title are in the other; `*numbers`: all that are digits. */
static size_t
count_shared(const struct title *a, const struct title *b, bool *numbers)
{
	size_t shared = 0;

	for (size_t i = 0; i < a->n; i++) {
		bool has = has_word(b, a->word[i].s, a->word[i].len);

		shared += has;
		if (!has && text_ascii_digit(*a->word[i].s))
			*numbers = false;
	}
	return shared;
}

/* Whether titles are equal, or have most words and all numbers in common. */
static bool
is_near(const struct title *a, const struct title *b)
{
	bool numbers = true;
	size_t shared = count_shared(a, b, &numbers) +
	    count_shared(b, a, &numbers);

	if (strcmp(a->text, b->text) == 0)
		return true;
	return numbers && shared >= 4 && 10 * shared >= 7 * (a->n + b->n);
}

/* Whether a name can have this key, by its first letter: most have not. */
static bool
may_have(const char *name, const char *key)
{
	return !text_ascii_letter(*name) || text_ascii_lower(*name) == *key ||
	    strchr(name, ',');
}

static bool
shares_speaker(struct arena *arena, const struct talk *talk,
    const char *const *keys, uint32_t nkeys)
{
	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		const char *key = NULL;

		for (uint32_t k = 0; k < nkeys; k++) {
			if (!may_have(talk->speakers[i], keys[k]))
				continue;
			if (!key)
				key = person_key(arena, talk->speakers[i]);
			if (*key && strcmp(key, keys[k]) == 0)
				return true;
		}
	}
	return false;
}

/* Adds a name that is not among them. */
static void
add_name(char **names, const char *name)
{
	char *longer;

	if (*names && strstr(*names, name))
		return;
	longer = mem_printf("%s%s%s", *names ? *names : _("Also given at "),
	    *names ? ", " : "", name);
	free(*names);
	*names = longer;
}

char *
app_also_given(const struct app *app, uint32_t index)
{
	const struct notes *notes = app->notes;
	const struct talk *talk = &notes->talks[index];
	struct arena *arena, *scratch;
	struct title own, other;
	const char **keys;
	char *names = NULL;

	if (notes->nconferences <= 1 || talk->nspeakers == 0 || talk->missing)
		return NULL;
	arena = arena_new();
	scratch = arena_new();
	keys = arena_alloc(arena, talk->nspeakers * sizeof(*keys));
	for (uint32_t i = 0; i < talk->nspeakers; i++)
		keys[i] = person_key(arena, talk->speakers[i]);
	take_words(arena, talk->title, &own);
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *t = &notes->talks[i];

		if (t->missing || t->source == talk->source ||
		    !shares_speaker(scratch, t, keys, talk->nspeakers))
			continue;
		take_words(scratch, t->title, &other);
		if (is_near(&own, &other))
			add_name(&names, notes_label(notes, t->source));
		arena_clear(scratch);
	}
	arena_free(scratch);
	arena_free(arena);
	return names;
}
