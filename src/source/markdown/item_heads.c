#include "source/markdown/item_heads.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/anew.h"
#include "source/markdown/text_lines.h"

#define LEAST       2  /* such items */
#define DEEPEST     6  /* level of headings */
#define LONGEST_DAY 16 /* bytes of a word that is one */

/* A line that is an item with a heading. */
struct item_head {
	const char *mark; /* where the signs of the heading begin */
	const char *title, *end;
	const char *after; /* the signs that close it */
};

/* Where a title ends, before the signs that may close a heading: "# Title #". */
static const char *
title_end(const char *s, const char *end)
{
	const char *close = end;

	while (close > s && close[-1] == '#')
		close--;
	return close > s && close[-1] == ' ' ? text_words_end(s, close) : end;
}

/* Whether a word is a day: "Saturday". */
static bool
is_day(const char *s, const char *end)
{
	char word[LONGEST_DAY + 1];
	size_t len = (size_t)(end - s);

	if (len > LONGEST_DAY)
		return false;
	for (size_t i = 0; i < len; i++)
		word[i] = text_ascii_lower(s[i]);
	word[len] = '\0';
	return day_heading_is_one(word, len);
}

/* Finds it in the line from `s` to `end`. */
static bool
read_item(const char *s, const char *end, struct item_head *head)
{
	const char *rest;
	size_t marks = 0;

	for (; s < end && (*s == ' ' || *s == '\t'); s++)
		;
	if (s + 4 > end || !strchr("*+-", *s) || s[1] != ' ')
		return false;
	for (s++; s < end && *s == ' '; s++)
		;
	head->mark = s;
	for (; s < end && *s == '#'; s++)
		marks++;
	if (marks == 0 || marks > DEEPEST || s == end || *s != ' ')
		return false;
	while (s < end && *s == ' ')
		s++;
	head->title = s;
	rest = s < end ? memmem(s, (size_t)(end - s), "[[", 2) : NULL;
	head->after = text_words_end(s, rest ? rest : end);
	head->end = title_end(s, head->after);
	/* A single word is a label, "Notes", unless it is a day. */
	return head->end > s &&
	    (memchr(s, ' ', (size_t)(head->end - s)) || is_day(s, head->end)) &&
	    !memchr(s, '*', (size_t)(head->end - s)) &&
	    !memchr(s, '`', (size_t)(head->end - s));
}

/* Whether code begins or ends in a line, perhaps in an item. */
static bool
is_fence(const char *s, const char *end)
{
	s += strspn(s, " *+-");
	return text_lines_fence(s, end) &&
	    (*s == '~' || !memchr(s + 3, '`', (size_t)(end - s) - 3));
}

/* The next such line outside of code from `*s` on, which goes behind it. */
static bool
next_item(const char **s, const char *end, struct item_head *head)
{
	bool code = false;

	while (*s < end) {
		const char *line = *s, *line_end = text_line_end(line, end);

		*s = line_end < end ? line_end + 1 : end;
		code ^= is_fence(line, line_end);
		if (!code && read_item(line, line_end, head))
			return true;
	}
	return false;
}

char *
item_heads_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	struct item_head head;
	size_t items = 0;

	if (!substring_has(s, *len, " #"))
		return NULL;
	for (; next_item(&s, end, &head); items++) {
		anew_skip(&w, head.mark, head.after);
		anew_puts(&w, "**");
		anew_put(&w, head.title, head.end);
		anew_puts(&w, "**");
	}
	return anew_end(&w, items >= LEAST, len);
}
