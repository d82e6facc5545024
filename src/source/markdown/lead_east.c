#include "source/markdown/lead_east.h"

#include <string.h>

#include "lectern/base/date_east.h"
#include "lectern/base/text.h"

size_t
lead_east_number(const char *s, size_t len)
{
	static const char *const words[] = {
	    "主题", "议题", "话题", "演讲", "分享", "讲座", NULL};
	static const char numerals[] = "一二三四五六七八九十";
	size_t n = 0, at;

	if (len == 0 || (unsigned char)*s < 0xe4)
		return 0;
	for (size_t i = 0; words[i] && n == 0; i++) {
		if (len > strlen(words[i]) &&
		    memcmp(s, words[i], strlen(words[i])) == 0)
			n = strlen(words[i]);
	}
	at = n;
	while (at < len && text_ascii_digit(s[at]))
		at++;
	while (n > 0 && len - at >= 3 &&
	    memmem(numerals, sizeof(numerals), s + at, 3))
		at += 3;
	if (n == 0 || at == n)
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
