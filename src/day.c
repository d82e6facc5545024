#include "lectern/day.h"

#include <ctype.h>
#include <string.h>

/* What a word may be; a date needs one that is more than filling. */
enum word { WORD_OTHER, WORD_FILLING, WORD_DATE };

static bool
is_in(const char *list, const char *s, size_t len)
{
	for (const char *p = list; *p;) {
		size_t n = strcspn(p, " ");

		if (n == len && memcmp(p, s, n) == 0)
			return true;
		p += n + (p[n] == ' ');
	}
	return false;
}

/* Digits, perhaps with the ending of an ordinal: a day, a year, a date. */
static enum word
number_word(const char *s, size_t len)
{
	size_t digits = 0;

	while (digits < len && isdigit((unsigned char)s[digits]))
		digits++;
	if (digits < len &&
	    !is_in("st nd rd th er e", s + digits, len - digits))
		return WORD_OTHER;
	if (digits <= 2)
		return WORD_FILLING;
	if (digits != 4 && digits != 8)
		return WORD_OTHER;
	return memcmp(s, "19", 2) == 0 || memcmp(s, "20", 2) == 0 ? WORD_DATE
								  : WORD_OTHER;
}

static enum word
word_kind(const char *s, size_t len)
{
	static const char dates[] =
	    "day days monday tuesday wednesday thursday friday saturday sunday "
	    "mon tue tues wed thu thur thurs fri sat sun "
	    "january february march april may june july august september "
	    "october november december jan feb mar apr jun jul aug sep sept "
	    "oct nov dec "
	    "jour lundi mardi mercredi jeudi vendredi samedi dimanche janvier "
	    "fevrier mars avril mai juin juillet aout septembre octobre "
	    "novembre decembre "
	    "tag montag dienstag mittwoch donnerstag freitag samstag sonntag "
	    "januar februar marz juni juli oktober dezember "
	    "dia lunes martes miercoles jueves viernes sabado domingo enero "
	    "febrero marzo abril mayo junio julio agosto septiembre octubre "
	    "noviembre diciembre";
	static const char filling[] =
	    "of the and de du le der den del et und y "
	    "zero one two three four five six seven first second third fourth "
	    "fifth";

	if (isdigit((unsigned char)*s))
		return number_word(s, len);
	if (is_in(dates, s, len))
		return WORD_DATE;
	return is_in(filling, s, len) ? WORD_FILLING : WORD_OTHER;
}

bool
day_is(const char *s, size_t len)
{
	bool dated = false;

	for (size_t i = 0; i < len;) {
		size_t start = i;

		while (i < len &&
		    (isalnum((unsigned char)s[i]) ||
			(unsigned char)s[i] >= 0x80))
			i++;
		if (i == start) {
			i++;
			continue;
		}

		enum word kind = word_kind(s + start, i - start);

		if (kind == WORD_OTHER)
			return false;
		dated = dated || kind == WORD_DATE;
	}
	return dated;
}
