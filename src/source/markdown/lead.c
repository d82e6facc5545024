#include "source/markdown/lead.h"

#include <stdint.h>
#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/lead_east.h"
#include "source/markdown/names.h"

#define ROOM_LONGEST 40 /* bytes of a room's name */
#define DATE_LONGEST 48 /* bytes of a date in words */
#define WORD_LONGEST 16 /* and of one of these */
#define CODE_LETTERS 5  /* of a session's code at most */
#define CODE_BYTES   4  /* and at least */

static size_t
digits(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && text_ascii_digit(s[n]))
		n++;
	return n;
}

/* The bytes of a dash of any kind at `s`, 0 if there is none. */
static size_t
dash(const char *s, size_t len)
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
	size_t n = digits(s, len), unit;
	bool sure = false;

	if (n < 1 || n > 2)
		return 0;
	for (int part = 0; part < 2 && n + 2 < len + 0 &&
	     (s[n] == ':' || (s[n] == 'h' && part == 0)) &&
	     digits(s + n + 1, len - n - 1) == 2;
	     part++) {
		n += 3;
		sure = true;
	}
	if (!sure && n + 2 < len && digits(s + n + 1, len - n - 1) == 2 &&
	    (s[n] == ':' || s[n] == 'h')) {
		n += 3;
		sure = true;
	}
	if (!sure && n < len && s[n] == 'h' && ends_word(s, len, n + 1))
		return n + 1;
	/* "11.30 Uhr" */
	if (!sure && n + 3 < len && s[n] == '.' &&
	    digits(s + n + 1, len - n - 1) == 2 &&
	    time_unit(s + n + 3, len - n - 3) > 0)
		n += 3;
	unit = time_unit(s + n, len - n);
	return (sure || unit > 0) && ends_word(s, len, n + unit) ? n + unit : 0;
}

/* The first of two times that have their unit in common: "10-11.30 Uhr". */
static size_t
bare_time(const char *s, size_t len)
{
	size_t n = digits(s, len), at, end;

	if (n < 1 || n > 2)
		return 0;
	if (n < len && s[n] == '.' && digits(s + n + 1, len - n - 1) == 2)
		n += 3;
	at = n + text_spaces(s + n, len - n);
	end = dash(s + at, len - at);
	at += end;
	at += text_spaces(s + at, len - at);
	return end > 0 && one_time(s + at, len - at) > 0 &&
		!memchr(s + at, ':', digits(s + at, len - at) + 1)
	    ? n
	    : 0;
}

/* A time, or when something begins and ends. */
static size_t
times(const char *s, size_t len)
{
	size_t n = one_time(s, len), at, end;

	if (n == 0)
		n = bare_time(s, len);
	if (n == 0)
		return no_time(s, len);
	at = n + text_spaces(s + n, len - n);
	end = dash(s + at, len - at);
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

/* Whether what follows parts words: a mark, a link or the end. */
static bool
is_parted(const char *s, size_t len)
{
	size_t n = text_spaces(s, len);

	return n == len || dash(s + n, len - n) > 0 || strchr(":|,;)]", s[n]);
}

/* Whether `2031-05` is a year and its month. */
static bool
is_month(const char *s, size_t len)
{
	return len == 7 && date_is_year(s) &&
	    ((s[5] == '0' && s[6] > '0') || (s[5] == '1' && s[6] < '3'));
}

/* `2031-05-12`, `12.05.2031`, `12/5/31`, `12.05.`, `05/2031`, `2031-05` */
static size_t
date_in_digits(const char *s, size_t len)
{
	size_t n = digits(s, len), parts = 1;
	bool year = n == 4;
	char mark;

	if (n == 0 || (n > 2 && n != 4) || n + 1 >= len)
		return 0;
	mark = s[n];
	if (!strchr("-./", mark))
		return 0;
	while (parts < 3 && n + 1 < len && s[n] == mark) {
		size_t more = digits(s + n + 1, len - n - 1);

		if (more == 0 || (more > 2 && more != 4) || (year && more > 2))
			break;
		n += 1 + more;
		parts++;
	}
	if (parts < 2 || (parts == 2 && mark == '-' && !is_month(s, n)))
		return 0;
	year = year || (n > 5 && date_is_year(s + n - 4));
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
	       at = before + dash(s + before, len - before);
	size_t n, end;
	bool dated = false;

	if (at == before)
		return 0;
	at += text_spaces(s + at, len - at);
	n = digits(s + at, len - at);
	for (end = at + n; end < len && s[end] >= 'a' && s[end] <= 'z'; end++)
		;
	if (n == 0 || n > 2 || !day_heading_word(s + at, end - at, &dated) ||
	    (before > 0 && end == at + n))
		return 0;
	return end == len || strchr(" ,.:)", s[end]) ? end : 0;
}

/* A year, or a date that has a month's or day's name in it. */
static size_t
date_in_words(const char *s, size_t len)
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
		if (n == 0 || !day_heading_word(word, n, &dated) ||
		    (year && text_ascii_digit(*word)))
			break;
		year = n == 4 && digits(word, n) == n;
		if (!year && text_ascii_digit(*word))
			end += last_day(s + end, len - end);
		if (end < len && s[end] == '.')
			end++;
		if (dated &&
		    (is_parted(s + end, len - end) ||
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
lead_date(const char *s, size_t len)
{
	size_t n = date_in_digits(s, len), end, at;

	if (n == 0)
		n = lead_east_date(s, len);
	if (n == 0)
		return date_in_words(s, len);
	/* A range of dates, as of a meeting of several days. */
	at = n + text_spaces(s + n, len - n);
	if (len - at > 2 && s[at] == '&' && s[at + 1] == ' ') {
		end = digits(s + at + 2, len - at - 2);
		return end == 1 || end == 2 ? at + 2 + end : n;
	}
	end = dash(s + at, len - at);
	if (end > 0) {
		at += end + text_spaces(s + at + end, len - at - end);
		end = date_in_digits(s + at, len - at);
	}
	return end > 0 ? at + end : n;
}

bool
lead_is_room(const char *s, size_t len)
{
	static const char *const rooms[] = {"aud", "auditorium", "aula",
	    "ballroom", "bühne", "classroom", "foyer", "hall", "hörsaal", "hs",
	    "kinosaal", "library", "raum", "room", "saal", "sal", "sala",
	    "salle", "seminarraum", "stage", "theater", "theatre", "zaal",
	    NULL};
	size_t last = len;

	while (last > 0 && s[last - 1] != ' ')
		last--;
	return len < ROOM_LONGEST &&
	    (names_one_of(s, names_word(s, len), rooms) ||
		names_one_of(s + last, len - last, rooms));
}

/* "Raum 101:", "Hall B -": a word for rooms, and which one it is. */
static size_t
named_room(const char *s, size_t len)
{
	size_t word = names_word(s, len), n = word + 1;
	bool digit = false;

	if (word < 2 || n >= len || !lead_is_room(s, word))
		return 0;
	for (; n < len && (text_ascii_word(s[n]) || strchr(".-/", s[n])); n++)
		digit = digit || text_ascii_digit(s[n]);
	while (n > word && strchr(".-/", s[n - 1]))
		n--;
	return (digit || n == word + 2) && n < len && is_parted(s + n, len - n)
	    ? n
	    : 0;
}

/* `@ Hall B -`, after a time. */
static size_t
room(const char *s, size_t len)
{
	size_t named = 0; /* bytes other than signs */

	if (len < 4 || *s != '@')
		return 0;
	for (size_t i = 1; i < len && i < ROOM_LONGEST; i++) {
		if (s[i] == ' ' && dash(s + i + 1, len - i - 1) > 0)
			return named > 0 ? i : 0;
		named += s[i] != '@' && s[i] != ' ';
	}
	return 0;
}

static size_t
box(const char *s, size_t len)
{
	return len > 4 && s[0] == '[' && strchr(" xX-", s[1]) && s[2] == ']' &&
		s[3] == ' '
	    ? 4
	    : 0;
}

/*
 * `(EN) `, `[NeurIPS] `: a language or event, in one word with two capitals; or
 * a number, `[12] `.
 */
static size_t
tag(const char *s, size_t len)
{
	size_t n = 1, capitals = 0;

	if (len < 6 || (*s != '(' && *s != '['))
		return 0;
	n += *s == '[' ? digits(s + 1, len - 1) : 0;
	if (n > 1 && n <= 4 && s[n] == ']' && s[n + 1] == ' ')
		return n + 1;
	n = 1;
	for (; n < len && n < WORD_LONGEST && text_ascii_word(s[n]); n++)
		capitals += s[n] >= 'A' && s[n] <= 'Z';
	return capitals >= 2 && n + 2 < len && strchr(")]", s[n]) &&
		s[n + 1] == ' '
	    ? n + 1
	    : 0;
}

/* What parts a time or date from a title. */
static size_t
separators(const char *s, size_t len)
{
	size_t n = len > 1 && s[0] == '.' && s[1] == ' ';

	for (;;) {
		size_t more = dash(s + n, len - n);

		/* "(14h-16h). Title" */
		if (more == 0 && n < len &&
		    (strchr(" :|,)]", s[n]) ||
			(s[n] == '.' && n > 0 && s[n - 1] == ')' &&
			    s[n + 1] == ' ')))
			more = 1;
		if (more == 0)
			more = lead_east_separator(s + n, len - n);
		if (more == 0 || n >= len)
			return n;
		n += more;
	}
}

/* One of the pieces before a title; a room only where `rooms` says so. */
static size_t
piece(const char *s, size_t len, bool rooms, unsigned *kind)
{
	size_t open = len > 0 && (*s == '(' || *s == '['), n;

	n = box(s, len);
	*kind = LEAD_BOX;
	if (n > 0)
		return n;
	n = lead_time(s + open, len - open);
	*kind = LEAD_TIME;
	if (n > 0)
		return n + open;
	n = lead_date(s + open, len - open);
	*kind = LEAD_DATE;
	if (n > 0)
		return n + open;
	n = tag(s, len);
	*kind = LEAD_TAG;
	if (n > 0)
		return n;
	*kind = LEAD_ROOM;
	if (!rooms)
		return 0;
	n = room(s, len);
	return n > 0 ? n : named_room(s, len);
}

size_t
lead_piece(const char *s, size_t len, unsigned *kind)
{
	size_t n = piece(s, len, true, kind);

	return n > 0 ? n + separators(s + n, len - n) : 0;
}

size_t
lead_length(const char *s, size_t len, unsigned *kinds)
{
	size_t at = 0;

	*kinds = 0;
	/* Most lines end here: with a letter only a date begins, or `Xx:xx`. */
	if (len > 0 && text_ascii_letter(*s) && text_ascii_lower(*s) != 'x' &&
	    date_in_words(s, len) == 0)
		return 0;
	for (int i = 0; i < 5; i++) {
		unsigned kind;
		/* A room is told by the time before it. */
		size_t n = piece(s + at, len - at, *kinds != 0, &kind);

		if (n == 0)
			break;
		n += separators(s + at + n, len - at - n);
		/* A date that is all there is, is the title. */
		if (at + n >= len)
			break;
		at += n;
		*kinds |= kind;
	}
	return at;
}

/* A number or letter with a mark after it. */
static size_t
numeral(const char *s, size_t len)
{
	size_t sign = len > 0 && *s == '#', n = digits(s + sign, len - sign);

	if (n == 0 && sign == 0 && len > 2 && text_ascii_letter(*s) &&
	    (s[1] == '.' || s[1] == ')') && s[2] == ' ')
		return 2;
	if (n == 0 || n > 3)
		return 0;
	n += sign;
	if (n < len && strchr(".):", s[n]))
		return n + 1;
	return sign > 0 ||
		(n < len && s[n] == ' ' && dash(s + n + 1, len - n - 1) > 0)
	    ? n
	    : 0;
}

/* What a conference calls a session: "ARC203", "S51234", "SVS320-R1". */
static size_t
session_code(const char *s, size_t len)
{
	size_t capitals = 0, n, numbers;

	while (capitals < len && s[capitals] >= 'A' && s[capitals] <= 'Z')
		capitals++;
	numbers = digits(s + capitals, len - capitals);
	n = capitals + numbers;
	if (capitals == 0 || capitals > CODE_LETTERS || numbers < 2 ||
	    n < CODE_BYTES)
		return 0;
	if (n + 1 < len && s[n] == '-' && s[n + 1] == 'R') {
		n += 2;
		n += n < len && text_ascii_digit(s[n]);
	}
	return is_parted(s + n, len - n) ? n : 0;
}

size_t
lead_number(const char *s, size_t len)
{
	static const char *const words[] = {
	    "talk", "session", "lecture", "episode", "part", "vortrag", "no."};
	size_t n = numeral(s, len);

	if (n == 0 && (n = lead_east_number(s, len)) == 0)
		n = session_code(s, len);
	for (size_t i = 0; n == 0 && i < sizeof(words) / sizeof(*words); i++) {
		size_t w = strlen(words[i]), d;

		if (len < w + 2 || !text_ascii_same(s, words[i], w) ||
		    s[w] != ' ')
			continue;
		d = digits(s + w + 1, len - w - 1);
		if (d > 0 && d <= 3 &&
		    is_parted(s + w + 1 + d, len - w - 1 - d))
			n = w + 1 + d;
	}
	if (n == 0)
		return 0;
	n += separators(s + n, len - n);
	return n < len ? n : 0;
}

bool
lead_is_format(const char *s, size_t len)
{
	static const char *const formats[] = {"fireside chat", "keynote",
	    "lightning talk", "lightning talks", "panel", "panel discussion",
	    "round table", "roundtable", "tutorial", "workshop", NULL};

	return names_one_of(s, len, formats);
}

bool
lead_ends_in_date(const char *s, size_t len)
{
	const char *comma = memrchr(s, ',', len);
	size_t at = comma ? (size_t)(comma - s) + 1 : len;

	while (at < len && s[at] == ' ')
		at++;
	return len > at + 4 && lead_date(s + at, len - at) >= len - at;
}
