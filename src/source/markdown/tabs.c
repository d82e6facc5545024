#include "source/markdown/tabs.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anew.h"

#define LEAST 3 /* lines with a tab */

/* The bytes of the indent, the mark of an item and what follows that. */
static size_t
mark_length(const char *s, size_t len)
{
	size_t n = text_blanks(s, len), mark = n;

	while (mark < len && strchr("*+-0123456789.)", s[mark]))
		mark++;
	if (mark == n || mark == len || (s[mark] != ' ' && s[mark] != '\t'))
		return n;
	/* "12" is a mark only with a stop behind it. */
	if (!strchr("*+-.)", s[mark - 1]))
		return n;
	return mark + text_blanks(s + mark, len - mark);
}

/* Where the next tabs between words begin, from `at` on; `len`: there are none. */
static size_t
next_tab(const char *s, size_t len, size_t at)
{
	size_t end = len;
	const char *tab;

	while (end > at && strchr(" \t\r\n", s[end - 1]))
		end--;
	tab = memchr(s + at, '\t', end - at);
	return tab ? (size_t)(tab - s) : len;
}

/* Whether most lines but headings have tabs between words, and no bars. */
static bool
has_tabs(const char *s, const char *end)
{
	size_t lines = 0, tabbed = 0, len;

	for (; s < end; s += len) {
		size_t from;

		len = text_line_whole(s, (size_t)(end - s));
		from = mark_length(s, len);
		if (from >= len || strchr("\r\n#", s[from]))
			continue;
		if (strchr("`~|", s[from]) || memchr(s, '|', len))
			return false;
		lines++;
		tabbed += next_tab(s, len, from) < len;
	}
	return tabbed >= LEAST && tabbed * 10 >= lines * 6;
}

char *
tabs_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);

	if (!memchr(s, '\t', *len) || !has_tabs(s, end))
		return NULL;
	for (size_t line; s < end; s += line) {
		size_t at, tab;

		line = text_line_whole(s, (size_t)(end - s));
		at = mark_length(s, line);
		while ((tab = next_tab(s, line, at)) < line) {
			at = tab + strspn(s + tab, " \t");
			anew_skip(&w, s + tab, s + at);
			anew_puts(&w, " | ");
		}
	}
	return anew_end(&w, true, len);
}
