#include "source/markdown/slashes.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/people.h"

#define LEAST 3 /* lines with a name behind slashes */

static const char slashes[] = " //";

/* The next slashes between blanks, or before the line's end; NULL: there are none. */
static const char *
next_slashes(const char *s, const char *end)
{
	const char *at;

	while ((at = memmem(s, (size_t)(end - s), slashes, 3))) {
		if (at + 3 == end || at[3] == ' ')
			return at;
		s = at + 3;
	}
	return NULL;
}

/* Where what begins at `at`, behind slashes, ends: at other ones. */
static const char *
part_end(const char *at, const char *end)
{
	const char *next = next_slashes(at, end);

	return next ? next : end;
}

/* The first slashes of a line of text; NULL: it has none, or is code. */
static const char *
first_slashes(const char *s, const char *end)
{
	if (s == end || *s == '\t' || text_spaces(s, (size_t)(end - s)) > 3 ||
	    memchr(s, '`', (size_t)(end - s)) ||
	    memchr(s, '|', (size_t)(end - s)))
		return NULL;
	return next_slashes(s + 1, end);
}

/* Writes a dash in place of each, from the first ones `at` on. */
static void
put(struct anew *w, const char *at, const char *end)
{
	for (; at; at = next_slashes(at + 3, end)) {
		anew_skip(w, at, at + 3);
		if (at + 3 < end)
			anew_puts(w, " -");
	}
}

char *
slashes_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *nl;
	struct anew w = anew_begin(arena, s, *len);
	size_t all = 0, named = 0, sure = 0;

	if (!substring_has(s, *len, " // "))
		return NULL;
	for (; s < end; s = nl + 1) {
		const char *words, *at;
		enum names_reading name;

		nl = text_line_end(s, end);
		words = text_words_end(s, nl);
		at = first_slashes(s, words);
		if (at)
			put(&w, at, words);
		if (!at || at + 3 == words)
			continue;
		at += 3;
		name = people_first(at, (size_t)(part_end(at, words) - at));
		all++;
		named += name >= NAMES_MAYBE;
		sure += name == NAMES_SURE;
	}
	/* Nearly all such lines may have a name behind them, and some do. */
	return anew_end(&w, sure >= LEAST && named * 10 >= all * 7, len);
}
