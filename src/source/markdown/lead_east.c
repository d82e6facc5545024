#include "source/markdown/lead_east.h"

#include <string.h>

#include "lectern/base/date_east.h"
#include "lectern/base/text.h"

#define COUNT_LONGEST 9 /* bytes of three numerals */

/* The bytes of a number in digits or in Chinese at the start. */
static size_t
numerals_length(const char *s, size_t len)
{
	static const char numerals[] = "一二三四五六七八九十";
	size_t at = 0;

	while (at < len && text_ascii_digit(s[at]))
		at++;
	while (at + 3 <= len && memmem(numerals, sizeof(numerals), s + at, 3))
		at += 3;
	return at;
}

/* The bytes of a number that counts, with its sign: "一、". */
static size_t
count_length(const char *s, size_t len)
{
	size_t n = numerals_length(s, len);

	return n > 0 && n <= COUNT_LONGEST && len - n > 3 &&
		memcmp(s + n, "、", 3) == 0
	    ? n + 3
	    : 0;
}

size_t
lead_east_number(const char *s, size_t len)
{
	static const char *const words[] = {
	    "主题", "议题", "话题", "演讲", "分享", "讲座", NULL};
	size_t n = 0, at;

	if (len == 0 || (!text_ascii_digit(*s) && (unsigned char)*s < 0xe4))
		return 0;
	for (size_t i = 0; words[i] && n == 0; i++) {
		if (len > strlen(words[i]) &&
		    memcmp(s, words[i], strlen(words[i])) == 0)
			n = strlen(words[i]);
	}
	if (n == 0)
		return count_length(s, len);
	at = n + numerals_length(s + n, len - n);
	if (at == n)
		return 0;
	if (len - at > 3 && memcmp(s + at, "：", 3) == 0)
		return at + 3;
	return len - at > 1 && s[at] == ':' ? at + 1 : 0;
}

size_t
lead_east_separator(const char *s, size_t len)
{
	static const char *const signs[] = {
	    "：", "、", "\xe3\x80\x80", "｜", "· ", "• "};

	/* Most text ends here. */
	if (len < 3 || (unsigned char)*s < 0xc2)
		return 0;
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		if (memcmp(s, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	}
	return 0;
}

size_t
lead_east_date(const char *s, size_t len)
{
	struct date_east date;
	size_t n = date_east(s, len, &date);

	if (n == 0 || n == len || (s[n] == ' ' && date.month > 0) ||
	    strchr(":|,)]-~", s[n]) || lead_east_separator(s + n, len - n) > 0)
		return n;
	return s[n] == ' ' && n + 1 < len && strchr("-|", s[n + 1]) ? n : 0;
}
