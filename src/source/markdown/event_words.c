#include "source/markdown/event_words.h"

#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "source/markdown/names.h"
#include "source/markdown/signs.h"

#define SERIES_LONGEST 48 /* bytes of a series' name */

bool
event_words_are(const char *s, size_t len)
{
	size_t words = 0;

	if (len < 6 || s[len - 5] != ' ' || !date_is_year(s + len - 4))
		return false;
	for (size_t i = 0; i < len - 5; i++) {
		if (i > 0 && s[i - 1] != ' ')
			continue;
		if (s[i] < 'A' || s[i] > 'Z')
			return false;
		words++;
	}
	return words <= 4;
}

bool
event_words_end_in_year(const char *s, size_t len)
{
	return len > 6 && strncmp(s + len - 6, ", ", 2) == 0 &&
	    date_is_year(s + len - 4);
}

bool
event_words_count(const char *s, size_t len)
{
	static const char *const words[] = {
	    "day", "edition", "event", "meeting", "meetup", "week", NULL};
	size_t n = names_word(s, len), at = n + 1;

	while (at < len && (text_ascii_digit(s[at]) || s[at] == '#'))
		at++;
	return n + 1 < len && at >= len && names_one_of(s, n, words);
}

/* The bytes of a sign at `s` that parts a series from a title; 0: there is none. */
static size_t
parting(const char *s, size_t len)
{
	size_t n = sign_dash(s, len);

	if (n == 0)
		n = sign_colon(s, len);
	/* As in French. */
	if (n == 0 && len > 2 && memcmp(s, " : ", 3) == 0)
		n = 3;
	return n > 0 ? n : sign_bar(s, len);
}

/* Whether a sign stands in the first `n` bytes. */
static bool
is_parted(const char *s, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		if (parting(s + i, n - i) > 0)
			return true;
	}
	return false;
}

size_t
event_words_numbered(const char *s, size_t len)
{
	size_t most = len < SERIES_LONGEST ? len : SERIES_LONGEST;
	const char *hash = memchr(s, '#', most);
	size_t n = hash ? (size_t)(hash - s) + 1 : len;

	if (n < 4 || n >= len || s[n - 2] != ' ' || !text_ascii_digit(s[n]))
		return 0;
	if (is_parted(s, n - 2))
		return 0;
	while (n < len && text_ascii_digit(s[n]))
		n++;
	return n == len || parting(s + n, len - n) > 0 ? n : 0;
}

size_t
event_words_skip(const char *s, size_t len, size_t *number)
{
	for (size_t i = 3; i < len && i < SERIES_LONGEST; i++) {
		size_t n = i, sign;

		if (!text_ascii_digit(s[i]) || !strchr(" #", s[i - 1]))
			continue;
		while (n < len && text_ascii_digit(s[n]))
			n++;
		sign = n < len ? parting(s + n, len - n) : 0;
		if (sign == 0 || n + sign == len)
			continue;
		*number = i;
		return is_parted(s, i) ? 0 : n + sign;
	}
	return 0;
}
