#include "source/day_heading.h"

#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"

#define LONGEST 16 /* bytes, more than any word of a date has */

/* What a word may be; a date needs one that is more than filling. */
enum word { WORD_OTHER, WORD_FILLING, WORD_DATE };

/* Both sorted, for a binary search. */
static const char *const dates[] = {"abril", "agosto", "aout", "apr", "april",
    "aug", "august", "avril", "day", "days", "dec", "december", "decembre",
    "dezember", "dia", "diciembre", "dienstag", "dimanche", "domingo",
    "donnerstag", "enero", "feb", "febrero", "februar", "february", "fevrier",
    "freitag", "fri", "friday", "jan", "januar", "january", "janvier", "jeudi",
    "jour", "jueves", "juillet", "juin", "jul", "juli", "julio", "july", "jun",
    "june", "juni", "junio", "lundi", "lunes", "mai", "mar", "march", "mardi",
    "mars", "martes", "marz", "marzo", "may", "mayo", "mercredi", "miercoles",
    "mittwoch", "mon", "monday", "montag", "nov", "november", "novembre",
    "noviembre", "oct", "october", "octobre", "octubre", "oktober", "sabado",
    "samedi", "samstag", "sat", "saturday", "sep", "sept", "september",
    "septembre", "septiembre", "sonntag", "sun", "sunday", "tag", "thu", "thur",
    "thurs", "thursday", "tue", "tues", "tuesday", "vendredi", "viernes", "wed",
    "wednesday"};
static const char *const filling[] = {"and", "de", "del", "den", "der", "du",
    "et", "fifth", "first", "five", "four", "fourth", "le", "of", "one",
    "second", "seven", "six", "the", "third", "three", "two", "und", "y",
    "zero"};
/* For each first letter, the second ones that these words have. */
static const char *const seconds[26] = {['a' - 'a'] = "bgnopuv",
    ['d' - 'a'] = "aeiou",
    ['e' - 'a'] = "nt",
    ['f' - 'a'] = "eior",
    ['j' - 'a'] = "aeou",
    ['l' - 'a'] = "eu",
    ['m' - 'a'] = "aeio",
    ['n' - 'a'] = "o",
    ['o' - 'a'] = "cfkn",
    ['s' - 'a'] = "aeiou",
    ['t' - 'a'] = "ahuw",
    ['u' - 'a'] = "n",
    ['v' - 'a'] = "ei",
    ['w' - 'a'] = "e",
    ['z' - 'a'] = "e"};
static const char *const endings[] = {"e", "er", "nd", "rd", "st", "th"};

static bool
is_in(const char *const *list, size_t n, const char *s, size_t len)
{
	size_t low = 0;

	while (low < n) {
		size_t mid = low + (n - low) / 2;
		int order = list[mid][0] - s[0];

		if (order == 0 && len > 1)
			order = list[mid][1] - s[1];
		if (order == 0)
			order = strncmp(list[mid], s, len);

		if (order == 0 && list[mid][len] == '\0')
			return true;
		if (order < 0)
			low = mid + 1;
		else
			n = mid;
	}
	return false;
}

#define IS_IN(list, s, len) is_in(list, sizeof(list) / sizeof(*(list)), s, len)

/* Digits, perhaps with the ending of an ordinal: a day, a year, a date. */
static enum word
number_word(const char *s, size_t len)
{
	size_t digits = 0;

	while (digits < len && text_ascii_digit(s[digits]))
		digits++;
	if (digits < len && !IS_IN(endings, s + digits, len - digits))
		return WORD_OTHER;
	if (digits <= 2)
		return WORD_FILLING;
	if (digits != 4 && digits != 8)
		return WORD_OTHER;
	return date_is_year(s) ? WORD_DATE : WORD_OTHER;
}

/* Whether a word that begins with these small letters may be in the lists. */
static bool
may_start(char first, char second)
{
	const char *list = seconds[first - 'a'];

	return list && strchr(list, second);
}

static enum word
word_kind(const char *s, size_t len)
{
	if (text_ascii_digit(*s))
		return number_word(s, len);
	/* Most words end here. */
	if (*s < 'a' || *s > 'z' || (len > 1 && !may_start(s[0], s[1])))
		return WORD_OTHER;
	if (IS_IN(dates, s, len))
		return WORD_DATE;
	return IS_IN(filling, s, len) ? WORD_FILLING : WORD_OTHER;
}

bool
day_heading_word(const char *s, size_t len, bool *dated)
{
	enum word kind = word_kind(s, len);

	*dated = *dated || kind == WORD_DATE;
	return kind != WORD_OTHER;
}

bool
day_heading_may_be(const char *s, size_t len)
{
	char word[LONGEST];
	size_t i = 0, n = 0;

	while (i < len && (unsigned char)s[i] < 0x80 && !text_ascii_word(s[i]))
		i++;
	/* Most headings end here. */
	if (i + 2 <= len && text_ascii_letter(s[i]) &&
	    text_ascii_letter(s[i + 1]) &&
	    !may_start((char)(s[i] | 0x20), (char)(s[i + 1] | 0x20)))
		return false;
	for (; i < len && n < sizeof(word) && text_ascii_word(s[i]); i++)
		word[n++] = (char)(text_ascii_letter(s[i]) ? s[i] | 0x20
							   : s[i]);
	/* What folding makes of other letters is not known here. */
	if (i < len && (unsigned char)s[i] >= 0x80)
		return true;
	return n > 0 && n < sizeof(word) && word_kind(word, n) != WORD_OTHER;
}

bool
day_heading_is(const char *s, size_t len)
{
	bool dated = false;

	for (size_t i = 0; i < len;) {
		size_t start = i;

		while (i < len && text_word_byte(s[i]))
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
