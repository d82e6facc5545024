#include "source/markdown/signs.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"

/* The bytes of a picture, or of its name, ":busts_in_silhouette:". */
static size_t
picture(const char *s, size_t len)
{
	if (*s == ':') {
		size_t n = 1;

		while (n < len && (text_ascii_word(s[n]) || s[n] == '_'))
			n++;
		return n > 2 && n < len && s[n] == ':' &&
			!text_ascii_digit(s[1])
		    ? n + 1
		    : 0;
	}
	return len > 4 && memcmp(s, "\xf0\x9f", 2) == 0 ? 4 : 0;
}

/* A dash between blanks, or up to three hyphens, or a picture. */
size_t
sign_dash(const char *s, size_t len)
{
	size_t n = 1;

	if (len < 3 || s[0] != ' ')
		return 0;
	while (n < len && n < 4 && s[n] == '-')
		n++;
	if (s[1] == '~')
		n = 2;
	if (n > 1)
		return n < len && s[n] == ' ' ? n + 1 : 0;
	if (s[1] == ':' || s[1] == '\xf0') {
		n = 1 + picture(s + 1, len - 1);
		return n > 1 && n < len && s[n] == ' ' ? n + 1 : 0;
	}
	n = 1;
	if (len > 4 && memcmp(s + 1, "\xe2\x80\x93", 3) == 0)
		n += 3;
	/* Chinese has two of the long ones. */
	for (; n + 3 < len && memcmp(s + n, "\xe2\x80\x94", 3) == 0; n += 3)
		;
	return n > 1 && s[n] == ' ' ? n + 1 : 0;
}

size_t
sign_last(const char *s, size_t len)
{
	if (strchr(" ,;:-", s[len - 1]))
		return 1;
	if (len > 3 && memcmp(s + len - 3, " \xc2\xb7", 3) == 0)
		return 2;
	return len > 4 &&
		(memcmp(s + len - 4, " \xe2\x80\x93", 4) == 0 ||
		    memcmp(s + len - 4, " \xe2\x80\x94", 4) == 0)
	    ? 3
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
sign_tight_colon(const char *s, size_t len)
{
	return len >= 2 && s[0] == ':' && text_word_byte(s[1]) &&
		!text_ascii_digit(s[1])
	    ? 1
	    : 0;
}

size_t
sign_bar(const char *s, size_t len)
{
	static const char *const wide[] = {
	    " \xc2\xb7 ", " \xe2\x80\xa2 ", " \xef\xbd\x9c "};

	/* The wide one stands without blanks, too. */
	if (len > 3 && memcmp(s, "\xef\xbd\x9c", 3) == 0)
		return 3;
	if (len < 3 || s[0] != ' ')
		return 0;
	if (strchr("|/", s[1]))
		return s[2] == ' ' ? 3 : 0;
	for (size_t i = 0; i < sizeof(wide) / sizeof(*wide); i++) {
		size_t n = strlen(wide[i]);

		if (len >= n && memcmp(s, wide[i], n) == 0)
			return n;
	}
	return 0;
}

size_t
sign_comma(const char *s, size_t len)
{
	return len >= 2 && s[0] == ',' && s[1] == ' ' ? 2 : 0;
}

size_t
sign_arrow(const char *s, size_t len)
{
	static const char *const arrows[] = {" \xc2\xbb ", " \xe2\x80\xba ",
	    " \xe2\x86\x92 ", " \xe2\x87\x92 ", " \xe2\x9e\x94 ", " >> ",
	    " -> ", " => ", " > ", " :: "};

	if (len < 3 || s[0] != ' ')
		return 0;
	for (size_t i = 0; i < sizeof(arrows) / sizeof(*arrows); i++) {
		size_t n = strlen(arrows[i]);

		if (len >= n && memcmp(s, arrows[i], n) == 0)
			return n;
	}
	return 0;
}

/* Bytes with which a sign or bracket may begin. */
static const bool may_be_sign[UCHAR_MAX + 1] = {[' '] = true,
    [':'] = true,
    [','] = true,
    [0xef] = true,
    ['('] = true,
    [')'] = true,
    ['['] = true,
    [']'] = true};

/* Where the last bracket of [from, to) that closes ends; `from`: there is none. */
static uint32_t
last_close(const char *s, uint32_t from, uint32_t to)
{
	while (to > from && s[to - 1] != ')' && s[to - 1] != ']')
		to--;
	return to;
}

static bool
has_any(const char *s, size_t len, const char *bytes)
{
	while (*bytes && !memchr(s, *bytes, len))
		bytes++;
	return *bytes != '\0';
}

uint32_t
sign_find(const char *s, uint32_t from, uint32_t to, sign_is *is, bool last,
    size_t *n)
{
	uint32_t found = to, close = UINT32_MAX; /* not known */
	bool words = is != sign_dash && is != sign_bar;
	/* Bytes of which it has one, for those that most lines lack. */
	const char *bytes = is == sign_bar ? "|/\xc2\xe2\xef"
	    : is == sign_colon             ? ":\xef"
	    : is == sign_tight_colon       ? ":"
	    : is == sign_comma             ? ","
					   : " ";
	int depth = 0;

	if (!has_any(s + from, to - from, bytes))
		return to;
	for (uint32_t i = from; i < to; i++) {
		size_t len;

		if (!may_be_sign[(unsigned char)s[i]] ||
		    (!words && s[i] == ' ' && i + 1 < to &&
			text_ascii_letter(s[i + 1])))
			continue;
		len = depth > 0 ? 0 : is(s + i, to - i);
		/* A bracket that nothing closes holds nothing. */
		if (s[i] == '(' || s[i] == '[') {
			if (close == UINT32_MAX)
				close = last_close(s, from, to);
			depth += i < close;
		}
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
