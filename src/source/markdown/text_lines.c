#include "source/markdown/text_lines.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/line_text.h"

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
text_lines_level(const char *s, const char *end)
{
	size_t n = 0;

	while (s + n < end && s[n] == '#')
		n++;
	return n <= DEEPEST && s + n < end && s[n] == ' ' ? n : 0;
}

size_t
text_lines_mark(const char *s, const char *end)
{
	size_t len = (size_t)(end - s);
	size_t n = len > 0 ? line_text_marker(s, len) : 0;

	return n > 0 && n < len && s[n] == ' ' ? n + text_spaces(s + n, len - n)
					       : 0;
}

bool
text_lines_fence(const char *s, const char *end)
{
	return end - s >= 3 &&
	    (memcmp(s, "```", 3) == 0 || memcmp(s, "~~~", 3) == 0);
}

size_t
text_lines_deepest(const char *s, const char *end)
{
	size_t deepest = 0;

	for (; s < end; s = text_line_end(s, end) + 1) {
		size_t level = text_lines_level(s, end);

		deepest = level > deepest ? level : deepest;
	}
	return deepest;
}
