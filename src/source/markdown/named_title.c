#include "source/markdown/named_title.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/admonition.h"
#include "source/markdown/names.h"
#include "source/markdown/people.h"
#include "source/markdown/place.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"
#include "source/markdown/weigh.h"

#define LONGEST       120 /* bytes of such a line */
#define LONGEST_GUESS 16  /* bytes of a name that is not sure there */

/* The first line, or all of it. */
static struct line
first_of(const struct line *line)
{
	struct line first = *line;

	if (line->first > 0 && line->first < line->len)
		first.len = line->first;
	while (first.nspans > 0 &&
	    first.spans[first.nspans - 1].start >= first.len)
		first.nspans--;
	return first;
}

/* Where the bold words end that begin a line; 0: there are none. */
static uint32_t
bold_end(const struct line *line)
{
	uint32_t end = line->nspans > 0 && line->spans->start == 0 &&
		(line->spans->style & SPAN_STRONG)
	    ? runs_end(line, line->spans)
	    : 0;

	return end < line->len ? end : line->len;
}

/* The bytes of what leads from a title on to names at `s`; 0: nothing does. */
static size_t
leading_on(const char *s, size_t len)
{
	size_t n = sign_dash(s, len), blanks = text_spaces(s, len);

	if (n == 0)
		n = sign_bar(s, len);
	if (n == 0 && *s == ',')
		n = 1;
	if (n == 0 && blanks > 0 && blanks < len && s[blanks] == '(' &&
	    s[len - 1] == ')')
		n = blanks;
	if (n == 0 && blanks > 0)
		n = names_by(s + blanks, len - blanks);
	return n;
}

/* Whether names are all that follows byte `at`, behind a sign or "by". */
static bool
names_follow(const struct line *line, uint32_t at)
{
	const char *s = line->text + at;
	size_t len = line->len - at;
	size_t n = len > 0 ? leading_on(s, len) : 0;

	if (n == 0)
		return false;
	s += n;
	len -= n;
	if (len > 2 && *s == '(' && s[len - 1] == ')') {
		s++;
		len -= 2;
	}
	return people_first(s, len) == NAMES_SURE;
}

/*
 * Whether a title with a name behind a dash, in brackets or before a colon is all of
 * a line.
 */
static bool
has_name(const struct line *line)
{
	static const enum place places[] = {
	    PLACE_BRACKETS, PLACE_BY, PLACE_FIRST_COLON};
	struct anatomy anatomy;
	struct cut cut;
	enum names_reading names;

	anatomy_read(&anatomy, line, false, "");
	if (!place_find(&anatomy, PLACE_LAST_DASH, &cut))
		return place_any(
		    line, places, sizeof(places) / sizeof(*places));
	names = people_first(line->text + cut.names, cut.names_end - cut.names);
	return names == NAMES_SURE ||
	    (names == NAMES_GUESS &&
		cut.names_end - cut.names <= LONGEST_GUESS);
}

static bool
may_be_title(const struct line *first)
{
	return first->len > 0 && first->len <= LONGEST &&
	    !weigh_is_label(first);
}

bool
named_title_bold(const struct line *line)
{
	struct line first = first_of(line);
	uint32_t end = bold_end(&first);

	if (end == 0 || !may_be_title(&first))
		return false;
	return end == first.len ? first.len == line->len && has_name(&first)
				: names_follow(&first, end);
}

bool
named_title_is(const struct line *line)
{
	static const enum place places[] = {PLACE_AFTER_BY, PLACE_LAST_DASH,
	    PLACE_AFTER_DASH, PLACE_BRACKETS, PLACE_BY, PLACE_AFTER_COMMA,
	    PLACE_LAST_BAR};
	struct line first = first_of(line);

	return may_be_title(&first) &&
	    (named_title_bold(line) ||
		place_any(&first, places, sizeof(places) / sizeof(*places)));
}

bool
named_title_of_person(const struct line *line)
{
	struct line first = first_of(line);
	uint32_t end = bold_end(&first);

	return end > 0 && end < first.len &&
	    people_first(first.text, end) == NAMES_SURE;
}

bool
named_title_sure(const struct line *line)
{
	struct line first = first_of(line);
	const struct span *link = line_leading_link(&first, 0);

	if (!may_be_title(&first) || admonition_is_label(first.text, first.len))
		return false;
	if (named_title_bold(&first))
		return !named_title_of_person(&first);
	return link &&
	    (named_title_is(&first) ||
		(weigh_has_recording(&first) &&
		    memchr(first.text + link->start, ' ',
			link->end - link->start)));
}
