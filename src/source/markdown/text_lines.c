#include "source/markdown/text_lines.h"

#include <string.h>

#include "lectern/base/text.h"

#define DEEPEST 6 /* level of a heading */

bool
text_lines_next(const char *s, const char *end, struct text_line *line)
{
	while (s < end && strchr(" \t\r\n", *s))
		s++;
	if (s == end)
		return false;
	*line = (struct text_line){.s = s, .end = text_line_end(s, end)};
	while (s < line->end && *s == '#')
		s++;
	line->marks = s < line->end && *s == ' ' ? (size_t)(s - line->s) : 0;
	return true;
}

static bool
is_blank(const char *s, const char *end)
{
	return text_words_end(s, end) == s;
}

const char *
text_lines_paragraph(const char **s, const char *end)
{
	const char *at;

	while (*s < end && is_blank(*s, text_line_end(*s, end)))
		*s = text_line_end(*s, end) + 1;
	if (*s >= end)
		return NULL;
	for (at = *s; at < end && !is_blank(at, text_line_end(at, end));) {
		at = text_line_end(at, end);
		at += at < end;
	}
	return at;
}

size_t
text_lines_deepest(const char *s, const char *end)
{
	size_t deepest = 0, n;

	for (; s < end; s = text_line_end(s, end) + 1) {
		for (n = 0; s + n < end && s[n] == '#';)
			n++;
		if (n <= DEEPEST && s + n < end && s[n] == ' ' && n > deepest)
			deepest = n;
	}
	return deepest;
}
