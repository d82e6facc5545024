#include "source/markdown/names.h"

#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/markdown/no_names.h"

#define NAME_LONGEST 80 /* bytes of a name */
#define WORD_LONGEST 24 /* bytes of a word that is looked up */
#define MOST_WORDS   5
#define MOST_PEOPLE  12 /* in one list */

/* What a word can be in a name. */
enum word { WORD_OTHER, WORD_NAME, WORD_PARTICLE, WORD_INITIAL, WORD_CASELESS };

/* A list of words in the order of their letters, told apart by their bytes. */
static bool
is_one_of(const char *s, size_t len, const char *const *words)
{
	while (*words && (unsigned char)**words < (unsigned char)*s)
		words++;
	for (; *words && **words == *s; words++) {
		if (len > 1 && (*words)[1] != s[1])
			continue;
		if (strncmp(*words, s, len) == 0 && (*words)[len] == '\0')
			return true;
	}
	return false;
}

bool
names_one_of(const char *s, size_t len, const char *const *words)
{
	char small[WORD_LONGEST];

	if (len == 0 || len > sizeof(small))
		return false;
	for (size_t i = 0; i < len; i++)
		small[i] = (char)(text_ascii_letter(s[i]) ? s[i] | 0x20 : s[i]);
	return is_one_of(small, len, words);
}

/* Whether a word stands in titles, and in names never. */
static bool
is_no_name(const char *s, size_t len)
{
	return len > 0 &&
	    names_one_of(s, len, no_names_from(text_ascii_lower(*s)));
}

static const char *const particles[] = {"af", "aka", "al", "av", "ben", "bin",
    "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
    "e", "el", "ibn", "la", "le", "st.", "ten", "ter", "van", "von", "y", "zu",
    "zur", NULL};

/* Words of titles that might be a name beside others: "Creating R Packages". */
static const char *const doubtful[] = {"adding", "adopting", "advanced",
    "analyzing", "applying", "automating", "avoiding", "basics", "becoming",
    "breaking", "bringing", "creating", "debugging", "delivering",
    "demystifying", "deploying", "designing", "developing", "discovering",
    "embracing", "exploring", "fixing", "getting", "growing", "hacking",
    "handling", "implementing", "improving", "integrating", "learning",
    "leveraging", "making", "managing", "mastering", "measuring", "migrating",
    "modeling", "monitoring", "moving", "navigating", "optimizing", "packages",
    "parsing", "patterns", "pitfalls", "practices", "programming", "protecting",
    "putting", "reading", "rethinking", "running", "scaling", "securing",
    "shipping", "solving", "speeding", "surviving", "taming", "teaching",
    "testing", "thinking", "tips", "tricks", "understanding", "unlocking",
    "visualizing", "working", "writing", NULL};

static const char *const titles[] = {"dr", "dr.", "mr.", "mrs.", "ms.", "prof",
    "prof.", "professor", "sir", NULL};

size_t
names_word(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && s[n] != ' ')
		n++;
	return n;
}

/* Letters of scripts without capitals, in which names are guessed at. */
static bool
is_caseless(uint32_t code)
{
	return code >= 0x0590 && text_is_letter(code) &&
	    (code < 0x10A0 || code > 0x1FFF);
}

/* Marks over letters, as vowels of Arabic and Hebrew. */
static bool
is_mark(uint32_t code)
{
	return (code >= 0x0300 && code <= 0x036F) ||
	    (code >= 0x0591 && code <= 0x0FFF && !text_is_word(code));
}

/* Whether all that follows the first character may stand in a name. */
static bool
is_lettered(const char *s, size_t len)
{
	for (size_t i = 0; i < len;) {
		uint32_t code;

		if (text_ascii_letter(s[i])) {
			i++;
			continue;
		}
		i += text_decode(s + i, len - i, &code);
		if (text_is_letter(code) || is_mark(code) ||
		    (code < 0x80 && strchr("-'.", (int)code)))
			continue;
		if (code != 0x2019 && code != 0x2010 && code != 0x2011 &&
		    code != 0x30FB)
			return false;
	}
	return true;
}

/* "Swiftの" is no name. */
static bool
has_caseless(const char *s, size_t len)
{
	for (size_t i = text_is_ascii(s, len) ? len : 0; i < len;) {
		uint32_t code;

		i += text_decode(s + i, len - i, &code);
		if (is_caseless(code))
			return true;
	}
	return false;
}

/* "PyCon", "JavaScript": a capital within a word that no name has. */
static bool
is_composed(const char *s, size_t len)
{
	static const char *const before[] = {"ann", "bel", "d'", "da", "de",
	    "del", "di", "du", "fitz", "jo", "l'", "la", "le", "mac", "mc",
	    "o'", "san", "st", "ten", "van", "von", NULL};
	size_t n = 1;

	while (n < len &&
	    !(s[n] >= 'A' && s[n] <= 'Z' && s[n - 1] >= 'a' && s[n - 1] <= 'z'))
		n++;
	/* Two names that nothing parts are long. */
	return n < len && (n < 5 || len - n < 5) && !names_one_of(s, n, before);
}

/* "WSGI": capitals alone, of which none is a vowel. */
static bool
is_acronym(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (s[i] < 'A' || s[i] > 'Z' || strchr("AEIOUY", s[i]))
			return false;
	}
	return len > 2;
}

static enum word
word_kind(const char *s, size_t len)
{
	uint32_t code;
	size_t first = text_decode(s, len, &code);
	const char *hyphen = memchr(s, '-', len);

	if (is_one_of(s, len, particles))
		return WORD_PARTICLE;
	if (!is_lettered(s, len) || is_no_name(s, len) || is_composed(s, len) ||
	    is_acronym(s, len))
		return WORD_OTHER;
	/* "Java's" */
	if (len > 3 && s[len - 2] == '\'' && s[len - 1] == 's')
		return WORD_OTHER;
	/* "Core-Team" */
	if (hyphen && is_no_name(hyphen + 1, len - (size_t)(hyphen + 1 - s)))
		return WORD_OTHER;
	if (is_caseless(code))
		return WORD_CASELESS;
	if (has_caseless(s, len))
		return WORD_OTHER;
	if (!text_is_upper(code))
		return len > 2 && s[1] == '\'' ? WORD_NAME : WORD_OTHER;
	if (len == first || (s[len - 1] == '.' && len <= first + 3))
		return WORD_INITIAL;
	return WORD_NAME;
}

static bool
is_handle(const char *s, size_t len)
{
	if (len < 3 || *s != '@')
		return false;
	for (size_t i = 1; i < len; i++) {
		if (!text_ascii_word(s[i]) && !strchr("_-.", s[i]))
			return false;
	}
	return true;
}

/* The bytes of "san" and the like at the end; 0: there is none. */
static size_t
honorific(const char *s, size_t len)
{
	static const char *const words[] = {"さん", "氏", "님"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = strlen(words[i]);

		if (len > n && memcmp(s + len - n, words[i], n) == 0)
			return n;
	}
	return 0;
}

bool
names_end_polite(const char *s, size_t len)
{
	size_t n = honorific(s, len);

	/* Without a blank, "all of you" has such an ending, too. */
	return n > 0 &&
	    (s[len - n - 1] == ' ' || memchr(s, ' ', len) || len - n >= 9);
}

/* Whether a full stop ends a sentence, and not "Jr." or an initial. */
static bool
ends_sentence(const char *s, size_t len)
{
	size_t small = 0;

	while (small + 1 < len && s[len - 2 - small] >= 'a' &&
	    s[len - 2 - small] <= 'z')
		small++;
	return len > 5 && s[len - 1] == '.' && small >= 3;
}

/*
 * Takes blanks and quotes off both ends, a title before a name, and one after
 * it.
 */
static void
trim(const char **s, size_t *len)
{
	while (*len > 0 && strchr(" \"'*_~,:;", **s)) {
		++*s;
		--*len;
	}
	while (*len > 0 && strchr(" \"'*_~,:;", (*s)[*len - 1]))
		--*len;
	if (ends_sentence(*s, *len))
		--*len;
	if (names_end_polite(*s, *len)) {
		*len -= honorific(*s, *len);
		while (*len > 0 && (*s)[*len - 1] == ' ')
			--*len;
	}

	size_t n = names_word(*s, *len);

	if (n < *len && names_one_of(*s, n, titles)) {
		*s += n;
		*len -= n;
		trim(s, len);
	}
}

/* A word without the quotes or brackets that a nickname stands in. */
static size_t
bare_word(const char **s, size_t n)
{
	while (n > 1 && strchr("\"'(", **s)) {
		++*s;
		n--;
	}
	while (n > 1 && strchr("\"')", (*s)[n - 1]))
		n--;
	return n;
}

static enum names_reading
weigh_words(size_t names, size_t initials, size_t caseless)
{
	size_t n = names + initials;

	if (caseless > 0)
		return n == 0 && caseless <= 4 ? NAMES_GUESS : NAMES_NOT;
	if (names == 0 || n > MOST_WORDS)
		return NAMES_NOT;
	return n >= 2 && n <= 4 ? NAMES_SURE : NAMES_MAYBE;
}

/* Whether a quotation begins that ends elsewhere. */
static bool
is_cut_quote(const char *s, size_t len)
{
	size_t at = strspn(s, " ");

	return at < len && s[at] == '"' &&
	    !memchr(s + at + 1, '"', len - at - 1);
}

enum names_reading
names_read(const char *s, size_t len)
{
	size_t count[WORD_CASELESS + 1] = {0}, words = 0;
	enum names_reading reading;
	bool doubt = false;

	bool polite = names_end_polite(s, len);

	if (is_cut_quote(s, len))
		return NAMES_NOT;
	trim(&s, &len);
	if (len == 0 || len > NAME_LONGEST)
		return NAMES_NOT;
	if (is_handle(s, len))
		return NAMES_SURE;
	for (size_t i = 0; i < len; words++) {
		size_t n = names_word(s + i, len - i);
		const char *word = s + i;

		i += n + 1;
		while (i < len && s[i] == ' ')
			i++;
		size_t whole = n;

		n = bare_word(&word, n);

		/* A nickname between names, "Ann 'ax' Lee", is any word. */
		enum word kind = words > 0 &&
			(is_handle(word, n) || (n + 2 == whole && i < len))
		    ? WORD_PARTICLE
		    : word_kind(word, n);

		if (kind == WORD_OTHER || words > MOST_WORDS + 2)
			return NAMES_NOT;
		count[kind]++;
		doubt = doubt || names_one_of(word, n, doubtful);
	}
	/* A whole sentence may have no blanks. */
	if (count[WORD_CASELESS] == 1 && words == 1 && len > 24)
		return NAMES_NOT;
	reading = weigh_words(
	    count[WORD_NAME], count[WORD_INITIAL], count[WORD_CASELESS]);
	if (doubt && reading == NAMES_SURE)
		return NAMES_MAYBE;
	return polite && reading == NAMES_GUESS ? NAMES_SURE : reading;
}

size_t
names_by(const char *s, size_t len)
{
	static const char *const words[] = {"av", "by", "de", "di", "door",
	    "od", "par", "por", "przez", "von", "with", NULL};
	size_t n = names_word(s, len);

	/* "Di" and "De" are names. */
	if (n == 2 && *s >= 'A' && *s <= 'Z' && *s != 'B')
		return 0;
	return n < len && names_one_of(s, n, words) ? n + 1 : 0;
}

/* Lists. */

/* What parts people. */
static const char *const ands[] = {
    "&", "and", "e", "en", "et", "i", "och", "og", "und", "y", NULL};

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

	size_t n = names_word(s + i + 1, len - i - 1);

	if (i + 1 + n < len && is_one_of(s + i + 1, n, ands))
		return n + 2;
	/* Cyrillic "and". */
	return n == 2 && i + 1 + n < len &&
		memcmp(s + i + 1, "\xd0\xb8", 2) == 0
	    ? 4
	    : 0;
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
	static const char *const after[] = {" from ", " of ", " at ", " @",
	    " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " |", " #", ": ", NULL};
	size_t end = len;

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
		if (i > 4 && s[i] == '.' && s[i + 1 < len ? i + 1 : i] == ' ' &&
		    !memchr(s + i - 3, ' ', 3) && !memchr(s + i - 3, '.', 3))
			return i;
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
	bool strange; /* the last part was nobody's name */
	bool other;   /* a part was none of one word that may be a name */
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
	const char *before;
	bool parted;

	if (len == 0 || strspn(s, " ") >= len)
		return;
	if (n < len)
		list->people.whole = false;
	/* "Ann Lee / Firm" */
	parted = comma || n < len || (list->parts > 0 && s[-1] == '/');
	if (list->parts++ == 0)
		list->people.first = reading;
	if (comma && list->parts > 1) {
		list->people.firms += reading != NAMES_SURE;
		list->people.more += reading == NAMES_SURE;
	}
	count_alike(list, s, n, reading);
	if (reading == NAMES_NOT || (comma && list->firms) ||
	    is_trade(list, reading, parted) || list->people.n == MOST_PEOPLE) {
		list->people.whole = false;
		list->strange = true;
		return;
	}
	list->strange = false;
	before = s;
	trim(&s, &n);
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
		size_t n = p->depth > 0 ? 0
					: parting(p->s, p->len, i, &p->comma);

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

struct people
people_read(struct arena *arena, const char *s, size_t len, bool firms)
{
	struct list list = {
	    .arena = arena,
	    .name = arena_alloc(arena, MOST_PEOPLE * sizeof(*list.name)),
	    .people = {.whole = true},
	    .firms = firms,
	};
	struct parts parts = {.s = s, .len = len};
	const char *part;
	size_t n;
	bool comma;

	while (next_part(&parts, &part, &n, &comma))
		take_part(&list, part, n, comma);
	list.people.name = list.name;
	list.people.parts = list.parts;
	return list.people;
}

size_t
names_by_somebody(const char *s, size_t len)
{
	size_t by = names_by(s, len);

	return by > 0 && people_first(s + by, len - by) == NAMES_SURE ? by : 0;
}
