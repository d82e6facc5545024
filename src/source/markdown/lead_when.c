#include "source/markdown/lead_when.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/lead_east.h"
#include "source/markdown/names.h"
#include "source/when.h"

#define DATE_LONGEST 48 /* bytes of a date in words */
#define WORD_LONGEST 16 /* and of one of these */

size_t
lead_digits(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && text_ascii_digit(s[n]))
		n++;
	return n;
}

size_t
lead_dash(const char *s, size_t len)
{
	if (len > 0 && (*s == '-' || *s == '~'))
		return len > 1 && s[0] == '-' && s[1] == '-' ? 2 : 1;
	return len >= 3 && memcmp(s, "\xe2\x80", 2) == 0 &&
		((unsigned char)s[2] == 0x93 || (unsigned char)s[2] == 0x94)
	    ? 3
	    : 0;
}

static bool
ends_word(const char *s, size_t len, size_t at)
{
	return at >= len || !text_ascii_word(s[at]);
}

/* "am", "pm", "h", "Uhr", "Z" after a time. */
static size_t
time_unit(const char *s, size_t len)
{
	static const char *const units[] = {"am", "pm", "uhr", "a.m.", "p.m."};
	size_t skip = text_spaces(s, len);

	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		size_t n = strlen(units[i]);

		if (len - skip >= n && text_ascii_same(s + skip, units[i], n) &&
		    ends_word(s, len, skip + n))
			return skip + n;
	}
	return 0;
}

/* " CET", " (UTC)" after a time. */
static size_t
time_zone(const char *s, size_t len)
{
	static const char *const zones[] = {"aest", "bst", "cest", "cet", "cst",
	    "edt", "eest", "eet", "est", "gmt", "ist", "jst", "mesz", "mez",
	    "msk", "pdt", "pst", "sast", "utc", NULL};
	size_t open = len > 1 && s[1] == '(', n = 0;

	if (len < 4 || *s != ' ')
		return 0;
	while (1 + open + n < len && text_ascii_letter(s[1 + open + n]))
		n++;
	/* In small letters they are words. */
	if (s[1 + open] < 'A' || s[1 + open] > 'Z' ||
	    !names_one_of(s + 1 + open, n, zones))
		return 0;
	n += 1 + open;
	if (open > 0)
		return n < len && s[n] == ')' ? n + 1 : 0;
	return ends_word(s, len, n) ? n : 0;
}

/* A time that is still to be told: "XX:XX". */
static size_t
no_time(const char *s, size_t len)
{
	if (len < 5 || !strchr("Xx?_", *s) || s[1] != *s || s[2] != ':' ||
	    s[3] != *s || s[4] != *s)
		return 0;
	return ends_word(s, len, 5) ? 5 : 0;
}

static size_t
one_time(const char *s, size_t len)
{
	size_t n = lead_digits(s, len), unit;
	bool sure = false;

	if (n < 1 || n > 2)
		return 0;
	for (int part = 0; part < 2 && n + 2 < len + 0 &&
	     (s[n] == ':' || (s[n] == 'h' && part == 0)) &&
	     lead_digits(s + n + 1, len - n - 1) == 2;
	     part++) {
		n += 3;
		sure = true;
	}
	if (!sure && n + 2 < len && lead_digits(s + n + 1, len - n - 1) == 2 &&
	    (s[n] == ':' || s[n] == 'h')) {
		n += 3;
		sure = true;
	}
	if (!sure && n < len && s[n] == 'h' && ends_word(s, len, n + 1))
		return n + 1;
	/* "11.30 Uhr" */
	if (!sure && n + 3 < len && s[n] == '.' &&
	    lead_digits(s + n + 1, len - n - 1) == 2 &&
	    time_unit(s + n + 3, len - n - 3) > 0)
		n += 3;
	unit = time_unit(s + n, len - n);
	return (sure || unit > 0) && ends_word(s, len, n + unit) ? n + unit : 0;
}

/*
 * The first of two times that have their unit in common: "10-11.30 Uhr", "11 -
 * 12:30pm".
 */
static size_t
bare_time(const char *s, size_t len)
{
	size_t n = lead_digits(s, len), at, end, second;

	if (n < 1 || n > 2)
		return 0;
	if (n < len && s[n] == '.' && lead_digits(s + n + 1, len - n - 1) == 2)
		n += 3;
	at = n + text_spaces(s + n, len - n);
	end = lead_dash(s + at, len - at);
	at += end;
	at += text_spaces(s + at, len - at);
	second = end > 0 ? one_time(s + at, len - at) : 0;
	return second > 0 &&
		(strchr("mM.", s[at + second - 1]) ||
		    !memchr(s + at, ':', lead_digits(s + at, len - at) + 1))
	    ? n
	    : 0;
}

/*
 * The bytes of "10.45", which is no day and month, as "10.05" may be: `*sure` of
 * it where no month has such a number.
 */
static size_t
dotted_time(const char *s, size_t len, bool *sure)
{
	size_t n = lead_digits(s, len);
	int hour, minute;

	if (n < 1 || n > 2 || n + 3 > len || s[n] != '.' ||
	    lead_digits(s + n + 1, len - n - 1) != 2)
		return 0;
	hour = atoi(s);
	minute = (s[n + 1] - '0') * 10 + s[n + 2] - '0';
	*sure = *sure || minute == 0 || minute > 12;
	return hour < 24 && minute < 60 ? n + 3 : 0;
}

/* "9.00 Knots", "10.05-10.45". */
static size_t
dotted_times(const char *s, size_t len)
{
	bool sure = false;
	size_t n = dotted_time(s, len, &sure), at, end;

	if (n == 0 || !ends_word(s, len, n))
		return 0;
	at = n + text_spaces(s + n, len - n);
	end = lead_dash(s + at, len - at);
	at += end;
	at += text_spaces(s + at, len - at);
	end = end > 0 ? dotted_time(s + at, len - at, &sure) : 0;
	if (end > 0 && ends_word(s, len, at + end))
		n = at + end;
	return sure && n < len && strchr(" :,", s[n]) ? n : 0;
}

/* A time, or when something begins and ends. */
static size_t
times(const char *s, size_t len)
{
	size_t n = one_time(s, len), at, end;

	if (n == 0)
		n = bare_time(s, len);
	if (n == 0 && (n = dotted_times(s, len)) > 0)
		return n;
	if (n == 0)
		return no_time(s, len);
	at = n + text_spaces(s + n, len - n);
	end = lead_dash(s + at, len - at);
	if (end == 0 && len - at > 3 && memcmp(s + at, "to ", 3) == 0)
		end = 3;
	if (end == 0)
		return n;
	at += end;
	at += text_spaces(s + at, len - at);
	end = one_time(s + at, len - at);
	return end > 0 ? at + end : n;
}

size_t
lead_time(const char *s, size_t len)
{
	size_t n = times(s, len);

	return n > 0 ? n + time_zone(s + n, len - n) : 0;
}

bool
lead_is_parted(const char *s, size_t len)
{
	size_t n = text_spaces(s, len);

	return n == len || lead_dash(s + n, len - n) > 0 ||
	    strchr(":|,;)]", s[n]);
}

/* Whether `2031-05` is a year and its month. */
static bool
is_month(const char *s, size_t len)
{
	return len == 7 && date_is_year(s) &&
	    ((s[5] == '0' && s[6] > '0') || (s[5] == '1' && s[6] < '3'));
}

/* Whether eight digits are a year, a month and a day: "20310512". */
static bool
is_day(const char *s)
{
	int month = (s[4] - '0') * 10 + s[5] - '0';
	int day = (s[6] - '0') * 10 + s[7] - '0';

	return date_is_year(s) && month > 0 && month <= 12 && day > 0 &&
	    day <= 31;
}

/*
 * `2031-05-12`, `12.05.2031`, `12/5/31`, `12.05.`, `05/2031`, `2031-05`,
 * `20310512`
 */
static size_t
date_in_digits(const char *s, size_t len)
{
	size_t n = lead_digits(s, len), parts = 1;
	bool year = n == 4;
	char mark;

	if (n == 8)
		return is_day(s) && ends_word(s, len, n) ? n : 0;
	if (n == 0 || (n > 2 && n != 4) || n + 1 >= len)
		return 0;
	mark = s[n];
	if (!strchr("-./", mark))
		return 0;
	while (parts < 3 && n + 1 < len && s[n] == mark) {
		size_t more = lead_digits(s + n + 1, len - n - 1);

		if (more == 0 || (more > 2 && more != 4) || (year && more > 2))
			break;
		n += 1 + more;
		parts++;
	}
	if (parts < 2 || (parts == 2 && mark == '-' && !is_month(s, n)))
		return 0;
	year = year || (n > 5 && date_is_year(s + n - 4));
	/* "2.1.4" is a number. */
	if (parts == 3 && !year && s[n - 2] == mark)
		return 0;
	if (mark == '.' && n < len && s[n] == '.')
		n++;
	else if (parts == 2 && !year)
		return 0;
	return ends_word(s, len, n) ? n : 0;
}

/* The letter of "décembre", "août" or "März" that is beyond ASCII; 0: another. */
static char
plain_letter(const char *s, size_t len)
{
	if (len < 2 || s[0] != '\xc3')
		return 0;
	switch (s[1]) {
	case '\xa4':
		return 'a';
	case '\xa9':
		return 'e';
	case '\xbb':
		return 'u';
	default:
		return 0;
	}
}

/*
 * The next word at `s`, in small letters of ASCII, and its length in `*n`.
 * Returns the bytes of it in `s`, 0 where there is none.
 */
static size_t
small_word(const char *s, size_t len, char word[WORD_LONGEST], size_t *n)
{
	size_t at = 0;

	for (*n = 0; at < len && *n < WORD_LONGEST; ++*n) {
		char plain = plain_letter(s + at, len - at);

		if (!plain && !text_ascii_word(s[at]))
			break;
		word[*n] = plain ? plain : text_ascii_lower(s[at]);
		at += plain ? 2 : 1;
	}
	return at;
}

/*
 * The rest of a range of days, "-5", "-5th" or " - 5th", behind the first one.
 * Behind blanks, a bare number may begin a title.
 */
static size_t
last_day(const char *s, size_t len)
{
	size_t before = text_spaces(s, len),
	       at = before + lead_dash(s + before, len - before);
	size_t n, end;
	bool dated = false;

	if (at == before)
		return 0;
	at += text_spaces(s + at, len - at);
	n = lead_digits(s + at, len - at);
	for (end = at + n; end < len && s[end] >= 'a' && s[end] <= 'z'; end++)
		;
	if (n == 0 || n > 2 || !day_heading_word(s + at, end - at, &dated) ||
	    (before > 0 && end == at + n))
		return 0;
	return end == len || strchr(" ,.:)", s[end]) ? end : 0;
}

/* The bytes of a day that is still to be told, before a sign: "??", "TBA". */
static size_t
no_day(const char *s, size_t len)
{
	static const char *const days[] = {
	    "??", "xx", "XX", "__", "tba", "TBA", "tbd", "TBD"};

	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		size_t n = strlen(days[i]);

		if (len > n && memcmp(s, days[i], n) == 0 &&
		    lead_is_parted(s + n, len - n))
			return n;
	}
	return 0;
}

size_t
lead_date_words(const char *s, size_t len)
{
	size_t best = 0;
	bool dated = false, year = false;

	if (!day_heading_may_be(s, len))
		return 0;
	for (size_t at = 0; at < len && at < DATE_LONGEST;) {
		char word[WORD_LONGEST];
		size_t n, end = at + small_word(s + at, len - at, word, &n);

		/* "Monday 10:00": the hour is no day of a month. */
		if (dated && lead_time(s + at, len - at) > 0)
			break;
		/* "May ??:" */
		if (dated && no_day(s + at, len - at) > 0)
			return at + no_day(s + at, len - at);
		if (n == 0 || !day_heading_word(word, n, &dated) ||
		    (year && text_ascii_digit(*word)))
			break;
		year = n == 4 && lead_digits(word, n) == n;
		if (!year && text_ascii_digit(*word))
			end += last_day(s + end, len - end);
		if (end < len && s[end] == '.')
			end++;
		if (dated &&
		    (lead_is_parted(s + end, len - end) ||
			lead_time(s + end + 1, len - end - 1) > 0))
			best = end;
		at = end;
		while (at < len && strchr(" ,&", s[at]))
			at++;
		if (at == end)
			break;
	}
	return best;
}

size_t
lead_date_by_month(const char *s, size_t len)
{
	size_t at = lead_digits(s, len);

	if (at == 0 || at > 2)
		return 0;
	at += at < len && s[at] == '.';
	for (int part = 0; part < 4 && at + 1 < len && s[at] == ' '; part++) {
		size_t word = at + 1;
		size_t n = lead_digits(s + word, len - word);

		if (n == 4 && part > 0)
			return word + n;
		while (word + n < len && text_word_byte(s[word + n]))
			n++;
		if (when_month(s + word, n) == 0 &&
		    (n != 2 || memcmp(s + word, "de", 2) != 0))
			return 0;
		at = word + n;
	}
	return 0;
}

/* The bytes of "and ", in some languages, before the other of two dates. */
static size_t
and_word(const char *s, size_t len)
{
	static const char *const words[] = {
	    "and", "e", "en", "et", "i", "och", "og", "und", "y", NULL};
	size_t n = names_word(s, len);

	return n < len && s[n] == ' ' && names_one_of(s, n, words) ? n + 1 : 0;
}

size_t
lead_date(const char *s, size_t len)
{
	size_t n = date_in_digits(s, len), end, at;

	if (n == 0) {
		n = lead_date_by_month(s, len);
		n = lead_is_parted(s + n, len - n) ? n : 0;
	}
	if (n == 0)
		n = lead_east_date(s, len);
	if (n == 0)
		return lead_date_words(s, len);
	/* A range of dates, as of a meeting of several days. */
	at = n + text_spaces(s + n, len - n);
	if (len - at > 2 && s[at] == '&' && s[at + 1] == ' ') {
		end = lead_digits(s + at + 2, len - at - 2);
		return end == 1 || end == 2 ? at + 2 + end : n;
	}
	end = lead_dash(s + at, len - at);
	if (end == 0 && at > n && at < len)
		end = and_word(s + at, len - at);
	if (end > 0) {
		at += end + text_spaces(s + at + end, len - at - end);
		end = date_in_digits(s + at, len - at);
	}
	return end > 0 ? at + end : n;
}

size_t
lead_hours(const char *s, size_t len)
{
	size_t n = lead_digits(s, len), minutes;

	if (n == 0 || n > 2 || n + 1 >= len || s[n] != 'h')
		return 0;
	n++;
	n += n < len && s[n] == ' ';
	minutes = lead_digits(s + n, len - n);
	if (minutes == 0 || minutes > 2 || n + minutes >= len ||
	    s[n + minutes] != 'm')
		return 0;
	n += minutes + 1;
	if (len - n >= 2 && memcmp(s + n, "in", 2) == 0)
		n += 2;
	return ends_word(s, len, n) ? n : 0;
}

size_t
lead_minutes(const char *s, size_t len)
{
	size_t n = lead_digits(s, len), unit;

	if (n < 1 || n > 3)
		return 0;
	n += n < len && s[n] == ' ';
	unit = n;
	while (n < len && text_ascii_letter(s[n]))
		n++;
	if (n - unit < 3 || n - unit > 4 ||
	    !text_ascii_same(s + unit, "min", 3))
		return 0;
	n += n < len && s[n] == '.';
	return lead_is_parted(s + n, len - n) &&
		(n == len || !strchr(",;", s[n]))
	    ? n
	    : 0;
}
