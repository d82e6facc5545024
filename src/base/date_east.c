#include "lectern/base/date_east.h"

#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"

#define SIGN 3 /* bytes of each sign here that is beyond ASCII */

enum unit { UNIT_YEAR, UNIT_MONTH, UNIT_DAY, UNIT_NONE };

/* Whether the sign at `s` is one of those in `signs`, which are all of SIGN. */
static bool
is_sign(const char *s, size_t len, const char *signs)
{
	if (len < SIGN)
		return false;
	for (; *signs; signs += SIGN) {
		if (memcmp(s, signs, SIGN) == 0)
			return true;
	}
	return false;
}

/* Reads a number and its unit, which goes to `*unit`; returns their bytes. */
static size_t
read_part(const char *s, size_t len, int *number, enum unit *unit)
{
	/* Folded text has the letters of Korean apart. */
	static const struct {
		const char *sign;
		enum unit unit;
	} units[] = {{"年", UNIT_YEAR}, {"년", UNIT_YEAR},
	    {"년", UNIT_YEAR}, {"月", UNIT_MONTH}, {"월", UNIT_MONTH},
	    {"월", UNIT_MONTH}, {"日", UNIT_DAY}, {"号", UNIT_DAY},
	    {"號", UNIT_DAY}, {"일", UNIT_DAY}, {"일", UNIT_DAY}};
	size_t n = 0, at, k = 0, size = 0;

	for (*number = 0; n < len && n < 5 && text_ascii_digit(s[n]); n++)
		*number = *number * 10 + (s[n] - '0');
	at = n + text_spaces(s + n, len - n);
	for (; k < sizeof(units) / sizeof(*units) && size == 0; k++) {
		size = strlen(units[k].sign);
		*unit = units[k].unit;
		if (len - at < size || memcmp(s + at, units[k].sign, size) != 0)
			size = 0;
	}
	if (n == 0 || size == 0 ||
	    (*unit == UNIT_YEAR ? n != 4 || !date_is_year(s) : n > 2))
		return 0;
	return at + size;
}

/* "（土）", "(월)", "（星期六）": a day of the week, or none. */
static size_t
weekday(const char *s, size_t len)
{
	static const char signs[] =
	    "日月火水木金土一二三四五六天周週星期曜祝월화수목금토일요"
	    "월화수목금티ᅭ";
	size_t n = text_spaces(s, len), inside;

	if (n < len && s[n] == '(')
		n++;
	else if (is_sign(s + n, len - n, "（"))
		n += SIGN;
	else
		return 0;
	inside = n;
	while (is_sign(s + n, len - n, signs))
		n += SIGN;
	if (n == inside)
		return 0;
	if (n < len && s[n] == ')')
		return n + 1;
	return is_sign(s + n, len - n, "）") ? n + SIGN : 0;
}

/* Reads one date, of which the parts stand in order; returns its bytes. */
static size_t
read_one(const char *s, size_t len, struct date_east *date)
{
	int *parts[] = {&date->year, &date->month, &date->day};
	enum unit last = UNIT_NONE;
	size_t n = 0;

	*date = (struct date_east){0};
	for (;;) {
		size_t at = n + (n > 0 ? text_spaces(s + n, len - n) : 0), more;
		enum unit unit;
		int number;

		more = read_part(s + at, len - at, &number, &unit);
		if (more == 0 || (last != UNIT_NONE && unit != last + 1))
			break;
		*parts[unit] = number;
		last = unit;
		n = at + more;
	}
	return n > 0 ? n + weekday(s + n, len - n) : 0;
}

/* "〜8日": the last of several days. */
static size_t
read_last(const char *s, size_t len)
{
	struct date_east last;
	size_t n = text_spaces(s, len), more;

	if (n < len && (s[n] == '-' || s[n] == '~'))
		n++;
	else if (is_sign(s + n, len - n, "〜～–—－至"))
		n += SIGN;
	else
		return 0;
	n += text_spaces(s + n, len - n);
	more = read_one(s + n, len - n, &last);
	return more > 0 && last.day > 0 ? n + more : 0;
}

size_t
date_east(const char *s, size_t len, struct date_east *date)
{
	size_t n = 0;

	while (n < len && text_ascii_digit(s[n]))
		n++;
	/* Most text ends here. */
	if (n == 0 || n == len || (s[n] != ' ' && (unsigned char)s[n] < 0xe1))
		return 0;
	n = read_one(s, len, date);
	if (n == 0 || date->month > 12 || date->day > 31 ||
	    (date->year == 0 && (date->month == 0 || date->day == 0)))
		return 0;
	return date->day > 0 ? n + read_last(s + n, len - n) : n;
}

bool
date_east_is(const char *s, size_t len, struct date_east *date)
{
	size_t n = text_spaces(s, len);

	s += n;
	len -= n;
	n = date_east(s, len, date);
	return n > 0 && n + text_spaces(s + n, len - n) == len;
}
