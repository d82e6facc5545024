#include "source/markdown/heads_pairs.h"

#include <stdbool.h>

#include "source/markdown/anew.h"
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

/* Writes a pair, the title first, and its name without marks. */
static void
put_pair(struct anew *w, const struct text_line *above,
    const struct text_line *below)
{
	bool first = is_name(above);
	const struct text_line *title = first ? below : above;
	const struct text_line *name = first ? above : below;

	anew_skip(w, above->s, below->end);
	anew_put(w, title->s, title->end);
	anew_put(w, above->end, below->s);
	anew_put(w, name->s + name->marks + 1, name->end);
}

char *
heads_pairs_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	size_t level = find_level(s, end);
	struct text_line above = {0}, h;

	for (; level > 0 && text_lines_next(s, end, &h); s = h.end) {
		if (h.marks != level || !are_pair(&above, &h)) {
			above = h;
			continue;
		}
		put_pair(&w, &above, &h);
		above = (struct text_line){0};
	}
	return anew_end(&w, level > 0, len);
}
