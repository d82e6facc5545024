#include "source/markdown/signed.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/names.h"
#include "source/markdown/text_lines.h"

#define LEAST       3   /* talks */
#define DEEPEST     6   /* level of a heading */
#define TITLE_MOST  120 /* bytes of a title */
#define PERSON_MOST 80  /* bytes of the line with who speaks */

/* A paragraph: the lines between two that are empty. */
struct paragraph {
	const char *s, *end; /* without the last newline */
	const char *below;   /* its second line */
	const char *last;    /* its last one */
};

/* The next paragraph from `s` on; false: there is none. */
static bool
next_paragraph(const char *s, const char *end, struct paragraph *p)
{
	const char *last = text_lines_paragraph(&s, end), *nl;

	if (!last)
		return false;
	last -= last[-1] == '\n';
	nl = memrchr(s, '\n', (size_t)(last - s));
	*p = (struct paragraph){.s = s,
	    .end = last,
	    .below = nl ? text_line_end(s, last) + 1 : NULL,
	    .last = nl ? nl + 1 : s};
	return true;
}

/* Where the words of a line begin, which may be quoted: "> Ann Lee". */
static const char *
words_of(const char *s, const char *end)
{
	s += s < end && *s == '>';
	return s + text_spaces(s, (size_t)(end - s));
}

/* Whether a line is somebody's name with a handle behind it. */
static bool
is_person(const char *s, const char *end)
{
	const char *at;

	s = words_of(s, end);
	while (end > s && strchr(" \r", end[-1]))
		end--;
	if (end - s > PERSON_MOST)
		return false;
	at = memrchr(s, ' ', (size_t)(end - s));
	return at && end - at > 3 && at[1] == '@' &&
	    !memchr(at, '.', (size_t)(end - at)) &&
	    names_read(s, (size_t)(at - s)) == NAMES_SURE;
}

/* Whether a paragraph is a talk: a title, words on it, and who speaks. */
static bool
is_talk(const struct paragraph *p)
{
	const char *end = text_line_end(p->s, p->end), *s = words_of(p->s, end);

	while (end > s && strchr(" \r", end[-1]))
		end--;
	return p->below && is_person(p->last, p->end) && end - s > 3 &&
	    end - s <= TITLE_MOST && text_word_byte(*s) &&
	    !strchr(".,;:", end[-1]) && memchr(s, ' ', (size_t)(end - s));
}

/* Writes a talk: its title as a heading, who speaks, and what is between. */
static void
put_talk(struct anew *w, const struct paragraph *p, size_t level)
{
	anew_skip(w, p->s, p->end);
	anew_marks(w, level);
	anew_put(w, words_of(p->s, p->end), p->below);
	anew_put(w, words_of(p->last, p->end), p->end);
	if (p->last > p->below) {
		anew_puts(w, "\n");
		anew_put(w, p->below, p->last - 1);
	}
}

char *
signed_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	struct paragraph p;
	size_t talks = 0, level;

	if (!memchr(s, '@', *len))
		return NULL;
	level = text_lines_deepest(s, end) + 1;
	for (; level <= DEEPEST && next_paragraph(s, end, &p); s = p.end) {
		if (!is_talk(&p))
			continue;
		put_talk(&w, &p, level);
		talks++;
	}
	return anew_end(&w, talks >= LEAST, len);
}
