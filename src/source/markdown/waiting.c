#include "source/markdown/waiting.h"

#include <string.h>

#include "source/markdown/finder.h"
#include "source/markdown/line_text.h"
#include "source/markdown/names.h"
#include "source/markdown/signs.h"

/* A walk over the lines of all sections that wait. */
struct waiting {
	const struct outline *outline;
	const char *text;
	size_t section;         /* the next one */
	const char *next, *end; /* what is left of this one */
	const char *s;          /* a line */
	size_t len;
};

/* Goes to the next line; false: there is none. */
static bool
next_line(struct waiting *w)
{
	const struct outline *outline = w->outline;
	const char *nl;

	while (w->next >= w->end && w->section < outline->n) {
		const struct section *section = &outline->section[w->section++];

		if (section->kind < OUTLINE_PLAIN)
			continue;
		w->next = w->text + section->body;
		w->end = w->text + section->end;
	}
	if (w->next >= w->end)
		return false;
	nl = memchr(w->next, '\n', (size_t)(w->end - w->next));
	w->s = w->next;
	w->len = (size_t)((nl ? nl : w->end) - w->s);
	w->next = w->s + w->len + 1;
	return true;
}

size_t
waiting_fields(const struct outline *outline, const char *text)
{
	struct waiting w = {.outline = outline, .text = text};
	size_t signs = 0;

	while (next_line(&w))
		signs += line_text_signs(w.s, w.len);
	return signs / 2;
}

size_t
waiting_quotes(const struct outline *outline, const char *text)
{
	struct waiting w = {.outline = outline, .text = text};
	bool quoted = false;
	size_t quotes = 0;

	while (next_line(&w)) {
		bool quote = w.len > 0 && *w.s == '>';
		size_t at = quote ? 1 + (w.len > 1 && w.s[1] == ' ') : 0;

		quotes += quote && !quoted && w.len > at &&
		    strchr("*_[", w.s[at]) != NULL;
		quoted = quote;
	}
	return quotes;
}

/* Whether quotes of Chinese or Japanese open or close at `s`. */
static bool
is_east_quote(const char *s, size_t len)
{
	return len > 2 && memcmp(s, "\xe3\x80", 2) == 0 &&
	    strchr("\x8a\x8b\x8c\x8d\x8e\x8f", s[2]);
}

/*
 * Whether a line may name somebody: behind a sign, in brackets, after "by", beside
 * a quotation or in a style of its own.
 */
static bool
may_name(const char *s, size_t len)
{
	for (size_t i = 1; i < len; i++) {
		if (strchr("(:,|", s[i]) || is_east_quote(s + i, len - i) ||
		    sign_dash(s + i, len - i) > 0 ||
		    (s[i - 1] == ' ' &&
			(strchr("*_", s[i]) || names_by(s + i, len - i) > 0)))
			return true;
	}
	return false;
}

bool
waiting_may_be_named(const struct outline *outline, const char *text)
{
	struct waiting w = {.outline = outline, .text = text};
	bool any = false;
	size_t others = 0;

	while (next_line(&w)) {
		size_t indent = *w.s == ' ';

		if (w.len < indent + 2 || !strchr("*+-", w.s[indent]) ||
		    w.s[indent + 1] != ' ')
			continue;
		if (may_name(w.s, w.len))
			any = true;
		else if (++others > FINDER_OTHERS)
			return false;
	}
	return any;
}
