#include "source/markdown/bold_lead.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/quoted.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"

/* The bytes of " by " at the start. */
static size_t
sign_by(const char *s, size_t len)
{
	return len > 4 && memcmp(s, " by ", 4) == 0 ? 4 : 0;
}

/* Whether names follow the last such sign in [from, to). */
static bool
has_behind(const char *s, uint32_t from, uint32_t to, sign_is *is)
{
	size_t n = 0;
	uint32_t at = sign_find(s, from, to, is, true, &n);

	return at < to && people_first(s + at + n, to - at - n) == NAMES_SURE;
}

static bool
ends_in_names(const char *s, uint32_t from, uint32_t to)
{
	uint32_t open;

	if (s[to - 1] != ')')
		return has_behind(s, from, to, sign_dash) ||
		    has_behind(s, from, to, sign_by);
	open = runs_open(s, from, to);
	return open > from && open < to &&
	    people_first(s + open + 1, to - open - 2) == NAMES_SURE;
}

/* `Ann Lee - "Title"` */
static bool
begins_with_names(const char *s, uint32_t from, uint32_t to)
{
	size_t n = 0;
	uint32_t at = sign_find(s, from, to, sign_dash, false, &n);
	uint32_t title = at + (uint32_t)n;

	return at < to && title < to && quoted_end(s, title, to) == to &&
	    people_first(s + from, at - from) == NAMES_SURE;
}

/* The end of bold words at byte `at`; the line's: there are none, or no more. */
static uint32_t
bold_end(const struct line *line, uint32_t at)
{
	const struct span *first = line->spans;

	return line->nspans > 0 && first->start == at && !first->url &&
		(first->style & SPAN_STRONG)
	    ? runs_end(line, first)
	    : line->len;
}

uint32_t
bold_lead_named(const struct line *line, uint32_t at)
{
	uint32_t end = bold_end(line, at), words = end;
	const char *s = line->text;

	if (end + 2 >= line->len)
		return line->len;
	if (s[end - 1] == ':')
		words--;
	else if (sign_colon(s + end, line->len - end) == 0 &&
	    sign_dash(s + end, line->len - end) == 0)
		return line->len;
	return words > at &&
		(ends_in_names(s, at, words) || begins_with_names(s, at, words))
	    ? words
	    : line->len;
}

uint32_t
bold_lead_end(const struct line *line)
{
	uint32_t end = bold_end(line, 0);

	if (end + 2 >= line->len || !memchr(line->text, ' ', end))
		return line->len;
	if (line->text[end - 1] == ':')
		return end - 1;
	return sign_colon(line->text + end, line->len - end) > 0 ? end
								 : line->len;
}

bool
bold_lead_is(const struct line *line)
{
	return bold_lead_end(line) < line->len;
}

uint32_t
bold_lead_number(const struct line *line)
{
	const struct span *bold = line->spans, *link;

	if (line->nspans < 2 || !text_ascii_digit(*line->text))
		return 0;
	link = bold + 1;
	if (bold->start > 0 || !(bold->style & SPAN_STRONG) ||
	    !(link->style & SPAN_STRONG) || !(link->style & SPAN_LINK) ||
	    !memchr(line->text + link->start, ' ', link->end - link->start))
		return 0;
	return lead_number(line->text, line->len) == link->start ? link->start
								 : 0;
}
