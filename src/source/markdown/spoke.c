#include "source/markdown/spoke.h"

#include <string.h>

#include "source/markdown/names.h"
#include "source/markdown/people.h"
#include "source/markdown/quoted.h"
#include "source/markdown/runs.h"

#define NAMES_WORDS  7  /* at most before the verb, with "and" */
#define TITLE_WITHIN 60 /* bytes from the verb to the title */

static const char *const before[] = {
    "after", "finally", "first", "last", "later", "next", "then", NULL};
static const char *const verbs[] = {"delivered", "discussed", "gave",
    "presented", "presents", "showed", "spoke", "talked", "talks", NULL};

/* Where the verb begins; `len`: there is none. */
static uint32_t
find_verb(const char *s, uint32_t from, uint32_t len, uint32_t *verb_end)
{
	uint32_t at = from;

	for (int i = 0; i < NAMES_WORDS && at < len; i++) {
		uint32_t n = (uint32_t)names_word(s + at, len - at);

		*verb_end = at + n;
		if (i > 0 && names_one_of(s + at, n, verbs))
			return at;
		at += n + 1;
	}
	return len;
}

/* Whether "will" at byte `at` goes on to "present", "be speaking" or such. */
static bool
is_to_speak(const char *s, uint32_t at, uint32_t len)
{
	static const char *const acts[] = {"demonstrate", "demonstrating",
	    "discuss", "discussing", "give", "giving", "introduce",
	    "introducing", "present", "presenting", "share", "sharing", "show",
	    "showing", "speak", "speaking", "talk", "talking", NULL};
	static const char *const be[] = {"be", NULL};
	size_t n;

	at += sizeof("will");
	n = at < len ? names_word(s + at, len - at) : 0;
	if (names_one_of(s + at, n, be)) {
		at += (uint32_t)n + 1;
		n = at < len ? names_word(s + at, len - at) : 0;
	}
	while (n > 0 && strchr(".,:", s[at + n - 1]))
		n--;
	return names_one_of(s + at, n, acts);
}

uint32_t
spoke_names(const struct line *line)
{
	const char *s = line->text;
	uint32_t at = 0, len = line->len;

	for (int i = 0; i < NAMES_WORDS && at < len; i++) {
		uint32_t n = (uint32_t)names_word(s + at, len - at);

		if (i >= 2 &&
		    (names_one_of(s + at, n, verbs) ||
			(n == 4 && memcmp(s + at, "will", 4) == 0 &&
			    is_to_speak(s, at, len))))
			return at - 1;
		at += n + 1;
	}
	return 0;
}

/* The first words in quotes, bold, italics or a link from byte `from` on. */
static bool
find_title(const struct line *line, uint32_t from, struct cut *cut)
{
	uint32_t to = from + TITLE_WITHIN, k = 0;

	if (to > line->len)
		to = line->len;
	for (uint32_t i = from; i < to; i++) {
		uint32_t end = quoted_end(line->text, i, line->len);

		while (k < line->nspans &&
		    (line->spans[k].start < i ||
			(line->spans[k].style & SPAN_CODE)))
			k++;
		if (end == i && k < line->nspans && line->spans[k].start == i)
			end = runs_end(line, &line->spans[k]);
		if (end == i)
			continue;
		cut->title = i;
		cut->title_end = end;
		return true;
	}
	return false;
}

bool
spoke_cut(const struct line *line, struct cut *cut)
{
	uint32_t first = (uint32_t)names_word(line->text, line->len);
	uint32_t from = names_one_of(line->text, first, before) ? first + 1 : 0;
	uint32_t end, verb;

	if (from >= line->len)
		return false;
	verb = find_verb(line->text, from, line->len, &end);
	if (verb == line->len || !find_title(line, end, cut))
		return false;
	cut->names = from;
	cut->names_end = verb - 1;
	return true;
}

bool
spoke_links(const struct line *line)
{
	const struct span *link = line->spans;
	uint32_t end;

	if (line->first != line->len || line->nspans != 1 ||
	    !(link->style & SPAN_LINK) || link->end != line->len ||
	    !memchr(line->text + link->start, ' ', link->end - link->start))
		return false;
	end = link->start;
	while (end > 0 && strchr(" -:", line->text[end - 1]))
		end--;
	return end > 0 && end + 1 < link->start &&
	    people_first(line->text, end) == NAMES_SURE;
}
