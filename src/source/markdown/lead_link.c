#include "source/markdown/lead_link.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/lead.h"
#include "source/markdown/richtext.h"
#include "source/markdown/runs.h"

#define LONGEST 24 /* bytes before the link */

/* "[Hall B]", without other brackets. */
static bool
is_in_brackets(const char *s, size_t len)
{
	return len > 3 && *s == '[' && s[len - 1] == ']' && s[2] != ']' &&
	    !memchr(s + 1, '[', len - 1) && !memchr(s + 1, ']', len - 2);
}

/* "K.1.105", "Janson": a word that begins with a capital, without signs at its end. */
static bool
is_room(const char *s, size_t len)
{
	return len > 2 && *s >= 'A' && *s <= 'Z' && !memchr(s, ' ', len) &&
	    text_ascii_word(s[len - 1]);
}

uint32_t
lead_link_start(const struct line *line, uint32_t at, unsigned kinds)
{
	const char *s = line->text + at;
	const struct span *link = runs_link(line, at);
	size_t len;

	if (!link || link->start < at + 2 || link->start - at > LONGEST ||
	    s[link->start - at - 1] != ' ')
		return at;
	len = link->start - at - 1;
	if (is_in_brackets(s, len) || lead_date(s, len) == len ||
	    ((kinds & LEAD_TIME) && is_room(s, len) &&
		memchr(line->text + link->start, ' ', link->end - link->start)))
		return link->start;
	return at;
}
