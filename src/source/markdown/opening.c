#include "source/markdown/opening.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/names.h"
#include "source/markdown/people.h"

#define NAME_MOST      4   /* words of a name */
#define BIOGRAPHY_MOST 8   /* words of names before a verb, and that */
#define ASIDE_MOST     160 /* bytes of what is said of somebody between commas */

/* Whether a word is what somebody does who gives a talk. */
static bool
is_verb(const char *s, size_t len)
{
	static const char *const verbs[] = {"analyses", "analyzes", "argues",
	    "covers", "debunks", "demonstrates", "describes", "discusses",
	    "examines", "expands", "explains", "explores", "gives", "goes",
	    "illustrates", "introduces", "looks", "makes", "outlines",
	    "presents", "proposes", "reflects", "reveals", "reviews", "shares",
	    "shows", "speaks", "takes", "talks", "teaches", "tells", "walks",
	    "will", "would", NULL};

	while (len > 0 && strchr(",.:", s[len - 1]))
		len--;
	return names_one_of(s, len, verbs);
}

/* Whether text goes on with that; "will be explained" is what it is about. */
static bool
speaks(const char *s, size_t len)
{
	size_t n = names_word(s, len), at = n + 4;

	if (!is_verb(s, n))
		return false;
	if (*s != 'w' || n + 4 >= len || memcmp(s + n, " be ", 4) != 0)
		return true;
	n = names_word(s + at, len - at);
	return n > 3 && memcmp(s + at + n - 3, "ing", 3) == 0;
}

/* The bytes of "In this talk, "; 0: the text begins otherwise. */
static size_t
opening(const char *s, size_t len)
{
	static const char *const begins[] = {"In this ", "In his ", "In her "};
	static const char *const kinds[] = {"keynote", "lecture", "one",
	    "presentation", "session", "talk", "video", NULL};
	size_t at = 0, n;

	if (len < 3 || memcmp(s, "In ", 3) != 0)
		return 0;
	for (size_t i = 0; at == 0 && i < sizeof(begins) / sizeof(*begins);
	     i++) {
		n = strlen(begins[i]);
		at = len > n && memcmp(s, begins[i], n) == 0 ? n : 0;
	}
	if (at == 0)
		return 0;
	n = names_word(s + at, len - at);
	if (at + n >= len ||
	    !names_one_of(s + at, n - (s[at + n - 1] == ','), kinds))
		return 0;
	return at + n + 1;
}

/* The bytes of the words at `s` that a name may have, and of no sign behind it. */
static size_t
name_length(const char *s, size_t len)
{
	size_t end = 0, at = 0;

	for (int i = 0; i < NAME_MOST && at < len; i++) {
		size_t n = names_word(s + at, len - at);
		uint32_t code;

		text_decode(s + at, len - at, &code);
		if (!text_is_upper(code))
			break;
		end = at + n;
		if (n > 0 && s[end - 1] == ',')
			return end - 1;
		at = end + 1;
	}
	return end;
}

/* Where what is said of somebody ends that begins at `s`: ", who sails, ", " - a - ". */
static size_t
aside_length(const char *s, size_t len)
{
	size_t most = len < ASIDE_MOST ? len : ASIDE_MOST;
	const char *close;

	if (len > 2 && *s == ',') {
		close = memmem(s + 2, most - 2, ", ", 2);
		return close ? (size_t)(close + 2 - s) : 0;
	}
	if (len > 3 && memcmp(s, " - ", 3) == 0) {
		close = memmem(s + 3, most - 3, " - ", 3);
		return close ? (size_t)(close + 3 - s) : 0;
	}
	return *s == ' ';
}

/* The bytes before the name, and of it, where such a sentence begins at `s`. */
static size_t
name_at(const char *s, size_t len, size_t *name_len)
{
	size_t at = opening(s, len), end, aside;

	if (at == 0)
		return 0;
	*name_len = name_length(s + at, len - at);
	end = at + *name_len;
	if (end >= len || !memchr(s + at, ' ', *name_len) ||
	    names_read(s + at, *name_len) != NAMES_SURE)
		return 0;
	aside = aside_length(s + end, len - end);
	end += aside;
	return aside > 0 && end < len && speaks(s + end, len - end) ? at : 0;
}

size_t
opening_name(const char *s, size_t len, size_t *name_len)
{
	size_t at = name_at(s, len, name_len);
	const char *next = at == 0 && len > 0 ? memmem(s, len, " In this ", 9)
					      : NULL;
	size_t before = next ? (size_t)(next + 1 - s) : 0;

	/* Behind another sentence. */
	if (before < 2 || !strchr(".?!", next[-1]))
		return at;
	at = name_at(s + before, len - before, name_len);
	return at > 0 ? before + at : 0;
}

/* The bytes of the names at `s`, two words or more, before what they are; 0: none. */
static size_t
names_before_verb(const char *s, size_t len)
{
	static const char *const verbs[] = {"are", "arbeitet", "est", "has",
	    "have", "is", "ist", "sind", "sont", "was", "work", "works", NULL};
	size_t at = 0;

	for (int i = 0; i < BIOGRAPHY_MOST && at < len; i++) {
		size_t n = names_word(s + at, len - at);

		if (i >= 2 && names_one_of(s + at, n, verbs))
			return people_first(s, at - 1) == NAMES_SURE ? at - 1
								     : 0;
		at += n + 1;
	}
	return 0;
}

size_t
opening_biography(const char *s, size_t len, size_t *names_len)
{
	const char *comma = memchr(s, ',', len < ASIDE_MOST ? len : ASIDE_MOST);
	size_t at = 0;

	*names_len = names_before_verb(s, len);
	if (*names_len == 0 && comma && comma + 2 < s + len) {
		at = (size_t)(comma + 2 - s);
		*names_len = names_before_verb(s + at, len - at);
	}
	return at;
}
