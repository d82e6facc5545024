#include "source/markdown/handle_heads.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/names.h"
#include "source/markdown/text_lines.h"

#define LEAST       2  /* headings that end in a handle */
#define DEEPEST     6  /* level of headings */
#define PERSON_MOST 60 /* bytes of a name */

/* A heading with a colon. */
struct heading {
	size_t level;
	const char *colon;
	bool handle; /* stands behind it */
	bool person; /* may be all that does */
};

/* Whether all of a text is "@ann", or a link with those words. */
static bool
is_handle(const char *s, const char *end)
{
	const char *close;

	if (s < end && *s == '[') {
		close = memchr(s, ']', (size_t)(end - s));
		if (!close || close + 1 == end || close[1] != '(' ||
		    memchr(close, ')', (size_t)(end - close)) != end - 1)
			return false;
		s++;
		end = close;
	}
	return names_is_handle(s, (size_t)(end - s));
}

/* Reads the line from `s` to `end`; false: it is no such heading. */
static bool
read_heading(const char *s, const char *end, struct heading *heading)
{
	const char *words, *at = end, *person;

	heading->level = text_lines_level(s, end);
	if (heading->level == 0)
		return false;
	words = s + heading->level;
	while (at > words && !(at[-1] == ':' && at < end && *at == ' '))
		at--;
	heading->colon = at > words + 1 ? at - 1 : NULL;
	if (!heading->colon)
		return true;
	person = at + text_spaces(at, (size_t)(end - at));
	end = text_words_end(person, end);
	heading->handle = is_handle(person, end);
	heading->person = heading->handle ||
	    (end - person <= PERSON_MOST &&
		names_read(person, (size_t)(end - person)) != NAMES_NOT);
	return true;
}

/* The next heading outside of code from `*s` on, which goes behind it. */
static bool
next_heading(const char **s, const char *end, struct heading *heading)
{
	bool code = false;

	while (*s < end) {
		const char *line = *s, *line_end = text_line_end(line, end);

		*s = line_end < end ? line_end + 1 : end;
		code ^= text_lines_fence(line, line_end);
		*heading = (struct heading){0};
		if (!code && *line == '#' &&
		    read_heading(line, line_end, heading))
			return true;
	}
	return false;
}

/* The level at which more than half of all headings end in a handle; 0: none. */
static size_t
find_level(const char *s, const char *end)
{
	size_t all[DEEPEST + 1] = {0}, handles[DEEPEST + 1] = {0};
	struct heading heading;

	while (next_heading(&s, end, &heading)) {
		all[heading.level]++;
		handles[heading.level] += heading.handle;
	}
	for (size_t level = 1; level <= DEEPEST; level++) {
		if (handles[level] >= LEAST && handles[level] * 2 > all[level])
			return level;
	}
	return 0;
}

char *
handle_heads_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	struct heading heading;
	size_t level;

	if (!substring_has(s, *len, ": [@") && !substring_has(s, *len, ": @"))
		return NULL;
	level = find_level(s, end);
	while (level > 0 && next_heading(&s, end, &heading)) {
		if (heading.level != level || !heading.person)
			continue;
		anew_skip(&w, heading.colon, heading.colon + 1);
		anew_puts(&w, " -");
	}
	return anew_end(&w, level > 0, len);
}
