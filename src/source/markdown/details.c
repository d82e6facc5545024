#include "source/markdown/details.h"

#include <string.h>

#include "lectern/base/text.h"

#define CODE 4 /* columns of blanks before a line that make it code */

/* Whether the line is this one, but for blanks behind it. */
static bool
is_line(const char *s, size_t len, const char *line)
{
	size_t n = strlen(line);

	while (len > 0 && text_ascii_blank(s[len - 1]))
		len--;
	return len == n && memcmp(s, line, n) == 0;
}

bool
details_is_tag(const char *s, size_t len)
{
	return len > 0 && *s == '<' &&
	    (is_line(s, len, "<details>") || is_line(s, len, "</details>") ||
		is_line(s, len, "<details open>"));
}

/*
 * Whether the HTML that ends in the line before `i` ends there for sure, and
 * what follows is no code: behind HTML that may be more of it.
 */
static bool
is_blank(const char *s, size_t len, size_t i)
{
	size_t end = i < len ? i + text_line(s + i, len - i) : len,
	       from = end + 1;

	while (i < end && text_ascii_blank(s[i]))
		i++;
	if (i < end || end == len)
		return false;
	for (i = from; i < len && text_ascii_blank(s[i]); i++) {
		if (s[i] == '\n')
			from = i + 1;
		else if (s[i] == '\t')
			return false;
	}
	return i - from < CODE;
}

/* Whether `<summary>words</summary>` stands at `i`, over a blank line. */
static bool
is_summary(const char *s, size_t len, size_t i, size_t *from, size_t *to)
{
	static const char open[] = "<summary>", close[] = "</summary>";
	size_t end = i + text_line(s + i, len - i), at = i + sizeof(open) - 1;

	if (end <= at || memcmp(s + i, open, sizeof(open) - 1) != 0 ||
	    !text_ascii_word(s[at]))
		return false;
	*from = at;
	while (at < end && s[at] != '<' && s[at] != '&')
		at++;
	*to = at;
	return is_line(s + at, end - at, close) && is_blank(s, len, end + 1);
}

enum details
details_at(const char *s, size_t len, size_t *from, size_t *to)
{
	size_t end, words;

	if (s[*from] != '<')
		return DETAILS_NONE;
	end = *from + text_line(s + *from, len - *from);
	if (details_is_tag(s + *from, end - *from)) {
		/* What the last one closes has no summary below. */
		return is_blank(s, len, end + 1) ||
			(s[*from + 1] != '/' && end + 1 < len &&
			    is_summary(s, len, end + 1, &words, to))
		    ? DETAILS_TAG
		    : DETAILS_NONE;
	}
	return is_summary(s, len, *from, from, to) ? DETAILS_SUMMARY
						   : DETAILS_NONE;
}
