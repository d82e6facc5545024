#include "source/markdown/people.h"

#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/markdown/signs.h"

#define MOST_PEOPLE    12 /* in one list */
#define COMPOSED_MOST  24 /* bytes of a handle of several words */
#define CALLED_LONGEST 16 /* bytes of five letters, and a blank */

/* What parts people. */
static const char *const ands[] = {"&", "and", "e", "en", "et", "feat.",
    "featuring", "ft.", "i", "ja", "och", "og", "und", "ve", "y", "és", "и",
    "і", "та", NULL};

/* Whether the word before byte `i` is a handle, and what follows another. */
static bool
is_between_handles(const char *s, size_t len, size_t i)
{
	size_t from = i;

	if (i + 1 >= len || s[i + 1] != '@')
		return false;
	while (from > 0 && s[from - 1] != ' ')
		from--;
	return s[from] == '@';
}

/* Whether "a" at byte `i` joins two names as in Czech, and nothing else is there. */
static bool
is_czech_and(const char *s, size_t len, size_t i)
{
	return len - i > 3 && s[i + 1] == 'a' && s[i + 2] == ' ' &&
	    names_read(s, i) == NAMES_SURE &&
	    names_read(s + i + 3, len - i - 3) == NAMES_SURE;
}

/* Whether "i" at byte `i` joins two family names, as in Catalan: "Pau Roca i Puig". */
static bool
is_catalan_and(const char *s, size_t len, size_t i)
{
	size_t from = i, n;
	uint32_t code;

	if (len - i < 5 || s[i + 1] != 'i' || s[i + 2] != ' ')
		return false;
	while (from > 0 && !strchr(",;/+", s[from - 1]))
		from--;
	s += i + 3;
	len -= i + 3;
	for (n = 0; n < len && !strchr(" ,;/", s[n]);)
		n++;
	text_decode(s, len, &code);
	return n > 1 && text_is_upper(code) &&
	    (n == len || s[n] != ' ' || s[n + 1] == '(') &&
	    names_read(s + from - i - 3, i - from) == NAMES_SURE;
}

/* The bytes of what parts two people at `s[i]`; 0: they are not parted. */
static size_t
parting(const char *s, size_t len, size_t i, bool *comma)
{
	*comma = s[i] == ',';
	/* "I/O" is one word. */
	if (s[i] == '/' && i > 0 && i + 1 < len && text_ascii_word(s[i - 1]) &&
	    (i == 1 || s[i - 2] == ' ') &&
	    (i + 2 == len || !text_ascii_word(s[i + 2])))
		return 0;
	if (s[i] == ',' || s[i] == ';' || s[i] == '/' || s[i] == '+')
		return 1;
	if (len - i >= 3 &&
	    (memcmp(s + i, "\xe3\x80\x81", 3) == 0 ||
		memcmp(s + i, "\xef\xbc\x8c", 3) == 0))
		return 3;
	if (s[i] != ' ')
		return 0;
	if (is_between_handles(s, len, i))
		return 1;

	size_t n = names_word(s + i + 1, len - i - 1);

	if (i + 1 + n < len && names_exactly_one_of(s + i + 1, n, ands))
		return is_catalan_and(s, len, i) ? 0 : n + 2;
	if (is_czech_and(s, len, i))
		return 3;
	/* "@ann or @bo" */
	if (n == 2 && len - i > 4 && memcmp(s + i, " or @", 5) == 0)
		return 4;
	return 0;
}

bool
people_parted(const char *s, size_t len)
{
	bool comma;

	return parting(s, len, 0, &comma) > 0;
}

/* The end of brackets that a name goes on behind, "Ann (Annie) Lee"; 0: none. */
static size_t
skip_nickname(const char *s, size_t len, size_t open)
{
	const char *close = memchr(s + open, ')', len - open);
	size_t end = close ? (size_t)(close - s) + 2 : len;
	uint32_t code;

	if (s[open] != '(' || end >= len || close[1] != ' ' ||
	    memchr(s + open, ' ', (size_t)(close - s) - open) ||
	    memchr(s + strspn(s, " "), ' ', open - strspn(s, " ") - 1))
		return 0;
	text_decode(s + end, len - end, &code);
	return text_is_upper(code) ? end : 0;
}

/* The bytes of a person's name, without what follows it. */
static size_t
name_length(const char *s, size_t len)
{
	static const char *const after[] = {" from ", " of ", " at ", " à ",
	    " au ", " auf ", " bei ", " beim ", " @", " - ", " \xe2\x80\x93 ",
	    " \xe2\x80\x94 ", " |", " #", ": ", NULL};
	size_t end = len, first = text_spaces(s, len);

	for (size_t i = 1; i < len; i++) {
		if (text_ascii_word(s[i]))
			continue;
		if (s[i] == '(' && skip_nickname(s, len, i) > 0) {
			i = skip_nickname(s, len, i);
			continue;
		}
		if (s[i] == '(' || s[i] == '[' ||
		    (s[i] == '\xef' && len - i > 2 &&
			memcmp(s + i, "\xef\xbc\x88", 3) == 0))
			return i;
		/* "Ann Lee. Director" */
		if (i > first + 4 && s[i] == '.' &&
		    s[i + 1 < len ? i + 1 : i] == ' ' &&
		    !names_are_title(s + first, i + 1 - first) &&
		    !memchr(s + i - 3, ' ', 3) && !memchr(s + i - 3, '.', 3))
			return i;
		/* Most blanks stand before a capital. */
		if (i + 1 == len || (s[i] != ' ' && s[i] != ':') ||
		    !text_ascii_any(s[i + 1], "abfo@-\xc3\xe2|# "))
			continue;
		for (size_t k = 0; after[k]; k++) {
			size_t n = s[i] == *after[k] ? strlen(after[k]) : len;

			if (n < len && len - i >= n &&
			    memcmp(s + i, after[k], n) == 0)
				return i;
		}
	}
	return end;
}

/* What reads a list. */
struct list {
	struct arena *arena;
	const char **name;
	struct people people;
	size_t parts;
	bool firms;
	bool strange;   /* the last part was nobody's name */
	bool bracketed; /* the last part ended in brackets */
	bool other;     /* a part was none of one word that may be a name */
};

/* Whether a word that is parted from a full name is a trade or a firm. */
static bool
is_trade(const struct list *list, enum names_reading reading, bool parted)
{
	return reading == NAMES_MAYBE && list->people.first == NAMES_SURE &&
	    (parted || list->strange) && list->people.n > 0 &&
	    list->name[0][0] != '@';
}

/* "Ann, Bob, Cyd": what follows commas is no firm if three and more are alike. */
static void
count_alike(
    struct list *list, const char *s, size_t len, enum names_reading reading)
{
	list->other = list->other || reading != NAMES_MAYBE ||
	    memchr(s + 1, ' ', len - 1);
	if (list->other || list->parts < 3)
		return;
	list->people.firms = 0;
	list->people.more = list->parts - 1;
}

static void
take_part(struct list *list, const char *s, size_t len, bool comma)
{
	size_t n = name_length(s, len);
	enum names_reading reading = names_read(s, n);
	const char *before, *end;
	bool parted, bracketed = list->bracketed;

	if (len == 0 || strspn(s, " ") >= len)
		return;
	if (n < len)
		list->people.whole = false;
	/* "Ann Lee (Firm), Bo Ek (Firm)" are two, where others have firms there. */
	list->bracketed = n < len && s[len - 1] == ')';
	/* "Ann Lee / Firm" */
	parted = comma || n < len || (list->parts > 0 && s[-1] == '/');
	if (list->parts++ == 0)
		list->people.first = reading;
	if (comma && list->parts > 1) {
		bool name = reading == NAMES_SURE ||
		    (reading == NAMES_GUESS &&
			list->people.first == NAMES_GUESS);

		list->people.firms += !name;
		list->people.more += name;
	}
	count_alike(list, s, n, reading);
	if (reading == NAMES_NOT ||
	    (comma && list->firms &&
		!(bracketed && list->bracketed && reading == NAMES_SURE)) ||
	    is_trade(list, reading, parted) || list->people.n == MOST_PEOPLE ||
	    (list->people.n > 0 && names_are_firm(s, n))) {
		list->people.whole = false;
		list->strange = true;
		return;
	}
	list->strange = false;
	before = s;
	end = s + n;
	names_trim(&s, &n);
	/* The word of respect is no part of the name. */
	if (s + n < end &&
	    (unsigned char)s[s[n] == ' ' && s + n + 1 < end ? n + 1 : n] >=
		0x80)
		list->people.whole = false;
	/* "Dr." was before it. */
	if (s > before + 2)
		list->people.whole = false;
	list->name[list->people.n++] = arena_dup(list->arena, s, n);
}

/* A text that is parted into people. */
struct parts {
	const char *s;
	size_t len, at;
	int depth;  /* in brackets */
	bool comma; /* what comes next is after a comma */
};

/* The next part, which may be empty; false: there is none. */
static bool
next_part(struct parts *p, const char **part, size_t *len, bool *comma)
{
	size_t i = p->at;

	if (p->at >= p->len)
		return false;
	*part = p->s + p->at;
	*comma = p->comma;
	for (; i < p->len; i++) {
		size_t n;

		if (text_ascii_word(p->s[i]))
			continue;
		n = p->depth > 0 ? 0 : parting(p->s, p->len, i, &p->comma);
		p->depth += (p->s[i] == '(') - (p->s[i] == ')');
		if (n == 0)
			continue;
		p->at = i + n;
		*len = i - (size_t)(*part - p->s);
		return true;
	}
	*len = p->len - p->at;
	p->at = p->len;
	return true;
}

enum names_reading
people_first(const char *s, size_t len)
{
	struct parts parts = {.s = s, .len = len};
	const char *part;
	size_t n;
	bool comma;

	while (next_part(&parts, &part, &n, &comma)) {
		if (strspn(part, " ") < n)
			return names_read(part, name_length(part, n));
	}
	return NAMES_NOT;
}

/* Whether what is in brackets is a name or one word. */
static bool
is_by_name(const char *s, size_t len)
{
	size_t word = 0;

	while (word < len && text_ascii_letter(s[word]))
		word++;
	return (word == len && len > 1) || names_read(s, len) >= NAMES_MAYBE;
}

bool
people_is_called(const char *s, size_t len)
{
	size_t n;

	/* Most are in no such script. */
	if (len < 6 || (unsigned char)*s < 0x80)
		return false;
	n = name_length(s, len);
	while (s[len - 1] == ' ')
		len--;
	return n + 3 < len && n <= CALLED_LONGEST && s[n] == '(' &&
	    s[len - 1] == ')' && names_read(s, n) == NAMES_GUESS &&
	    is_by_name(s + n + 1, len - n - 2);
}

/* Whether one pair of brackets is around all of a list. */
static bool
in_brackets(const char *s, size_t len)
{
	return len > 2 && *s == '(' &&
	    memchr(s, ')', len) == (const void *)(s + len - 1);
}

struct people
people_read(struct arena *arena, const char *s, size_t len, bool firms)
{
	struct list list = {
	    .arena = arena,
	    .name = arena_alloc(arena, MOST_PEOPLE * sizeof(*list.name)),
	    .people = {.whole = true},
	    .firms = firms,
	};
	struct parts parts;
	const char *part;
	size_t n;
	bool comma;

	if (in_brackets(s, len)) {
		s++;
		len -= 2;
	}
	parts = (struct parts){.s = s, .len = len};
	while (next_part(&parts, &part, &n, &comma))
		take_part(&list, part, n, comma);
	/* Which of them it is stays told. */
	if (list.parts > 1 && memmem(s, len, " or @", 5))
		list.people.whole = false;
	list.people.name = list.name;
	list.people.parts = list.parts;
	return list.people;
}

/* Whether a word may be a handle without its sign. */
static bool
is_bare_handle(const char *s, size_t len)
{
	if (len < 3 || *s < 'a' || *s > 'z' || names_never(s, len))
		return false;
	for (size_t i = 1; i < len; i++) {
		if (!(s[i] >= 'a' && s[i] <= 'z') && !text_ascii_digit(s[i]) &&
		    !strchr("_-.", s[i]))
			return false;
	}
	return true;
}

struct people
people_bare(struct arena *arena, const char *s, size_t len)
{
	struct people people = {
	    .first = NAMES_GUESS, .whole = true, .bare = true};
	struct parts parts = {.s = s, .len = len};
	const char *part, **name;
	size_t n;
	bool comma;

	if (len < 3 || *s < 'a' || *s > 'z')
		return (struct people){.first = NAMES_NOT};
	name = arena_alloc(arena, MOST_PEOPLE * sizeof(*name));
	people.name = name;
	while (next_part(&parts, &part, &n, &comma)) {
		names_trim(&part, &n);
		if (!is_bare_handle(part, n) || people.n == MOST_PEOPLE)
			return (struct people){.first = NAMES_NOT};
		name[people.n++] = arena_dup(arena, part, n);
	}
	people.parts = people.n;
	return people;
}

struct people
people_composed(struct arena *arena, const char *s, size_t len)
{
	const char **name, *open = memchr(s, '(', len);
	bool within = false;

	len = open ? (size_t)(open - s) : len;
	names_trim(&s, &len);
	for (size_t i = 0; i < len; i++) {
		if (!text_ascii_word(s[i]))
			return (struct people){.first = NAMES_NOT};
		within = within ||
		    (i > 1 && s[i] >= 'A' && s[i] <= 'Z' && s[i - 1] >= 'a' &&
			s[i - 1] <= 'z');
	}
	if (!within || len > COMPOSED_MOST)
		return (struct people){.first = NAMES_NOT};
	name = arena_alloc(arena, sizeof(*name));
	*name = arena_dup(arena, s, len);
	return (struct people){.name = name,
	    .n = 1,
	    .parts = 1,
	    .first = NAMES_GUESS,
	    .whole = !open,
	    .bare = true};
}

size_t
people_by(const char *s, size_t len)
{
	size_t by = names_by(s, len);

	return by > 0 && people_first(s + by, len - by) == NAMES_SURE ? by : 0;
}

/* The bytes of a word in small letters at `s`, perhaps with a hyphen. */
static size_t
small_word(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && ((s[n] >= 'a' && s[n] <= 'z') || s[n] == '-'))
		n++;
	return n;
}

struct people
people_small(struct arena *arena, const char *s, size_t len)
{
	const struct people nobody = {.first = NAMES_NOT};
	const char *open = memchr(s, '(', len), **name;
	size_t words = 0, end = open && open > s ? (size_t)(open - s) - 1 : 0;

	if (end == 0 || s[end] != ' ' || s[len - 1] != ')')
		return nobody;
	for (size_t at = 0; at < end; words++) {
		size_t n = small_word(s + at, end - at);

		if (n < 2 || (at + n < end && s[at + n] != ' '))
			return nobody;
		at += n + 1;
	}
	if (words < 2 || words > 3)
		return nobody;
	for (size_t i = end; i < len; i++) {
		if (text_ascii_digit(s[i]))
			return nobody;
	}
	name = arena_alloc(arena, sizeof(*name));
	*name = arena_dup(arena, s, end);
	return (struct people){
	    .name = name, .n = 1, .parts = 1, .first = NAMES_SURE};
}

size_t
people_before_bar(const char *s, size_t len)
{
	size_t n = 0, at = sign_find(s, 0, (uint32_t)len, sign_bar, false, &n);

	return at < len && people_first(s, at) == NAMES_SURE &&
		people_first(s + at + n, len - at - n) != NAMES_SURE
	    ? at
	    : len;
}
