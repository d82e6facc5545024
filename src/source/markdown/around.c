#include "source/markdown/around.h"

#include "source/markdown/event_words.h"
#include "source/markdown/people.h"
#include "source/markdown/signs.h"

#define LEAST 3 /* lines that have some */

/* Where a title begins behind an event; `from`: there is none. */
static uint32_t
behind(const char *s, uint32_t from, uint32_t to)
{
	size_t n = 0;
	uint32_t at = sign_find(s, from, to, sign_dash, false, &n);

	if (at == to)
		at = sign_find(s, from, to, sign_colon, false, &n);
	return at < to && at + n < to && event_words_are(s + from, at - from) &&
		!event_words_count(s + at + n, to - at - n)
	    ? at + (uint32_t)n
	    : from;
}

/* Where a title ends before an event; `to`: there is none. */
static uint32_t
before(const char *s, uint32_t from, uint32_t to)
{
	static sign_is *const signs[] = {sign_bar, sign_dash};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		size_t n = 0;
		uint32_t at = sign_find(s, from, to, signs[i], true, &n);

		if (at < to && event_words_are(s + at + n, to - at - n))
			return at;
	}
	return to;
}

bool
around_some(const struct anatomy *a, size_t n)
{
	size_t some = 0;

	for (size_t i = 0; i < n; i++) {
		const char *s = a[i].line->text;

		some += behind(s, a[i].at, a[i].words) > a[i].at ||
		    before(s, a[i].at, a[i].words) < a[i].words;
	}
	return some >= LEAST && some * 10 >= n && some * 2 < n;
}

bool
around_leave(struct anatomy *a)
{
	uint32_t end = before(a->line->text, a->at, a->words);

	if (end == a->words)
		return false;
	a->words = end;
	if (!a->leads)
		a->head = a->body = end;
	return true;
}

enum place
around_place(const struct anatomy *a, size_t n)
{
	static const enum place places[] = {
	    PLACE_FIRST_COLON, PLACE_FIRST_DASH, PLACE_LAST_DASH};
	size_t sure[sizeof(places) / sizeof(*places)] = {0}, all = 0;

	for (size_t i = 0; i < n; i++) {
		struct anatomy line = a[i];
		struct cut cut;

		if (!around_leave(&line))
			continue;
		all++;
		for (size_t k = 0; k < sizeof(places) / sizeof(*places); k++)
			sure[k] += place_find(&line, places[k], &cut) &&
			    people_first(line.line->text + cut.names,
				cut.names_end - cut.names) == NAMES_SURE;
	}
	for (size_t k = 0; k < sizeof(places) / sizeof(*places); k++) {
		if (sure[k] >= LEAST && sure[k] * 10 >= all * 8)
			return places[k];
	}
	return PLACE_NONE;
}

void
around_cut(const char *s, struct cut *cut)
{
	cut->title_end = before(s, cut->title, cut->title_end);
	cut->title = behind(s, cut->title, cut->title_end);
}
