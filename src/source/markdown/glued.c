#include "source/markdown/glued.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anew.h"

#define LOOK_MOST 65536 /* bytes that decide */

/* A walk over the lines of a text. */
struct lines {
	const char *s, *end;
	const char *line;
	size_t len;
	char fence; /* what closes the block of code that is open, or 0 */
};

/* The next line that is no code; false: there is none. */
static bool
next_line(struct lines *l)
{
	while (l->s < l->end) {
		const char *nl = memchr(l->s, '\n', (size_t)(l->end - l->s));
		size_t at;

		l->line = l->s;
		l->len = (size_t)((nl ? nl : l->end) - l->s);
		l->s = nl ? nl + 1 : l->end;
		at = 0;
		while (at < l->len && at < 3 && l->line[at] == ' ')
			at++;
		if (at + 3 <= l->len && strchr("`~", l->line[at]) &&
		    l->line[at + 1] == l->line[at] &&
		    l->line[at + 2] == l->line[at] &&
		    (l->fence == 0 || l->fence == l->line[at]))
			l->fence = l->fence == 0 ? l->line[at] : 0;
		else if (l->fence == 0)
			return true;
	}
	return false;
}

/* The marks that a line begins with. */
static size_t
count_marks(const struct lines *l)
{
	size_t n = 0;

	while (n < l->len && l->line[n] == '#')
		n++;
	return n;
}

/* Whether words follow the marks at once, and no other word has a mark. */
static bool
is_glued(const struct lines *l, size_t marks)
{
	const char *s = l->line + marks;

	if (marks == 0 || marks > 6 || marks >= l->len ||
	    (!text_word_byte(*s) && !strchr("[*\"(", *s)))
		return false;
	return !memmem(s, l->len - marks, " #", 2);
}

/*
 * Which levels of headings, as bits, are glued at the start of the text: those
 * where more of them are than not, if two are.  `#word` may be a tag, and is a
 * heading only where deeper ones are glued.
 */
static unsigned
glued_levels(const char *s, size_t len)
{
	struct lines l = {
	    .s = s, .end = s + (len < LOOK_MOST ? len : LOOK_MOST)};
	size_t glued[7] = {0}, others[7] = {0};
	size_t sure = 0;
	unsigned levels = 0;

	while (next_line(&l)) {
		size_t marks = count_marks(&l);

		if (is_glued(&l, marks)) {
			glued[marks]++;
			sure += marks > 1;
		}
		if (marks > 0 && marks <= 6 && marks < l.len &&
		    l.line[marks] == ' ')
			others[marks]++;
	}
	for (unsigned i = 6; i > 0 && sure >= 2; i--) {
		if (glued[i] > others[i] && (i > 1 || levels))
			levels |= 1u << i;
	}
	return levels;
}

static bool
is_heading(const struct lines *l, unsigned levels)
{
	size_t marks = count_marks(l);

	return is_glued(l, marks) && (levels & 1u << marks);
}

char *
glued_part(struct arena *arena, const char *s, size_t *len)
{
	struct lines l = {.s = s, .end = s + *len};
	struct anew w = anew_begin(arena, s, *len);
	unsigned levels = glued_levels(s, *len);

	while (levels > 0 && next_line(&l)) {
		const char *words = l.line + count_marks(&l);

		if (!is_heading(&l, levels))
			continue;
		anew_skip(&w, words, words);
		anew_puts(&w, " ");
	}
	return anew_end(&w, levels > 0, len);
}
