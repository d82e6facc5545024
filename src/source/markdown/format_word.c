#include "source/markdown/format_word.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/lead.h"
#include "source/markdown/names.h"
#include "source/markdown/people.h"
#include "source/markdown/quoted.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"

#define LONGEST       12 /* bytes of such a word */
#define WORDS_LONGEST 48 /* and of several */

uint32_t
format_word_skip(const struct line *line, uint32_t at)
{
	/* But for "Lightning talk", which videos are called by. */
	static const char *const talks[] = {"atelier", "charla",
	    "conf\303\251rence", "keynote", "lecture", "palestra", "panel",
	    "ponencia", "talk", "tutorial", "vortrag", "workshop", NULL};
	const char *s = line->text + at;
	size_t len = line->len - at, n = 0, sign = 0;

	while (n < len && n < LONGEST &&
	    (text_ascii_word(s[n]) || (sign = sign_dash(s + n, len - n)) == 0))
		n++;
	if (sign == 0 || n + sign >= len || !names_one_of(s, n, talks) ||
	    runs_link_over(line, at))
		return 0;
	n += sign;
	/* "Keynote - Ann Lee", or no more than a word. */
	return memchr(s + n, ' ', len - n) &&
		people_first(s + n, len - n) != NAMES_SURE
	    ? (uint32_t)n
	    : 0;
}

/* Whether all that `len` bytes say is that a talk is about what follows: "Talk on". */
static bool
is_about(const char *s, size_t len)
{
	static const char *const talks[] = {"address", "charla",
	    "conf\303\251rence", "course", "foredrag", "keynote", "kurs",
	    "lecture", "lezing", "masterclass", "palestra", "panelist",
	    "ponencia", "presentatie", "presentation", "seminar", "talk",
	    "tutorial", "vortrag", "webinar", "workshop", NULL};
	static const char *const others[] = {"a", "about", "and", "conference",
	    "das", "de", "demo", "den", "die", "een", "ein", "guest", "het",
	    "invited", "la", "le", "lightning", "meetup", "om", "on", "online",
	    "opening", "over", "panel", "plenary", "poster", "public", "short",
	    "sobre", "stand", "sur", "the", "und", "\303\274ber", NULL};
	bool talk = false;

	for (size_t at = 0, n; at < len; at += n + 1) {
		n = names_word(s + at, len - at);
		if (names_one_of(s + at, n, talks))
			talk = true;
		else if (!names_one_of(s + at, n, others))
			return false;
	}
	return talk;
}

/* Whether all that the bytes say is what kind a talk is: "Tutorial", "Talk on". */
static bool
is_kind(const char *s, size_t len)
{
	return lead_is_format(s, len) || is_about(s, len);
}

uint32_t
format_word_behind(const char *s, uint32_t from, uint32_t to)
{
	size_t n = 0;
	uint32_t at = sign_find(s, from, to, sign_dash, true, &n);
	uint32_t kind = at + (uint32_t)n;

	return at < to && kind < to && s[kind] >= 'a' && s[kind] <= 'z' &&
		is_kind(s + kind, to - kind)
	    ? at
	    : to;
}

uint32_t
format_word_before(const struct line *line, uint32_t at)
{
	const char *s = line->text;
	const struct span *link;
	uint32_t len;

	if (at >= line->len || !text_ascii_letter(s[at]))
		return at;
	link = runs_link(line, at + 1);
	for (uint32_t i = at + 1; i < line->len && i < at + WORDS_LONGEST;
	     i++) {
		if (s[i - 1] != ' ' || text_ascii_digit(s[i]) ||
		    (s[i] != '"' && quoted_end(s, i, line->len) == i &&
			!(link && link->start == i)))
			continue;
		len = i - at;
		while (len > 0 && strchr(" :,-", s[at + len - 1]))
			len--;
		return is_kind(s + at, len) ? i : at;
	}
	return at;
}
