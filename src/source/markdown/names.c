#include "source/markdown/names.h"

#include <stdint.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/no_names.h"
#include "source/markdown/word_list.h"

#define TWO_SIGNS    6 /* bytes of the shortest name before "san" and the like */
#define NAME_LONGEST 80 /* bytes of a name */
#define WORD_LONGEST 24 /* bytes of a word that is looked up */
#define MOST_WORDS   5
#define GIVEN_LEAST  5 /* bytes of "given" and the like */
#define MIDDLE_DOT   0xB7
#define PART_LEAST   9 /* bytes of one of the names that it parts */
#define FOREIGN_MOST 48

/* What a word can be in a name. */
enum word { WORD_OTHER, WORD_NAME, WORD_PARTICLE, WORD_INITIAL, WORD_CASELESS };

bool
names_exactly_one_of(const char *s, size_t len, const char *const *words)
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

/* Writes a word in small letters of ASCII; false: it is none, or too long. */
static bool
fold(const char *s, size_t len, char small[WORD_LONGEST])
{
	if (len == 0 || len > WORD_LONGEST)
		return false;
	for (size_t i = 0; i < len; i++)
		small[i] = (char)(text_ascii_letter(s[i]) ? s[i] | 0x20 : s[i]);
	return true;
}

bool
names_one_of(const char *s, size_t len, const char *const *words)
{
	char small[WORD_LONGEST];

	return fold(s, len, small) && names_exactly_one_of(small, len, words);
}

bool
names_never(const char *s, size_t len)
{
	char small[WORD_LONGEST];

	return fold(s, len, small) && word_list_has(&no_names, small, len);
}

static const char *const particles[] = {"af", "aka", "al", "ap", "av", "ben",
    "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos",
    "du", "e", "el", "i", "ibn", "la", "le", "st.", "t", "ten", "ter", "van",
    "von", "y", "zu", "zur", "’t", NULL};

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
    "visualizing", "working", "writing"};

static bool
is_doubtful(const char *s, size_t len)
{
	static const struct word_list list = WORD_LIST(doubtful);
	char small[WORD_LONGEST];

	return fold(s, len, small) && word_list_has(&list, small, len);
}

static const char *const titles[] = {"assoc.", "bc.", "dipl.-ing.", "doc.",
    "docent", "dott.", "dott.ssa", "dr", "dr.", "drs.", "dra.", "ing.", "ir.",
    "judr.", "jun.-prof.", "lic.", "mag.", "mgr.", "mr.", "mrs.", "ms.",
    "mudr.", "phdr.", "priv.-doz.", "prof", "prof.", "prof.ssa", "profa.",
    "professor", "rndr.", "sir", "\xd0\xb4-\xd1\x80",
    "\xd0\xbf\xd1\x80\xd0\xbe\xd1\x84", "\xd0\xbf\xd1\x80\xd0\xbe\xd1\x84.",
    NULL};

bool
names_are_title(const char *s, size_t len)
{
	return names_one_of(s, len, titles);
}

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
	uint32_t before = 0, code = 0;

	for (size_t i = 0; i < len; before = code) {
		if (text_ascii_letter(s[i])) {
			code = (unsigned char)s[i++];
			continue;
		}
		i += text_decode(s + i, len - i, &code);
		/* Chinese parts foreign names so. */
		if (code == MIDDLE_DOT && is_caseless(before))
			continue;
		/* "harbour.md" */
		if (code == '.' && i > 3 && i < len && s[i] >= 'a' &&
		    s[i] <= 'z')
			return false;
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
	    "o'", "san", "st", "ten", "van", "vander", "von", "vonder", NULL};
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

bool
names_are_capitals(const char *s)
{
	size_t capitals = 0;

	for (; *s; s++) {
		if ((*s < 'A' || *s > 'Z') && *s != ' ')
			return false;
		capitals += *s != ' ';
	}
	return capitals > 2;
}

bool
names_are_firm(const char *s, size_t len)
{
	static const char *const words[] = {"channel", "cloud", "consulting",
	    "corporation", "digital", "engineering", "enterprise",
	    "enterprises", "hackers", "magazine", "media", "networks",
	    "podcast", "radio", "research", "security", "software", "solutions",
	    "studio", "studios", "systems", "technologies", "technology", "tv",
	    NULL};
	const char *blank = memrchr(s, ' ', len);

	return blank &&
	    names_one_of(blank + 1, (size_t)(s + len - blank) - 1, words);
}

/* "d'Alba", but not "l'ancre"; "el-Amin" */
static bool
is_elided(const char *s, size_t len)
{
	static const char *const articles[] = {
	    "ad-", "al-", "an-", "ar-", "as-", "at-", "el-", "ul-", NULL};
	size_t n = len > 3 && names_exactly_one_of(s, 3, articles) ? 3 : 2;
	uint32_t code;

	if (len < 3 || (n == 2 && s[1] != '\''))
		return false;
	text_decode(s + n, len - n, &code);
	return text_is_upper(code);
}

static enum word
word_kind(const char *s, size_t len)
{
	uint32_t code;
	size_t first = text_decode(s, len, &code);
	const char *hyphen = memchr(s, '-', len);

	if (names_exactly_one_of(s, len, particles))
		return WORD_PARTICLE;
	if (!is_lettered(s, len) || names_never(s, len) ||
	    is_composed(s, len) || is_acronym(s, len))
		return WORD_OTHER;
	/* "Java's" */
	if (len > 3 && s[len - 2] == '\'' && s[len - 1] == 's')
		return WORD_OTHER;
	/* "Core-Team" */
	if (hyphen && names_never(hyphen + 1, len - (size_t)(hyphen + 1 - s)))
		return WORD_OTHER;
	if (is_caseless(code))
		return WORD_CASELESS;
	if (has_caseless(s, len))
		return WORD_OTHER;
	if (!text_is_upper(code))
		return is_elided(s, len) ? WORD_NAME : WORD_OTHER;
	if (len == first || (s[len - 1] == '.' && len <= first + 3))
		return WORD_INITIAL;
	return WORD_NAME;
}

bool
names_is_handle(const char *s, size_t len)
{
	if (len < 3 || *s != '@')
		return false;
	for (size_t i = 1; i < len; i++) {
		if (!text_ascii_word(s[i]) && !strchr("_-.", s[i]))
			return false;
	}
	return true;
}

/* Whether a word is a handle without its sign, as before "san". */
static bool
is_nickname(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (!text_ascii_word(s[i]) && !strchr("_-", s[i]))
			return false;
	}
	return len > 2 && !names_never(s, len);
}

/* The bytes of "san" and the like at the end; 0: there is none. */
static size_t
honorific(const char *s, size_t len)
{
	static const char *const words[] = {"さん", "氏", "님"};

	if (len == 0 || (unsigned char)s[len - 1] < 0x80)
		return 0;
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

	while (small + 1 < len &&
	    ((s[len - 2 - small] >= 'a' && s[len - 2 - small] <= 'z') ||
		(unsigned char)s[len - 2 - small] >= 0x80))
		small++;
	return len > 5 && s[len - 1] == '.' && small >= 3;
}

void
names_trim(const char **s, size_t *len)
{
	size_t polite;

	while (*len > 0 && strchr(" \"'*_~,:;", **s)) {
		++*s;
		--*len;
	}
	while (*len > 0 && strchr(" \"'*_~,:;", (*s)[*len - 1]))
		--*len;
	if (ends_sentence(*s, *len))
		--*len;
	polite = honorific(*s, *len);
	if (polite > 0 &&
	    (names_end_polite(*s, *len) || *len - polite >= TWO_SIGNS)) {
		*len -= polite;
		while (*len > 0 && (*s)[*len - 1] == ' ')
			--*len;
	}

	size_t n = names_word(*s, *len);

	if (n < *len && names_are_title(*s, n)) {
		*s += n;
		*len -= n;
		names_trim(s, len);
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
	/* As in German and Czech. */
	if (n > 6 && memcmp(*s, "\xe2\x80\x9e", 3) == 0 &&
	    (memcmp(*s + n - 3, "\xe2\x80\x9c", 3) == 0 ||
		memcmp(*s + n - 3, "\xe2\x80\x9d", 3) == 0)) {
		*s += 3;
		n -= 6;
	}
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

/* Whether a word is a foreign name in Chinese, one part of which is long. */
static bool
is_foreign(const char *s, size_t len)
{
	const char *dot = memmem(s, len, "\xc2\xb7", 2);
	size_t first = dot ? (size_t)(dot - s) : 0;

	return dot && len <= FOREIGN_MOST &&
	    (first >= PART_LEAST || len - first - 2 >= PART_LEAST);
}

enum names_reading
names_read(const char *s, size_t len)
{
	size_t count[WORD_CASELESS + 1] = {0}, words = 0;
	enum names_reading reading;
	bool doubt = false, polite;

	while (len > 0 && s[len - 1] == ' ')
		len--;
	polite = names_end_polite(s, len);
	if (is_cut_quote(s, len))
		return NAMES_NOT;
	names_trim(&s, &len);
	if (len == 0 || len > NAME_LONGEST)
		return NAMES_NOT;
	if (names_is_handle(s, len) || (polite && is_nickname(s, len)))
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
			(names_is_handle(word, n) ||
			    ((n + 2 == whole || n + 6 == whole) && i < len))
		    ? WORD_PARTICLE
		    : word_kind(word, n);

		if (kind == WORD_OTHER || words > MOST_WORDS + 2)
			return NAMES_NOT;
		count[kind]++;
		doubt = doubt || is_doubtful(word, n);
	}
	if (count[WORD_CASELESS] == 1 && words == 1 && is_foreign(s, len))
		return NAMES_SURE;
	/* A whole sentence may have no blanks. */
	if (count[WORD_CASELESS] == 1 && words == 1 && len > 24)
		return NAMES_NOT;
	reading = weigh_words(
	    count[WORD_NAME], count[WORD_INITIAL], count[WORD_CASELESS]);
	if (doubt && reading == NAMES_SURE)
		return NAMES_MAYBE;
	return polite && reading == NAMES_GUESS ? NAMES_SURE : reading;
}

bool
names_are_given(const char *s, size_t len)
{
	static const char *const given[] = {"apresentado", "delivered",
	    "gehalten", "given", "presentado", "presented", "präsentiert",
	    "présenté", "présentée", "vorgetragen", NULL};

	return len >= GIVEN_LEAST && names_one_of(s, len, given);
}

size_t
names_by(const char *s, size_t len)
{
	static const char *const words[] = {"av", "by", "de", "di", "door",
	    "feat.", "ft.", "od", "par", "por", "przez", "von", "with", NULL};
	size_t n = names_word(s, len);

	/* "Presented by" */
	if (n < len && names_are_given(s, n)) {
		size_t more = names_by(s + n + 1, len - n - 1);

		return more > 0 ? n + 1 + more : 0;
	}

	/* "Di" and "De" are names. */
	if (n == 2 && *s >= 'A' && *s <= 'Z' && *s != 'B')
		return 0;
	return n < len && names_one_of(s, n, words) ? n + 1 : 0;
}
