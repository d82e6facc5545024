#include "source/markdown/format_word.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/names.h"
#include "source/markdown/people.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"

#define LONGEST 12 /* bytes of such a word */

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

bool
format_word_about(const char *s, size_t len)
{
	static const char *const talks[] = {"charla", "conf\303\251rence",
	    "course", "foredrag", "keynote", "kurs", "lecture", "lezing",
	    "masterclass", "palestra", "presentatie", "presentation", "seminar",
	    "talk", "tutorial", "vortrag", "webinar", "workshop", NULL};
	static const char *const about[] = {"about", "das", "de", "den", "die",
	    "het", "la", "le", "om", "on", "over", "sobre", "sur", "the",
	    "\303\274ber", NULL};
	size_t n = names_word(s, len);

	if (n + 1 >= len || !names_one_of(s, n, talks))
		return false;
	for (size_t at = n + 1; at < len; at += n + 1) {
		n = names_word(s + at, len - at);
		if (!names_one_of(s + at, n, about))
			return false;
	}
	return true;
}
