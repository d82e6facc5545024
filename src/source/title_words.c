#include "source/title_words.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"

/* A comma between thousands: 2,000. */
static bool
is_within_number(const char *s, size_t i)
{
	return s[i] == ',' && i > 0 && text_ascii_digit(s[i - 1]) &&
	    text_ascii_digit(s[i + 1]) && text_ascii_digit(s[i + 2]) &&
	    text_ascii_digit(s[i + 3]) && !text_ascii_digit(s[i + 4]);
}

/* Whether titles have parts before and after the byte. */
static bool
is_break(const char *s, size_t i)
{
	bool dash = s[i] == '-' && i > 0 &&
	    (s[i - 1] == ' ' || s[i + 1] == ' ');

	return dash || strchr(":|/\"()[],", s[i]);
}

char *
title_words_fold(struct arena *arena, const char *text, bool **breaks)
{
	size_t len, n = 0, words = 0;
	char *folded = text_fold(arena, text, strlen(text), &len);
	char *out = arena_alloc(arena, len + 3);
	bool broken = true;

	if (breaks)
		*breaks = arena_alloc(arena, len + 2);
	out[n++] = ' ';
	for (size_t i = 0; i < len; i++) {
		bool in = text_word_byte(folded[i]) || folded[i] == '+' ||
		    folded[i] == '#';

		/* "don't" is a word, and so is "c++". */
		if (folded[i] == '\'' || is_within_number(folded, i))
			continue;
		if (in && out[n - 1] == ' ' && breaks)
			(*breaks)[words++] = broken;
		if (in)
			out[n++] = folded[i];
		else if (out[n - 1] != ' ')
			out[n++] = ' ';
		broken = !in &&
		    ((out[n - 1] == ' ' && broken) || is_break(folded, i));
	}
	if (out[n - 1] != ' ')
		out[n++] = ' ';
	if (breaks)
		(*breaks)[words] = true;
	out[n] = '\0';
	return out;
}

unsigned long
title_words_value(const char *word)
{
	static const char *const names[] = {"one", "two", "three", "four",
	    "five", "six", "seven", "eight", "nine", "ten"};
	static const char *const romans[] = {
	    "ii", "iii", "iv", "vi", "vii", "viii"};
	static const unsigned long values[] = {2, 3, 4, 6, 7, 8};
	char *end;
	unsigned long value = strtoul(word, &end, 10);

	if (end > word)
		return *end == '\0' ? value + 1 : 0;
	for (unsigned i = 0; i < 10; i++) {
		if (strcmp(word, names[i]) == 0)
			return i + 2;
	}
	for (unsigned i = 0; i < 6; i++) {
		if (strcmp(word, romans[i]) == 0)
			return values[i] + 1;
	}
	return 0;
}

bool
title_words_is_kind(const char *word)
{
	static const char *const kinds[] = {"lightning", "talk", "talks",
	    "keynote", "opening", "closing", "panel", "workshop", "sponsored",
	    "sponsor", "session", "activity", "gameshow", "tutorial", "plenary",
	    "intro", "special", "guest", "day"};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strcmp(word, kinds[i]) == 0)
			return true;
	}
	return title_words_value(word) > 0;
}

uint32_t
title_words_count(struct arena *arena, const char *text, size_t len)
{
	const char *s = title_words_fold(
	    arena, arena_dup(arena, text, len), NULL);
	uint32_t n = 0;

	while (*++s)
		n += *s == ' ';
	return n;
}
