#include "source/markdown/stop_names.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/label.h"
#include "source/markdown/people.h"
#include "source/markdown/runs.h"

#define NAMES_LONGEST 120 /* bytes */
#define NAME_SHORTEST 4   /* with the sign behind it */

/* Whether the letter before byte `at` is a word: "J. Lee" is one name. */
static bool
is_initial(const char *s, uint32_t from, uint32_t at)
{
	uint32_t word = at;

	while (word > from && s[word - 1] != ' ')
		word--;
	return at - word == 1 || (at - word == 2 && (s[word] & 0x80));
}

/* Where the words begin that end in a sign at byte `end`. */
static uint32_t
names_start(const char *s, uint32_t from, uint32_t end)
{
	for (uint32_t i = end - 1; i > from; i--) {
		if (s[i] == s[end] && s[i + 1] == ' ' &&
		    !(s[i] == '.' && is_initial(s, from, i)))
			return i + 2;
	}
	return from;
}

/* The first link behind other words, unless it says what it leads to, or NULL. */
static const struct span *
title_link(const struct anatomy *a)
{
	const struct span *link = runs_link(a->line, a->at);

	return link && link->start > a->at + NAME_SHORTEST &&
		label_read(a->line->text + link->start,
		    link->end - link->start) == LABEL_NONE
	    ? link
	    : NULL;
}

bool
stop_names_cut(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	const struct span *link = a->leads ? NULL : title_link(a);
	uint32_t end;

	if (!link || link->start > a->at + NAMES_LONGEST)
		return false;
	end = link->start - 1;
	if (s[end] != ' ' || !strchr(".,", s[end - 1]))
		return false;
	*cut = (struct cut){link->start, runs_end(a->line, link),
	    names_start(s, a->at, end - 1), end - 1};
	return cut->names + NAME_SHORTEST <= end;
}

/* Whether a full stop at byte `at` ends a sentence, and another one begins. */
static bool
ends_sentence(const char *s, uint32_t at)
{
	return s[at] == '.' && s[at + 1] == ' ' && text_word_byte(s[at - 1]) &&
	    text_word_byte(s[at - 2]) && text_word_byte(s[at - 3]) &&
	    text_word_byte(s[at + 2]);
}

uint32_t
stop_names_end(const char *s, uint32_t from, uint32_t to)
{
	for (uint32_t i = from + 3; i + 2 < to; i++) {
		if (ends_sentence(s, i))
			return people_first(s + from, i - from) == NAMES_SURE
			    ? i
			    : to;
	}
	return to;
}

bool
stop_names_sentences(const char *s, size_t len)
{
	size_t stops = 0;

	for (size_t i = 3; i + 1 < len; i++)
		stops += s[i] == '.' && s[i + 1] == ' ' && s[i - 1] != '.' &&
		    text_word_byte(s[i - 2]) && text_word_byte(s[i - 3]);
	return stops >= 2;
}
