#include "source/day_heading.h"

#include <stdint.h>
#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/date_east.h"
#include "lectern/base/scan.h"
#include "lectern/base/text.h"

#define LONGEST 16 /* bytes, more than any word of a date has */

/*
 * What a word may be; a date needs one that is more than filling.  WORD_DAY: it
 * is one that tells a single day.
 */
enum word { WORD_OTHER, WORD_FILLING, WORD_DATE, WORD_DAY };

#define ROOM 12 /* bytes of such a word with NULs behind it */

#define DIGITS(PUT, n) \
	PUT('0', n) \
	PUT('1', n) \
	PUT('2', n) \
	PUT('3', n) \
	PUT('4', n) PUT('5', n) PUT('6', n) PUT('7', n) PUT('8', n) PUT('9', n)

#define DATE(word) \
	{ \
		word, WORD_DATE \
	}
#define WEEK(word) \
	{ \
		word, WORD_DAY \
	}
#define FILL(word) \
	{ \
		word, WORD_FILLING \
	}

/* Sorted, for a binary search. */
static const struct known {
	char word[ROOM];
	enum word kind;
} known[] = {DATE("abril"), DATE("agosto"), FILL("am"), FILL("and"),
    DATE("aout"), DATE("apr"), DATE("april"), DATE("aprile"), DATE("aug"),
    DATE("august"), DATE("augustus"), DATE("avril"), FILL("cest"), FILL("cet"),
    WEEK("day"), WEEK("days"), FILL("de"), DATE("dec"), DATE("december"),
    DATE("decembre"), FILL("del"), FILL("den"), FILL("der"), DATE("dezember"),
    DATE("dezembro"), WEEK("dia"), DATE("dicembre"), DATE("diciembre"),
    WEEK("dienstag"), WEEK("dimanche"), WEEK("dinsdag"), WEEK("domenica"),
    WEEK("domingo"), WEEK("donderdag"), WEEK("donnerstag"), FILL("du"),
    DATE("enero"), FILL("et"), DATE("feb"), DATE("febbraio"), DATE("febrero"),
    DATE("februar"), DATE("februari"), DATE("february"), DATE("fevereiro"),
    DATE("fevrier"), FILL("fifth"), FILL("first"), FILL("five"), FILL("four"),
    FILL("fourth"), WEEK("freitag"), WEEK("fri"), WEEK("friday"),
    DATE("gennaio"), WEEK("giorno"), WEEK("giovedi"), DATE("giugno"),
    FILL("gmt"), DATE("jan"), DATE("janeiro"), DATE("januar"), DATE("januari"),
    DATE("january"), DATE("janvier"), WEEK("jeudi"), WEEK("jour"),
    WEEK("jueves"), DATE("juillet"), DATE("juin"), DATE("jul"), DATE("julho"),
    DATE("juli"), DATE("julio"), DATE("july"), DATE("jun"), DATE("june"),
    DATE("junho"), DATE("juni"), DATE("junio"), FILL("le"), DATE("luglio"),
    WEEK("lundi"), WEEK("lunedi"), WEEK("lunes"), WEEK("maandag"),
    DATE("maart"), DATE("maggio"), DATE("mai"), DATE("maio"), DATE("mar"),
    DATE("march"), FILL("marco"), WEEK("mardi"), DATE("mars"), WEEK("martedi"),
    WEEK("martes"), DATE("marz"), DATE("marzo"), DATE("may"), DATE("mayo"),
    FILL("mei"), WEEK("mercoledi"), WEEK("mercredi"), WEEK("miercoles"),
    WEEK("mittwoch"), WEEK("mon"), WEEK("monday"), WEEK("montag"), FILL("no"),
    DATE("nov"), DATE("november"), DATE("novembre"), DATE("novembro"),
    DATE("noviembre"), DATE("oct"), DATE("october"), DATE("octobre"),
    DATE("octubre"), FILL("of"), DATE("oktober"), FILL("one"), DATE("ottobre"),
    DATE("outubro"), FILL("pm"), WEEK("sabado"), WEEK("sabato"), WEEK("samedi"),
    WEEK("samstag"), WEEK("sat"), WEEK("saturday"), FILL("second"), DATE("sep"),
    DATE("sept"), DATE("september"), DATE("septembre"), DATE("septiembre"),
    DATE("setembro"), DATE("settembre"), FILL("seven"), FILL("six"),
    WEEK("sonntag"), WEEK("sun"), WEEK("sunday"), WEEK("tag"), FILL("the"),
    FILL("third"), FILL("three"), WEEK("thu"), WEEK("thur"), WEEK("thurs"),
    WEEK("thursday"), WEEK("tue"), WEEK("tues"), WEEK("tuesday"), FILL("two"),
    FILL("uhr"), FILL("und"), FILL("utc"), WEEK("vendredi"), WEEK("venerdi"),
    WEEK("viernes"), WEEK("vrijdag"), WEEK("wed"), WEEK("wednesday"),
    WEEK("woensdag"), FILL("y"), WEEK("zaterdag"), FILL("zero"),
    WEEK("zondag")};

/* For each first letter, the second ones that these words have, as bits. */
#define LETTER(c) (UINT32_C(1) << ((c) - 'a'))
static const uint32_t seconds[26] = {['a' - 'a'] = LETTER('b') | LETTER('g') |
	LETTER('m') | LETTER('n') | LETTER('o') | LETTER('p') | LETTER('u') |
	LETTER('v'),
    ['c' - 'a'] = LETTER('e'),
    ['d' - 'a'] = LETTER('a') | LETTER('e') | LETTER('i') | LETTER('o') |
	LETTER('u'),
    ['e' - 'a'] = LETTER('n') | LETTER('t'),
    ['f' - 'a'] = LETTER('e') | LETTER('i') | LETTER('o') | LETTER('r'),
    ['g' - 'a'] = LETTER('e') | LETTER('i') | LETTER('m'),
    ['j' - 'a'] = LETTER('a') | LETTER('e') | LETTER('o') | LETTER('u'),
    ['l' - 'a'] = LETTER('e') | LETTER('u'),
    ['m' - 'a'] = LETTER('a') | LETTER('e') | LETTER('i') | LETTER('o'),
    ['n' - 'a'] = LETTER('o'),
    ['o' - 'a'] = LETTER('c') | LETTER('f') | LETTER('k') | LETTER('n') |
	LETTER('t') | LETTER('u'),
    ['p' - 'a'] = LETTER('m'),
    ['s' - 'a'] = LETTER('a') | LETTER('e') | LETTER('i') | LETTER('o') |
	LETTER('u'),
    ['t' - 'a'] = LETTER('a') | LETTER('h') | LETTER('u') | LETTER('w'),
    ['u' - 'a'] = LETTER('h') | LETTER('n') | LETTER('t'),
    ['v' - 'a'] = LETTER('e') | LETTER('i') | LETTER('r'),
    ['w' - 'a'] = LETTER('e') | LETTER('o'),
    ['z' - 'a'] = LETTER('a') | LETTER('e') | LETTER('o')};
/* The same of the third letters that they have after each second one. */
static const uint32_t thirds[26] = {['a' - 'a'] = LETTER('a') | LETTER('b') |
	LETTER('g') | LETTER('i') | LETTER('m') | LETTER('n') | LETTER('r') |
	LETTER('t') | LETTER('y'),
    ['b' - 'a'] = LETTER('r'),
    ['c' - 'a'] = LETTER('t'),
    ['e' - 'a'] = LETTER('b') | LETTER('c') | LETTER('d') | LETTER('i') |
	LETTER('l') | LETTER('n') | LETTER('p') | LETTER('r') | LETTER('s') |
	LETTER('t') | LETTER('u') | LETTER('v') | LETTER('z'),
    ['g' - 'a'] = LETTER('o'),
    ['h' - 'a'] = LETTER('e') | LETTER('i') | LETTER('r') | LETTER('u'),
    ['i' - 'a'] = LETTER('a') | LETTER('c') | LETTER('e') | LETTER('f') |
	LETTER('m') | LETTER('n') | LETTER('o') | LETTER('r') | LETTER('t') |
	LETTER('u') | LETTER('v') | LETTER('x'),
    ['k' - 'a'] = LETTER('t'),
    ['m' - 'a'] = LETTER('t'),
    ['n' - 'a'] = LETTER('d') | LETTER('e'),
    ['o' - 'a'] = LETTER('e') | LETTER('m') | LETTER('n') | LETTER('u') |
	LETTER('v'),
    ['p' - 'a'] = LETTER('r'),
    ['r' - 'a'] = LETTER('e') | LETTER('i'),
    ['t' - 'a'] = LETTER('c') | LETTER('t'),
    ['u' - 'a'] = LETTER('e') | LETTER('g') | LETTER('i') | LETTER('l') |
	LETTER('n') | LETTER('t'),
    ['v' - 'a'] = LETTER('r'),
    ['w' - 'a'] = LETTER('o')};
static const char *const endings[] = {"e", "er", "nd", "rd", "st", "th"};

/* The first eight bytes of a word, as a number in whose order words are. */
static inline uint64_t
head_of(const char *word)
{
	const unsigned char *s = (const unsigned char *)word;

	/* Compilers see that this is one load. */
	return (uint64_t)s[0] << 56 | (uint64_t)s[1] << 48 |
	    (uint64_t)s[2] << 40 | (uint64_t)s[3] << 32 | (uint64_t)s[4] << 24 |
	    (uint64_t)s[5] << 16 | (uint64_t)s[6] << 8 | (uint64_t)s[7];
}

static enum word
look_up(const char *s, size_t len)
{
	char word[ROOM] = "";
	size_t low = 0, high = sizeof(known) / sizeof(*known);
	uint64_t head;

	if (len >= sizeof(word))
		return WORD_OTHER;
	memcpy(word, s, len);
	head = head_of(word);
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		uint64_t other = head_of(known[mid].word);
		int order = head < other ? -1 : head > other;

		/* Few begin with the same letters. */
		if (order == 0)
			order = memcmp(word, known[mid].word, sizeof(word));
		if (order == 0)
			return known[mid].kind;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return WORD_OTHER;
}

/* Whether a number's ending makes it an ordinal. */
static bool
is_ending(const char *s, size_t len)
{
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		if (strlen(endings[i]) == len &&
		    strncmp(endings[i], s, len) == 0)
			return true;
	}
	return false;
}

/* Digits, perhaps with the ending of an ordinal: a day, a year, a date. */
static enum word
number_word(const char *s, size_t len)
{
	size_t digits = 0;

	while (digits < len && text_ascii_digit(s[digits]))
		digits++;
	if (digits < len && !is_ending(s + digits, len - digits))
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
	return second >= 'a' && second <= 'z' &&
	    (seconds[first - 'a'] & LETTER(second)) != 0;
}

/* The same of its second and third letters. */
static bool
may_go_on(char second, char third)
{
	return third >= 'a' && third <= 'z' &&
	    (thirds[second - 'a'] & LETTER(third)) != 0;
}

static enum word
word_kind(const char *s, size_t len)
{
	if (text_ascii_digit(*s))
		return number_word(s, len);
	/* Most words end here. */
	if (*s < 'a' || *s > 'z' || (len > 1 && !may_start(s[0], s[1])) ||
	    (len > 2 && !may_go_on(s[1], s[2])))
		return WORD_OTHER;
	return look_up(s, len);
}

bool
day_heading_word(const char *s, size_t len, bool *dated)
{
	enum word kind = word_kind(s, len);

	*dated = *dated || kind >= WORD_DATE;
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
	    (!may_start((char)(s[i] | 0x20), (char)(s[i + 1] | 0x20)) ||
		(i + 3 <= len && text_ascii_letter(s[i + 2]) &&
		    !may_go_on(
			(char)(s[i + 1] | 0x20), (char)(s[i + 2] | 0x20)))))
		return false;
	for (; i < len && n < sizeof(word) && text_ascii_word(s[i]); i++)
		word[n++] = (char)(text_ascii_letter(s[i]) ? s[i] | 0x20
							   : s[i]);
	/* What folding makes of other letters is not known here. */
	if (i < len && (unsigned char)s[i] >= 0x80)
		return true;
	return n > 0 && n < sizeof(word) && word_kind(word, n) != WORD_OTHER;
}

/* Whether a word that begins with these three bytes, in any case, may be a date. */
static bool
may_date(const char *s)
{
	char second = (char)(s[1] | 0x20), third = (char)(s[2] | 0x20);

	return text_ascii_letter(s[0]) &&
	    may_start((char)(s[0] | 0x20), second) && may_go_on(second, third);
}

/* Whether the word of so many bytes, in any case, is a date by itself. */
static bool
is_dated(const char *s, size_t len)
{
	char word[ROOM];

	if (len >= sizeof(word))
		return false;
	for (size_t i = 0; i < len; i++)
		word[i] = text_ascii_lower(s[i]);
	return look_up(word, len) >= WORD_DATE;
}

/* Whether the word that begins with the letter at `i` is a date by itself. */
static bool
begins_date(const char *s, size_t len, size_t i)
{
	size_t end = i + 3;

	if (end > len || !may_date(s + i) ||
	    (i > 0 && text_word_byte(s[i - 1])))
		return false;
	while (end < len && text_word_byte(s[end]))
		end++;
	return is_dated(s + i, end - i);
}

bool
day_heading_within(const char *s, size_t len)
{
	static const struct scan_set digit = SCAN_SET(DIGITS);
	static const struct scan_set letter = SCAN_SET(SCAN_LETTERS);

	if (scan_until(&digit, s, len, 0) < len)
		return true;
	for (size_t i = 0, n; i < len; i += n) {
		uint64_t bits;

		n = len - i < SCAN_MOST ? len - i : SCAN_MOST;
		bits = scan_bits(&letter, s + i, n);
		for (bits &= ~(bits << 1); bits != 0; bits &= bits - 1) {
			if (begins_date(
				s, len, i + (size_t)__builtin_ctzll(bits)))
				return true;
		}
	}
	return false;
}

/* Whether a letter stands in a text, as in the name of a month. */
static bool
has_name(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text_ascii_letter(s[i]))
			return true;
	return false;
}

/* Takes what the words of a text are; false: one is no part of a date. */
static bool
read_words(const char *s, size_t len, unsigned count[WORD_DAY + 1])
{
	for (size_t i = 0; i < len;) {
		size_t start = i;
		enum word kind;

		while (i < len && text_word_byte(s[i]))
			i++;
		if (i == start) {
			i++;
			continue;
		}
		kind = word_kind(s + start, i - start);
		if (kind == WORD_OTHER)
			return false;
		/* A number that may be a day's, or a whole date. */
		if (text_ascii_digit(s[start]))
			count[WORD_OTHER] += kind == WORD_FILLING ? 1
			    : i - start == 8                      ? 2
								  : 0;
		count[kind]++;
	}
	return true;
}

/*
 * Whether a text is three numbers of up to two digits, with one sign between:
 * "8/28/31", "28.08.31".  One of the first two may be a month, and the last is a
 * year without its century.
 */
static bool
is_short_date(const char *s, size_t len)
{
	unsigned number[3] = {0};
	size_t part = 0, digits = 0;
	char sign = '\0';

	/* Most texts end here. */
	if (len < 6 || len > 8 || !text_ascii_digit(*s))
		return false;
	for (size_t i = 0; i < len; i++) {
		if (text_ascii_digit(s[i]) && digits < 2) {
			number[part] = 10 * number[part] + (s[i] - '0');
			digits++;
			continue;
		}
		if (digits == 0 || !text_ascii_any(s[i], "/.-") || part == 2 ||
		    (part > 0 && s[i] != sign))
			return false;
		sign = s[i];
		digits = 0;
		part++;
	}
	return part == 2 && digits == 2 && number[0] >= 1 && number[1] >= 1 &&
	    number[0] <= 31 && number[1] <= 31 &&
	    (number[0] <= 12 || number[1] <= 12);
}

/* The bytes of the sign at `s`, one of `signs`, which NULL ends; 0: it is none. */
static size_t
sign_at(const char *s, size_t len, const char *const *signs)
{
	for (; *signs; signs++) {
		size_t n = strlen(*signs);

		if (n <= len && memcmp(s, *signs, n) == 0)
			return n;
	}
	return 0;
}

/*
 * The bytes of which day of several it is, at the start of a text that is Chinese,
 * Japanese or Korean: "Day 1".
 */
static size_t
which_day(const char *s, size_t len)
{
	static const char *const first[] = {"第", NULL};
	static const char *const numbers[] = {
	    "一", "二", "三", "四", "五", "六", "七", NULL};
	static const char *const sure[] = {"日目", "일차",
	    "\xe1\x84\x8b\xe1\x85\xb5\xe1\x86\xaf\xe1\x84\x8e\xe1\x85\xa1",
	    NULL};
	static const char *const days[] = {"天", "日", NULL};
	size_t n = sign_at(s, len, first), number = n, day;
	bool marked = n > 0;

	while (n < len && n < number + 2 && text_ascii_digit(s[n]))
		n++;
	if (n == number)
		n += sign_at(s + n, len - n, numbers);
	if (n == number || n == len)
		return 0;
	if (s[n] == ' ')
		n++;
	day = sign_at(s + n, len - n, sure);
	if (day == 0 && marked)
		day = sign_at(s + n, len - n, days);
	return day > 0 ? n + day : 0;
}

/* Whether that is all that it says, but for a date behind it. */
static bool
is_which_day(const char *s, size_t len)
{
	size_t n = which_day(s, len);
	unsigned count[WORD_DAY + 1] = {0};
	struct date_east east;

	if (n == 0)
		return false;
	while (n < len && strchr(" -:,(|", s[n]))
		n++;
	len -= len > n && s[len - 1] == ')';
	return n >= len || date_east_is(s + n, len - n, &east) ||
	    is_short_date(s + n, len - n) ||
	    (read_words(s + n, len - n, count) && count[WORD_DATE] > 0);
}

bool
day_heading_is(const char *s, size_t len)
{
	unsigned count[WORD_DAY + 1] = {0};
	struct date_east east;

	return date_east_is(s, len, &east) || is_short_date(s, len) ||
	    is_which_day(s, len) ||
	    (read_words(s, len, count) &&
		count[WORD_DATE] + count[WORD_DAY] > 0);
}

bool
day_heading_is_one(const char *s, size_t len)
{
	unsigned count[WORD_DAY + 1] = {0};
	struct date_east east;

	if (date_east_is(s, len, &east))
		return east.day > 0;
	if (is_short_date(s, len) || is_which_day(s, len))
		return true;
	/* "2031-05" is a month, "12.05.2031" a day. */
	return read_words(s, len, count) &&
	    (count[WORD_DAY] > 0 ||
		(count[WORD_DATE] > 0 &&
		    count[WORD_OTHER] > !has_name(s, len)));
}
