#include "source/when.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/date_east.h"
#include "lectern/base/text.h"

#define DAY     1440L      /* minutes */
#define LONGEST (30 * DAY) /* minutes that anything takes */

/* Takes `n` digits at `*s`; -1 if there are not that many. */
static int
take_digits(const char **s, int n)
{
	int value = 0;

	for (int i = 0; i < n; i++) {
		if (!text_ascii_digit((*s)[i]))
			return -1;
		value = 10 * value + ((*s)[i] - '0');
	}
	*s += n;
	return value;
}

static void
skip(const char **s, char c)
{
	*s += **s == c;
}

/* Takes hh:mm[:ss] or hhmm[ss]; returns minutes, or -1. */
static int
take_clock(const char **s)
{
	int hour = take_digits(s, 2), minute;

	skip(s, ':');
	minute = take_digits(s, 2);
	if (hour < 0 || hour > 24 || minute < 0 || minute > 59)
		return -1;
	if (**s == ':' || text_ascii_digit(**s)) {
		skip(s, ':');
		take_digits(s, 2);
	}
	if (**s == '.')
		*s += 1 + strspn(*s + 1, "0123456789");
	return 60 * hour + minute;
}

static void
take_offset(const char **s, struct when *when)
{
	int sign = **s == '-' ? -1 : 1, minutes;

	when->zoned = **s == 'Z' || **s == '+' || **s == '-';
	if (!when->zoned || *(*s)++ == 'Z')
		return;
	minutes = take_clock(s);
	when->zoned = minutes >= 0;
	when->offset = when->zoned ? sign * minutes : 0;
}

bool
when_read(const char *s, struct when *when)
{
	*when = (struct when){.minute = -1};
	when->year = take_digits(&s, 4);
	skip(&s, '-');
	when->month = take_digits(&s, 2);
	skip(&s, '-');
	when->day = take_digits(&s, 2);
	if (when->year < 1 || when->month < 1 || when->month > 12 ||
	    when->day < 1 || when->day > 31)
		return false;
	if (*s != 'T' && *s != ' ')
		return true;
	s++;
	when->minute = take_clock(&s);
	if (when->minute >= 0)
		take_offset(&s, when);
	return true;
}

int
when_month(const char *s, size_t len)
{
	/* The first that fits: "červenec" comes before "červen". */
	static const struct {
		const char *start;
		int month;
	} months[] = {{"jan", 1}, {"ene", 1}, {"gen", 1}, {"led", 1},
	    {"oca", 1}, {"sty", 1}, {"feb", 2}, {"fev", 2}, {"f\xC3\xA9v", 2},
	    {"lut", 2}, {"\xC3\xBAno", 2}, {"\xC5\x9Fub", 2}, {"\xC5\x9Eub", 2},
	    {"mar", 3}, {"m\xC3\xA4r", 3}, {"maa", 3},
	    {"b\xC5\x99"
	     "e",
		3},
	    {"apr", 4}, {"abr", 4}, {"avr", 4}, {"dub", 4}, {"kwi", 4},
	    {"nis", 4}, {"may", 5}, {"mai", 5}, {"maj", 5}, {"mag", 5},
	    {"mei", 5}, {"kv\xC4\x9B", 5}, {"jun", 6}, {"juin", 6}, {"giu", 6},
	    {"haz", 6}, {"cze", 6}, {"jul", 7}, {"juil", 7}, {"lug", 7},
	    {"lip", 7}, {"tem", 7},
	    {"\xC4\x8D"
	     "ervenc",
		7},
	    {"\xC4\x8D"
	     "ervenec",
		7},
	    {"\xC4\x8D"
	     "erv",
		6},
	    {"aug", 8}, {"ago", 8}, {"aou", 8}, {"ao\xC3\xBB", 8},
	    {"a\xC4\x9Fu", 8}, {"sie", 8}, {"srp", 8}, {"sep", 9}, {"set", 9},
	    {"eyl", 9}, {"wrz", 9}, {"z\xC3\xA1\xC5\x99", 9}, {"oct", 10},
	    {"okt", 10}, {"out", 10}, {"ott", 10}, {"eki", 10},
	    {"pa\xC5\xBA", 10}, {"\xC5\x99\xC3\xADj", 10}, {"nov", 11},
	    {"kas", 11}, {"lis", 11}, {"dec", 12}, {"dez", 12},
	    {"d\xC3\xA9"
	     "c",
		12},
	    {"dic", 12}, {"des", 12}, {"gru", 12}, {"pro", 12}, {"ara", 12},
	    {"янв", 1}, {"фев", 2}, {"мар", 3}, {"апр", 4}, {"май", 5},
	    {"мая", 5}, {"июн", 6}, {"июл", 7}, {"авг", 8}, {"сен", 9},
	    {"окт", 10}, {"ноя", 11}, {"дек", 12}};

	for (size_t i = 0; i < sizeof(months) / sizeof(*months); i++) {
		size_t n = strlen(months[i].start);

		if (len >= n && text_ascii_same(s, months[i].start, n))
			return months[i].month;
	}
	return 0;
}

/* Whether a word stands by a date: a day of the week, or "1st". */
static bool
is_by_date(const char *s, size_t len)
{
	static const char *const words[] = {"mon", "tue", "wed", "thu", "fri",
	    "sat", "sun", "mo", "di", "mi", "do", "sa", "so", "st", "nd", "rd",
	    "th", "of", "de", "del"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = strlen(words[i]);

		if (text_ascii_same(s, words[i], n) &&
		    (len == n || (len > 2 && len < 11 && n == 3) ||
			(len > 5 && s[len - 1] == 'g')))
			return true;
	}
	return false;
}

/* Takes one part of a date in words; false: it is none, or a second one. */
static bool
take_part(const char *s, size_t len, struct when *when)
{
	int number = (int)strtol(s, NULL, 10);

	if (!text_ascii_digit(*s)) {
		int month = when_month(s, len);

		if (month == 0 || when->month > 0)
			return month == 0 && is_by_date(s, len);
		when->month = month;
	} else if (len == 4 && when->year == 0) {
		when->year = number;
	} else if (len <= 2 && when->day == 0) {
		when->day = number;
	} else {
		return false;
	}
	return true;
}

/* "13.5.2031", "2031/5/13": numbers with a sign that parts them, and no more. */
static bool
read_numbers(const char *s, struct when *when)
{
	int first, month, last;
	char *end;
	char sign;

	if (!text_ascii_digit(*s))
		return false;
	first = (int)strtol(s, &end, 10);
	sign = *end;
	if ((sign != '.' && sign != '/' && sign != '-') ||
	    !text_ascii_digit(end[1]))
		return false;
	month = (int)strtol(end + 1, &end, 10);
	if (*end != sign || !text_ascii_digit(end[1]))
		return false;
	last = (int)strtol(end + 1, &end, 10);
	if (text_word_byte(*end) || *end == sign)
		return false;
	if (first >= 1000 && sign != '.') {
		when->year = first;
		when->day = last;
	} else if (last >= 1000 && sign == '.') {
		when->year = last;
		when->day = first;
	}
	when->month = month;
	return when->year > 0 && when->year < 10000 && month >= 1 &&
	    month <= 12 && when->day >= 1 && when->day <= 31;
}

bool
when_read_words(const char *s, struct when *when)
{
	static const char between[] = " ,.";
	struct date_east east;

	*when = (struct when){.minute = -1};
	if (read_numbers(s, when))
		return true;
	*when = (struct when){.minute = -1};
	if (date_east_is(s, strlen(s), &east)) {
		when->year = east.year;
		when->month = east.month;
		when->day = east.day;
		return when->year > 0 && when->day > 0;
	}
	s += strspn(s, between);
	while (*s) {
		size_t len = text_ascii_digit(*s) ? strspn(s, "0123456789")
						  : strcspn(s, " ,.0123456789");

		if (!take_part(s, len, when))
			return false;
		s += len;
		s += strspn(s, between);
	}
	return when->year > 0 && when->month > 0 && when->day >= 1 &&
	    when->day <= 31;
}

/*
 * The number of a day, counted from some day in the past: the civil calendar
 * with years that begin in March, so that the leap day is the last.
 */
static long
day_number(int year, int month, int day)
{
	long y = month > 2 ? year : year - 1;
	long m = month > 2 ? month - 3 : month + 9;

	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day;
}

static void
set_day(struct when *when, long number)
{
	long y = number * 400 / 146097 + 1, m;

	while (day_number((int)y, 3, 1) > number)
		y--;
	number -= day_number((int)y, 3, 1);
	m = (5 * number + 2) / 153;
	when->day = (int)(number - (153 * m + 2) / 5) + 1;
	when->month = (int)(m < 10 ? m + 3 : m - 9);
	when->year = (int)(m < 10 ? y : y + 1);
}

void
when_move(struct when *when, int offset)
{
	long minute = when->minute + offset - when->offset;
	long days = (minute + 100 * DAY) / DAY - 100;

	set_day(when, day_number(when->year, when->month, when->day) + days);
	when->minute = (int)(minute - days * DAY);
	when->offset = offset;
}

long
when_between(const struct when *a, const struct when *b)
{
	long days = day_number(b->year, b->month, b->day) -
	    day_number(a->year, a->month, a->day);

	return days * DAY + b->minute - a->minute;
}

/* Writes `n` digits of a number; returns where they end. */
static char *
put(char *to, int value, int n)
{
	for (int i = n; i-- > 0; value /= 10)
		to[i] = (char)('0' + value % 10);
	return to + n;
}

/* Every talk has both: they are written without printf(). */
const char *
when_day(struct arena *arena, const struct when *when)
{
	char *day = arena_alloc(arena, sizeof("2024-02-03"));
	char *to = put(day, when->year, 4);

	*to++ = '-';
	to = put(to, when->month, 2);
	*to++ = '-';
	put(to, when->day, 2);
	return day;
}

const char *
when_clock(struct arena *arena, const struct when *when)
{
	char *clock = arena_alloc(arena, sizeof("10:00"));
	char *to = put(clock, when->minute / 60 % 24, 2);

	*to++ = ':';
	put(to, when->minute % 60, 2);
	return clock;
}

/* Moves a time to the half of the day that is told after it: "9:30 pm". */
static bool
take_half(const char *s, int *minute)
{
	bool pm;

	s += *s == ' ';
	pm = *s == 'p' || *s == 'P';
	if (*minute < 0 || *minute >= 13 * 60 ||
	    (!pm && *s != 'a' && *s != 'A'))
		return false;
	s += s[1] == '.' ? 2 : 1;
	if (*s != 'm' && *s != 'M')
		return false;
	*minute = *minute % (12 * 60) + (pm ? 12 * 60 : 0);
	return true;
}

/* "18 Uhr", "11.30 Uhr", "18h", "18h30", as others write them; or -1. */
static int
hour_minute(const char *s)
{
	int hour = (int)strtol(s, NULL, 10), minute = 0;
	bool mark;

	s += strspn(s, "0123456789");
	mark = *s == 'h' || *s == 'H';
	if ((mark || *s == '.') && text_ascii_digit(s[1]) &&
	    text_ascii_digit(s[2])) {
		minute = (s[1] - '0') * 10 + s[2] - '0';
		s += 3;
	} else {
		s += mark;
	}
	s += strspn(s, " ");
	mark = mark || text_ascii_same(s, "uhr", 3) || *s == 'h';
	return mark && hour <= 24 && minute < 60 ? 60 * hour + minute : -1;
}

int
when_minute(const char *s)
{
	char padded[16] = "0";
	size_t digits = strspn(s, "0123456789");
	bool hour = digits == 1 || digits == 2;
	int minute = hour ? (int)strtol(s, NULL, 10) * 60 : 99 * 60;

	if (hour && hour_minute(s) >= 0)
		return hour_minute(s);
	if (digits > 0 && s[digits] != ':' && take_half(s + digits, &minute))
		return minute;
	/* "9.30 am" */
	if (hour && s[digits] == '.' && text_ascii_digit(s[digits + 1]) &&
	    text_ascii_digit(s[digits + 2])) {
		minute += (int)strtol(s + digits + 1, NULL, 10) % 60;
		return take_half(s + digits + 3, &minute) ? minute : -1;
	}
	if (digits == 1 && s[1] == ':') {
		strncat(padded, s, sizeof(padded) - 2);
		s = padded;
	}
	minute = take_clock(&s);
	take_half(s, &minute);
	return minute;
}

/* A number of parts with `:` between; returns how many, at most three. */
static size_t
split(const char *s, long part[3], size_t digits[3])
{
	size_t n = 0;

	while (n < 3 && text_ascii_digit(*s)) {
		digits[n] = strspn(s, "0123456789");
		if (digits[n] > 6)
			return 0;
		part[n++] = strtol(s, NULL, 10);
		s += digits[n - 1];
		if (*s != ':')
			break;
		s++;
	}
	return n;
}

/* PT1H30M, P1DT2H: ISO 8601. */
static long
iso_duration(const char *s)
{
	long total = 0;

	while (*s == 'P' || *s == 'T' || text_ascii_digit(*s)) {
		char *end;
		long n;

		if (!text_ascii_digit(*s)) {
			s++;
			continue;
		}
		n = strtol(s, &end, 10);
		if (n > LONGEST)
			return 0;
		total += *end == 'D' ? n * DAY
		    : *end == 'H'    ? n * 60
		    : *end == 'M'    ? n
				     : 0;
		s = *end ? end + 1 : end;
	}
	return total;
}

/* "1h 30m", "90 min", "1.5 hours": numbers with units. */
static long
unit_duration(const char *s)
{
	double total = 0;

	while (text_ascii_digit(*s) && total < LONGEST) {
		double n = 0;

		for (; text_ascii_digit(*s) && n < LONGEST; s++)
			n = 10 * n + (*s - '0');
		if (*s == '.' && text_ascii_digit(s[1])) {
			n += (s[1] - '0') / 10.0;
			s += 1 + strspn(s + 1, "0123456789");
		}
		s += strspn(s, " ");
		total += *s == 'h' || *s == 'H' ? n * 60
		    : *s == 'd' || *s == 'D'    ? n * (double)DAY
		    : *s == 's' || *s == 'S'    ? n / 60
						: n;
		s += strcspn(s, "0123456789");
	}
	return total < LONGEST ? (long)(total + 0.5) : 0;
}

static long
any_duration(const char *s)
{
	long part[3] = {0};
	size_t digits[3] = {0}, n = split(s, part, digits);

	if (*s == 'P')
		return iso_duration(s);
	if (n == 0)
		return 0;
	if (n == 1 && digits[0] == 6)
		return part[0] / 10000 * 60 + part[0] / 100 % 100;
	if (n == 1)
		return s[digits[0]] == '.' && s[digits[0] + 1] == '0'
		    ? part[0]
		    : unit_duration(s);
	if (n == 2)
		return 60 * part[0] + part[1];
	return digits[0] < 3 ? 60 * part[0] + part[1]
			     : DAY * part[0] + 60 * part[1] + part[2];
}

uint16_t
when_duration(const char *s)
{
	long minutes = any_duration(s);

	return minutes > 0 && minutes <= LONGEST ? (uint16_t)minutes : 0;
}

char *
when_second(char *s)
{
	char *first = s + strspn(s, " ");
	char *end = first + strspn(first, "0123456789:. apmAPMhHuUr");
	size_t gap = strspn(end, " -");

	if (gap == 0 &&
	    (strncmp(end, "–", strlen("–")) == 0 ||
		strncmp(end, "—", strlen("—")) == 0))
		gap = strlen("–");
	if (gap == 0 && end > first &&
	    (strncmp(end, "to ", 3) == 0 || strncmp(end, "bis ", 4) == 0))
		gap = strcspn(end, " ");
	end[0] = gap > 0 ? '\0' : end[0];
	return gap > 0 ? end + gap + strspn(end + gap, " ") : NULL;
}

const char *
when_first(struct arena *arena, const char *first, const char *second)
{
	const int noon = 12 * 60;
	int start = when_minute(first), end = when_minute(second);
	struct when when = {.minute = start % noon};

	if (start < 0 || start >= noon + 60 || end < 0 ||
	    !strpbrk(second, "mM") || strpbrk(first, "mMhHuU"))
		return first;
	if (end >= noon && when.minute + noon <= end)
		when.minute += noon;
	return when_clock(arena, &when);
}
