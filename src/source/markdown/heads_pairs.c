#include "source/markdown/heads_pairs.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "source/markdown/label.h"
#include "source/markdown/people.h"
#include "source/markdown/text_lines.h"

#define LEAST 3 /* pairs */

static bool
is_name(const struct text_line *h)
{
	const char *s = h->s + h->marks + 1;
	size_t len = (size_t)(h->end - s), skip;

	/* "Speaker: Ann Lee" */
	return people_first(s, len) == NAMES_SURE ||
	    (label_before(s, len, &skip) == LABEL_SPEAKER &&
		people_first(s + skip, len - skip) == NAMES_SURE);
}

/* Whether of two headings of one level one is a name, and the other is none. */
static bool
are_pair(const struct text_line *above, const struct text_line *below)
{
	return above->marks > 0 && above->marks == below->marks &&
	    is_name(above) != is_name(below);
}

/* The level of headings most of which are in such pairs; 0: there is none. */
static size_t
find_level(const char *s, const char *end)
{
	struct text_line above = {0}, h;
	size_t all[7] = {0}, pairs[7] = {0};

	for (; text_lines_next(s, end, &h); s = h.end) {
		bool pair = h.marks < 7 && are_pair(&above, &h);
		size_t level = h.marks < 7 ? h.marks : 0;

		all[level]++;
		pairs[level] += pair;
		above = h;
		if (pair)
			above.marks = 0;
	}
	for (size_t level = 1; level < 7; level++) {
		if (pairs[level] >= LEAST &&
		    pairs[level] * 10 >= all[level] * 4)
			return level;
	}
	return 0;
}

static void
put(char *text, size_t *n, const char *from, const char *end)
{
	memcpy(text + *n, from, (size_t)(end - from));
	*n += (size_t)(end - from);
}

/* Writes a pair, the title first, and its name without marks. */
static void
put_pair(char *text, size_t *n, const struct text_line *above,
    const struct text_line *below)
{
	bool first = is_name(above);
	const struct text_line *title = first ? below : above;
	const struct text_line *name = first ? above : below;

	put(text, n, title->s, title->end);
	put(text, n, above->end, below->s);
	put(text, n, name->s + name->marks + 1, name->end);
}

char *
heads_pairs_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *from = s;
	size_t level = find_level(s, end), n = 0;
	struct text_line above = {0}, h;
	char *text;

	if (level == 0)
		return NULL;
	text = arena_alloc(arena, *len + 1);
	for (const char *at = s; text_lines_next(at, end, &h); at = h.end) {
		if (h.marks != level || !are_pair(&above, &h)) {
			above = h;
			continue;
		}
		put(text, &n, from, above.s);
		put_pair(text, &n, &above, &h);
		from = h.end;
		above = (struct text_line){0};
	}
	put(text, &n, from, end);
	text[n] = '\0';
	*len = n;
	return text;
}
