#include "source/markdown/line_text.h"

#include <string.h>

#include "lectern/base/scan.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/day_heading.h"
#include "source/markdown/label.h"

#define DAY_WITHIN 48 /* bytes of a day with its time */
#define TAB        4  /* columns between the tab stops of Markdown */

#define NOTED(PUT, n) \
	PUT('[', n) PUT('~', n) PUT('=', n) PUT('%', n) PUT('{', n) PUT('\n', n)

/* Blanks and markup. */

static void
trim(const char *s, size_t *from, size_t *to)
{
	while (*from < *to && text_ascii_blank(s[*from]))
		++*from;
	while (*to > *from && text_ascii_blank(s[*to - 1]))
		--*to;
}

void
line_text_heading_words(const char *s, size_t *from, size_t *to)
{
	size_t last;

	trim(s, from, to);
	for (last = *to; last > *from && s[last - 1] == '#';)
		last--;
	if (last == *from || text_ascii_blank(s[last - 1]))
		*to = last;
	trim(s, from, to);
}

int
line_text_column(const char *s, size_t *from, size_t to)
{
	int column = 0;

	for (; *from < to && text_ascii_blank(s[*from]); ++*from)
		column += s[*from] == '\t' ? TAB - column % TAB : 1;
	return column;
}

bool
line_text_is_noted(const char *s, size_t len)
{
	static const struct scan_set sign = SCAN_SET(NOTED);
	size_t i = scan_until(&sign, s, len, 0);

	while (i < len && s[i] != '\n' && !line_text_noted(s, i, len))
		i = scan_until(&sign, s, len, i + 1);
	return i < len && s[i] != '\n';
}

enum line_text
line_text_weigh(const char *s, size_t i, size_t from, size_t to)
{
	char before = i > from ? s[i - 1] : ' ';
	char after = i + 1 < to ? s[i + 1] : ' ';

	switch (s[i]) {
	case '*':
		return text_ascii_blank(before) && text_ascii_blank(after)
		    ? LINE_TEXT_ASCII
		    : LINE_TEXT_MARKUP;
	case '_':
		return text_ascii_word(before) && text_ascii_word(after)
		    ? LINE_TEXT_ASCII
		    : LINE_TEXT_MARKUP;
	case '`':
		return LINE_TEXT_MARKUP;
	case '\\':
		/* Without the backslash it may read as a URL. */
		if (after == '/' || after == ':' || after == '.')
			return LINE_TEXT_OTHER;
		return text_ascii_punct(after) ? LINE_TEXT_MARKUP
					       : LINE_TEXT_ASCII;
	case '[':
		if (line_text_noted(s, i, to))
			return LINE_TEXT_NOTED;
		return i == from || memmem(s + i, to - i, "](", 2)
		    ? LINE_TEXT_OTHER
		    : LINE_TEXT_ASCII;
	case '<':
		return text_ascii_letter(after) || strchr("/!?", after)
		    ? LINE_TEXT_OTHER
		    : LINE_TEXT_ASCII;
	case '&':
		return (text_ascii_word(after) || after == '#') &&
			memchr(s + i, ';', to - i)
		    ? LINE_TEXT_OTHER
		    : LINE_TEXT_ASCII;
	case '/':
		return before == ':' ? LINE_TEXT_OTHER : LINE_TEXT_ASCII;
	case 'w':
	case 'W':
		return to - i >= 4 && text_ascii_same(s + i, "www.", 4)
		    ? LINE_TEXT_OTHER
		    : LINE_TEXT_ASCII;
	case '~':
	case '=':
	case '%':
	case '{':
		return line_text_noted(s, i, to) ? LINE_TEXT_NOTED
						 : LINE_TEXT_ASCII;
	default: /* blanks, what is not ASCII, and signs that stand twice */
		return text_ascii_punct(s[i]) || text_ascii_word(s[i])
		    ? LINE_TEXT_ASCII
		    : LINE_TEXT_ODD;
	}
}

bool
line_text_starts_block(const char *s, size_t len)
{
	static const char signs[] = "*+-#>|=~:<[]_&";
	size_t digits = 0;

	if (text_ascii_letter(*s))
		return false;
	if (*s == '`')
		return len >= 3 && s[1] == '`';
	while (digits < len && text_ascii_digit(s[digits]))
		digits++;
	return digits > 0
	    ? digits < len && (s[digits] == '.' || s[digits] == ')')
	    : memchr(signs, *s, sizeof(signs) - 1) != NULL;
}

bool
line_text_bullet(const char *s, size_t len)
{
	return len > 2 && (*s == '*' || *s == '+' || *s == '-') &&
	    s[1] == ' ' && !text_ascii_blank(s[2]);
}

uint8_t
line_text_underline(const char *s, size_t len)
{
	for (size_t i = 1; i < len; i++) {
		if (s[i] != *s)
			return 0;
	}
	return *s == '=' ? 1 : *s == '-' ? 2 : 0;
}

size_t
line_text_span(const char *s, size_t len, const char *signs)
{
	size_t n = 0;

	while (n < len && strchr(signs, s[n]))
		n++;
	return n;
}

size_t
line_text_marker(const char *s, size_t len)
{
	size_t n = 0;

	if (text_ascii_any(*s, "*+-"))
		n = 1;
	else {
		while (n < len && text_ascii_digit(s[n]))
			n++;
		if (n == 0 || n > 9 || n == len || !text_ascii_any(s[n], ".)"))
			return 0;
		n++;
	}
	return n == len || text_ascii_blank(s[n]) ? n : 0;
}

bool
line_text_starts_paragraph(const char *s, size_t len)
{
	if (len == 0)
		return false;
	if (text_ascii_letter(*s))
		return true;
	/* Some of these are blanks, or are not shown. */
	if ((unsigned char)*s >= 0x80) {
		uint32_t code;

		text_decode(s, len, &code);
		return text_is_word(code) || code == 0x2013 || code == 0x2022;
	}
	if (text_ascii_any(*s, "*_"))
		return (len > 1 && text_ascii_word(s[1])) ||
		    (len > 2 && s[1] == *s && text_ascii_word(s[2]));
	if (*s == '`')
		return len > 1 && text_ascii_word(s[1]);
	if (text_ascii_digit(*s))
		return line_text_marker(s, len) == 0;
	return text_ascii_any(*s, "[(\"'$@)/.,;?%}");
}

bool
line_text_says_little(const char *s, size_t len)
{
	static const char error[] = "Error";
	static const char signs[] = {'*', '_', '`', '\\'};
	size_t said = 0;

	for (size_t i = 0, n; i < len; i += n) {
		n = text_blank(s + i, len - i);
		if (n > 0)
			continue;
		n = 1;
		if (memchr(signs, s[i], sizeof(signs)))
			continue;
		if (said == sizeof(error) - 1 || s[i] != error[said])
			return false;
		said++;
	}
	return said == 0 || said == sizeof(error) - 1;
}

/* References. */

size_t
line_text_blank_references(const char *s, size_t len)
{
	static const char *const names[] = {"&#13;", "&#xD;", "&#10;", "&#xA;"};
	size_t at = 0, i = 0;

	if (len == 0 || *s != '&')
		return 0;
	while (i < sizeof(names) / sizeof(*names)) {
		size_t n = strlen(names[i]);

		if (at < len && s[at] == ' ' && at > 0) {
			at++;
		} else if (len - at >= n && memcmp(s + at, names[i], n) == 0) {
			at += n;
			i = 0;
		} else {
			i++;
		}
	}
	return at;
}

/* URLs. */

/* Whether libcmark and link_bare() take all of a URL for what it says. */
static bool
is_plain_url(const char *s, size_t len, bool bare)
{
	static const char signs[] = "-._~/?=%#:+,@&";
	size_t scores = 0;

	if (!bare && link_is_watch(s, len))
		return true;
	if (len < 8 || !text_ascii_same(s, "http", 4))
		return false;
	for (size_t i = 0; i < len; i++) {
		if (!text_ascii_word(s[i]) &&
		    !memchr(signs, s[i], sizeof(signs) - 1))
			return false;
		scores += s[i] == '_';
	}
	/* Between two underscores it may be emphasis, and no link then. */
	return (!bare || scores < 2) && link_bare(s, len) == len;
}

const char *
line_text_url(const char *s, size_t len, size_t *url_len)
{
	const char *close = NULL;
	size_t n;

	if (len > 5 && text_ascii_same(s, "URL: ", 5)) {
		s += 5;
		len -= 5;
	}
	bool linked = *s == '[', angled = *s == '<';

	if (linked || angled) {
		s++;
		len--;
		close = memchr(s, linked ? ']' : '>', len);
	}
	n = close ? (size_t)(close - s) : len;
	if ((linked || angled) && !close)
		return NULL;
	if (linked &&
	    (len != 2 * n + 3 || close[1] != '(' || s[len - 1] != ')' ||
		memcmp(close + 2, s, n) != 0))
		return NULL;
	if ((angled && len != n + 1) || !is_plain_url(s, n, !linked && !angled))
		return NULL;
	*url_len = n;
	return s;
}

bool
line_text_may_be_dated(const char *s, size_t len)
{
	size_t i = 0, n, signs = 0;

	while (i < len && (n = text_blank(s + i, len - i)) > 0)
		i += n;
	while (i < len && signs++ < 4 && strchr("([`*_~\\\"", s[i]))
		i++;
	if (i == len)
		return false;
	return text_ascii_digit(s[i]) ||
	    ((s[i] | 0x20) == 't' && label_title(s + i, len - i) > 0);
}

/* Whether digits follow words of a date soon. */
static bool
may_begin_with_day(const char *s, size_t len)
{
	size_t n = len < DAY_WITHIN ? len : DAY_WITHIN;

	if (!day_heading_may_be(s, len))
		return false;
	while (n > 0 && !text_ascii_digit(s[n - 1]))
		n--;
	return n > 0;
}

size_t
line_text_signs(const char *s, size_t len)
{
	size_t at = line_text_span(s, len, " \t>*+-[]xX("), n = 0;

	if (may_begin_with_day(s + at, len - at))
		return 2;
	for (size_t i = at + 1; i < len; i++) {
		size_t k = i;

		if (s[i] == ';')
			n++;
		if (s[i - 1] != ' ')
			continue;
		while (k < len && strchr("*_`", s[k]))
			k++;
		n += k < len &&
		    (strchr("-|&\\", s[k]) || (unsigned char)s[k] >= 0x80 ||
			(len - k > 3 && memcmp(s + k, "by ", 3) == 0));
	}
	return n;
}

bool
line_text_has_bullets(const char *s, size_t len)
{
	const char *end = s + len, *nl;

	while (s < end) {
		while (s < end && *s == ' ')
			s++;
		if (s + 1 < end && s[1] == ' ' &&
		    (*s == '*' || *s == '+' || *s == '-'))
			return true;
		nl = memchr(s, '\n', (size_t)(end - s));
		s = nl ? nl + 1 : end;
	}
	return false;
}
