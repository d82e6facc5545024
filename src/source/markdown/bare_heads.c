#include "source/markdown/bare_heads.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/substring.h"
#include "lectern/model/link.h"
#include "source/markdown/anew.h"
#include "source/markdown/people.h"
#include "source/markdown/signs.h"
#include "source/markdown/text_lines.h"

#define LONGEST 200 /* bytes of a name and a title */
#define LEAST   3   /* headings that name somebody */
#define MARKS   6

/* A line with its place among others. */
struct placed_line {
	const char *s;
	size_t len;
	size_t marks; /* of a heading, with the blank; 0: it is none */
	bool first;   /* the line before is empty */
};

/* A walk over lines that have words. */
struct lines {
	const char *s, *end;
	struct placed_line line;
};

static bool
next_line(struct lines *l)
{
	bool first = false;

	while (l->s < l->end) {
		const char *nl = memchr(l->s, '\n', (size_t)(l->end - l->s));
		struct placed_line line = {.s = l->s, .first = first};

		line.len = (size_t)((nl ? nl : l->end) - l->s);
		l->s = nl ? nl + 1 : l->end;
		while (line.len > 0 &&
		    strchr(" \t\r", line.s[line.len - 1]) != NULL)
			line.len--;
		first = true;
		if (line.len == 0)
			continue;
		while (line.marks < line.len && line.marks < MARKS &&
		    line.s[line.marks] == '#')
			line.marks++;
		line.marks = line.marks > 0 && line.marks < line.len &&
			line.s[line.marks] == ' '
		    ? line.marks + 1
		    : 0;
		l->line = line;
		return true;
	}
	return false;
}

/* Whether a line begins with a name and goes on with a title; `colon`: behind one. */
static bool
names_first(const char *s, size_t len, bool colon)
{
	if (len > LONGEST || strchr(" >|<`~+-*_#![", *s))
		return false;
	for (size_t at = 1; at + 2 < len; at++) {
		size_t sign = sign_colon(s + at, len - at);

		if (sign == 0 && !colon)
			sign = sign_dash(s + at, len - at);
		if (sign > 0)
			return at + sign < len &&
			    memchr(s + at + sign, ' ', len - at - sign) &&
			    people_first(s, at) == NAMES_SURE;
	}
	return false;
}

/* Whether all that a line has is one link. */
static bool
is_link(const struct placed_line *line)
{
	const char *s = line->s, *close;

	if (*s != '[')
		return link_bare(s, line->len) == line->len;
	close = memchr(s, ']', line->len);
	return close && close + 2 < s + line->len && close[1] == '(' &&
	    memchr(s, ')', line->len) == s + line->len - 1;
}

/* The marks of the headings that name somebody, if most headings do; else 0. */
static size_t
named_level(struct lines l)
{
	size_t named[MARKS + 2] = {0}, all[MARKS + 2] = {0};

	while (next_line(&l)) {
		size_t marks = l.line.marks;

		/* Lines of code are none of these. */
		if (text_lines_fence(l.line.s, l.line.s + l.line.len))
			return 0;
		all[marks]++;
		named[marks] += marks > 0 &&
		    names_first(l.line.s + marks, l.line.len - marks, false);
	}
	for (size_t marks = 2; marks < MARKS + 2; marks++) {
		if (named[marks] >= LEAST &&
		    named[marks] * 10 >= all[marks] * 7)
			return marks;
	}
	return 0;
}

/*
 * Whether a link stands alone in a line behind where the walk is, before the next
 * heading, and before the next line that might be one.
 */
static bool
has_link_below(struct lines l)
{
	while (next_line(&l) && l.line.marks == 0 &&
	    !(l.line.first && names_first(l.line.s, l.line.len, true))) {
		if (is_link(&l.line))
			return true;
	}
	return false;
}

/* The next of such lines; false: there is none. */
static bool
next_head(struct lines *l, bool *link)
{
	while (next_line(l)) {
		const struct placed_line *line = &l->line;
		bool above = *link;

		*link = is_link(line);
		if (above && line->first && line->marks == 0 &&
		    names_first(line->s, line->len, true) && has_link_below(*l))
			return true;
	}
	return false;
}

char *
bare_heads_part(struct arena *arena, const char *s, size_t *len)
{
	struct lines l = {.s = s, .end = s + *len};
	struct anew w = anew_begin(arena, s, *len);
	bool may = memchr(s, '(', *len) || substring_has(s, *len, "//");
	size_t marks = may ? named_level(l) : 0, heads = 0;
	bool link = false;

	for (; marks > 0 && next_head(&l, &link); heads++) {
		anew_skip(&w, l.line.s, l.line.s);
		anew_marks(&w, marks - 1);
	}
	return anew_end(&w, heads > 0, len);
}
