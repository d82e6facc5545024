#include "source/markdown/unmerged.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

static const char first[] = "<<<<<<< ", between[] = "=======";

/* The line between two versions, of which the first begins at `s`; NULL: none. */
static char *
line_between(char *s, const char *end)
{
	const size_t n = sizeof(between) - 1;

	while (s < end) {
		size_t len = text_line(s, (size_t)(end - s));

		if (len >= n && memcmp(s, between, n) == 0 &&
		    text_words_end(s, s + len) == s + n)
			return s;
		s += len + 1;
	}
	return NULL;
}

char *
unmerged_part(struct arena *arena, const char *s, size_t *len)
{
	const char *found = memmem(s, *len, first, sizeof(first) - 1);
	char *text, *at, *end;

	if (!found)
		return NULL;
	text = arena_dup(arena, s, *len);
	end = text + *len;
	at = text + (found - s);
	while (at && (at = line_between(at, end))) {
		memset(at, ' ', sizeof(between) - 1);
		at = memmem(at, (size_t)(end - at), first, sizeof(first) - 1);
	}
	return text;
}
