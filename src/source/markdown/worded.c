#include "source/markdown/worded.h"

#include <string.h>

#include "source/markdown/label.h"
#include "source/markdown/people.h"

#define LABEL_LONGEST 24 /* bytes of a label before names, with its colon */

/* ": Speaker: " before names, as a label stands below a talk elsewhere. */
static size_t
said(const char *s, size_t len)
{
	size_t most = len < LABEL_LONGEST ? len : LABEL_LONGEST, skip;

	if (len < 4 || s[1] == ' ' || !memchr(s + 1, ':', most - 1))
		return 0;
	return label_before(s + 1, len - 1, &skip) == LABEL_SPEAKER ? skip + 1
								    : 0;
}

/* The bytes of the first of `words` that is at `s`; 0: none is. */
static size_t
word(const char *s, size_t len, const char *const *words)
{
	for (; *words; words++) {
		size_t n;

		/* Most differ in their first letter. */
		if (len < 2 || (*words)[1] != s[1])
			continue;
		n = strlen(*words);
		if (len >= n && memcmp(s, *words, n) == 0)
			return n;
	}
	return 0;
}

size_t
worded_by(const char *s, size_t len)
{
	static const char *const words[] = {" by ", " von ", " par ", " por ",
	    ", by ", " By ", " Par ", " Por ", " Von ", " door ", " przez ",
	    NULL};
	size_t n = *s == ' ' || *s == ',' ? word(s, len, words) : 0;

	return n == 0 && *s == ' ' ? said(s, len) : n;
}

static const char *const with[] = {" with ", " w/ ", " mit ", " avec ", " con ",
    " com ", " met ", " med ", " ft. ", " feat. ", ", with ", ", mit ",
    ", avec ", ", con ", NULL};

static const char *const on[] = {
    " on ", " über ", " sur ", " sobre ", " om ", " over ", NULL};

size_t
worded_with(const char *s, size_t len)
{
	return *s == ' ' || *s == ',' ? word(s, len, with) : 0;
}

size_t
worded_on(const char *s, size_t len)
{
	return *s == ' ' ? word(s, len, on) : 0;
}

bool
worded_only(const char *s, size_t len)
{
	size_t n = word(s, len, with);

	return len > 0 && (n > 0 ? n : word(s, len, on)) == len;
}

/* "with Ann Lee", "zusammen mit Ann Lee": the bytes before the names. */
static size_t
joined(const char *s, size_t len)
{
	static const char *const together[] = {"along", "co-presented",
	    "ensemble", "gemeinsam", "joint", "jointly", "junto", "razem",
	    "samen", "sammen", "tillsammans", "together", "zusammen", NULL};
	size_t at = names_word(s, len), n = 0;

	at = at < len && names_one_of(s, at, together) ? at + 1 : 0;
	for (size_t i = 0; with[i] && n == 0; i++) {
		const char *bare = with[i] + 1;

		if (*bare == s[at] && strlen(bare) < len - at &&
		    memcmp(s + at, bare, strlen(bare)) == 0)
			n = at + strlen(bare);
	}
	return n > 0 && people_first(s + n, len - n) == NAMES_SURE ? n : 0;
}

size_t
worded_before(const char *s, size_t len)
{
	static const char *const capital[] = {
	    "by", "par", "por", "przez", NULL};
	size_t n;

	if (*s >= 'a' && *s <= 'z') {
		n = names_by(s, len);
		return n > 0 ? n : joined(s, len);
	}
	n = names_word(s, len);
	return n < len && names_one_of(s, n, capital) &&
		people_first(s + n + 1, len - n - 1) == NAMES_SURE
	    ? n + 1
	    : 0;
}

uint32_t
worded_earlier(const struct line *line, uint32_t from, uint32_t to,
    uint32_t end, uint32_t *names)
{
	size_t n = 0;
	uint32_t at = sign_find(line->text, from, to, worded_by, true, &n);
	uint32_t begin = at + (uint32_t)n;

	if (at == to || at == from ||
	    people_first(line->text + begin, end - begin) != NAMES_SURE)
		return to;
	*names = begin;
	while (at > from && line->text[at - 1] == ' ')
		at--;
	return at;
}

bool
worded_is_way(const struct line *line, uint32_t from, uint32_t to)
{
	static const char *const ways[] = {"accident", "chance", "choice",
	    "code", "contract", "convention", "day", "default", "design",
	    "example", "examples", "hand", "heart", "mistake", "night",
	    "numbers", "proxy", "step", "stealth", "surprise", NULL};

	return names_one_of(line->text + from, to - from, ways);
}

/* Whether a word ends as participles do: "standing", "powered", "driven". */
static bool
is_participle(const char *s, size_t len)
{
	static const char *const ends[] = {"ed", "ing", "tten", "ven"};

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t n = strlen(ends[i]);

		if (len > n + 1 && memcmp(s + len - n, ends[i], n) == 0)
			return true;
	}
	return false;
}

bool
worded_is_passive(const struct line *line, uint32_t from, uint32_t to)
{
	const char *s = line->text;
	uint32_t by = from > 4 ? from - 4 : 0, start = by;

	if (by == 0 || memcmp(s + by, " by ", 4) != 0 || s[from] == '@' ||
	    memchr(s + from, ' ', to - from))
		return false;
	while (start > 0 && s[start - 1] != ' ')
		start--;
	/* Of "Learning by doing by Ann" it is not "doing". */
	return is_participle(s + start, by - start) &&
	    (start < 4 || memcmp(s + start - 4, " by ", 4) != 0);
}
