#include "source/markdown/signs.h"

#include <string.h>

/* A dash between blanks, or up to three hyphens. */
size_t
sign_dash(const char *s, size_t len)
{
	size_t n = 1;

	if (len < 3 || s[0] != ' ')
		return 0;
	while (n < len && n < 4 && s[n] == '-')
		n++;
	if (n > 1)
		return n < len && s[n] == ' ' ? n + 1 : 0;
	return len >= 5 &&
		(memcmp(s + 1, "\xe2\x80\x93 ", 4) == 0 ||
		    memcmp(s + 1, "\xe2\x80\x94 ", 4) == 0)
	    ? 5
	    : 0;
}

size_t
sign_colon(const char *s, size_t len)
{
	if (s[0] == ':')
		return len >= 2 && s[1] == ' ' ? 2 : 0;
	return len >= 3 && s[0] == '\xef' && memcmp(s, "\xef\xbc\x9a", 3) == 0
	    ? 3
	    : 0;
}

size_t
sign_bar(const char *s, size_t len)
{
	return len >= 3 && s[0] == ' ' && strchr("|/", s[1]) && s[2] == ' ' ? 3
									    : 0;
}

size_t
sign_comma(const char *s, size_t len)
{
	return len >= 2 && s[0] == ',' && s[1] == ' ' ? 2 : 0;
}

/* Whether a sign or bracket may begin with a byte. */
static bool
may_be_sign(char c)
{
	switch (c) {
	case ' ':
	case ':':
	case ',':
	case '\xef':
	case '(':
	case ')':
	case '[':
	case ']':
		return true;
	default:
		return false;
	}
}

uint32_t
sign_find(const char *s, uint32_t from, uint32_t to, sign_is *is, bool last,
    size_t *n)
{
	uint32_t found = to, close = to;
	int depth = 0;

	while (close > from && s[close - 1] != ')' && s[close - 1] != ']')
		close--;
	for (uint32_t i = from; i < to; i++) {
		size_t len;

		if (!may_be_sign(s[i]))
			continue;
		len = depth > 0 ? 0 : is(s + i, to - i);
		/* A bracket that nothing closes holds nothing. */
		depth += (s[i] == '(' || s[i] == '[') && i < close;
		if (depth > 0)
			depth -= (s[i] == ')' || s[i] == ']');
		if (len == 0 || i == from)
			continue;
		*n = len;
		found = i;
		if (!last)
			break;
	}
	return found;
}
