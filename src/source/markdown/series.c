#include "source/markdown/series.h"

#include "lectern/base/date.h"
#include "lectern/base/date_east.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/names.h"

#define LONGEST_LEAD 24 /* bytes before the first link */
#define LEAST_WORDS  2  /* after the last link, of a title */
#define LONGEST_YEAR 12 /* bytes, with a word like "Spring" before it */

/* Whether a link's text is a year, perhaps after a word, or a date with one. */
static bool
is_year(const char *s, size_t len)
{
	const char *year = s + len - 4;
	struct date_east east;

	if (text_ascii_digit(*s) && date_east_is(s, len, &east))
		return east.year > 0;

	if (len < 4 || len > LONGEST_YEAR || (len > 4 && year[-1] != ' '))
		return false;
	return date_is_year(year);
}

/* Whether a title may follow what is up to byte `at`. */
static bool
goes_on(const struct line *line, uint32_t at)
{
	unsigned words = 0;

	for (; at < line->len; at++)
		words += line->text[at] == ' ' && at + 1 < line->len &&
		    text_word_byte(line->text[at + 1]);
	return words >= LEAST_WORDS;
}

/* Whether the word before a link says that somebody follows: "by". */
static bool
is_after_by(const struct line *line, uint32_t start)
{
	uint32_t from = start > 0 ? start - 1 : 0;

	while (from > 0 && line->text[from - 1] != ' ')
		from--;
	return start > 0 && names_by(line->text + from, line->len - from) > 0;
}

bool
series_is(const struct line *line)
{
	bool any = false;
	uint32_t end = 0;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (!(span->style & SPAN_LINK))
			continue;
		/* A title stands before where it was told. */
		if (!any &&
		    (span->start >= LONGEST_LEAD ||
			is_after_by(line, span->start)))
			return false;
		if (!is_year(
			line->text + span->start, span->end - span->start) &&
		    !link_is_series(span->url))
			return false;
		any = true;
		end = span->end;
	}
	return any && !goes_on(line, end);
}
