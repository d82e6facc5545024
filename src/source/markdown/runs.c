#include "source/markdown/runs.h"

#include <string.h>

#define NOTES_LEAST 24 /* bytes of notes, with the colon before them */

/* Whether a link goes on in the next span, perhaps in another style. */
static bool
goes_on(const struct line *line, const struct span *span)
{
	const struct span *next = span + 1;
	bool blank = next->start == span->end + 1U &&
	    line->text[span->end] == ' ' && next->style != span->style;

	return (next->start == span->end || blank) && span->url && next->url &&
	    strcmp(next->url, span->url) == 0;
}

uint32_t
runs_end(const struct line *line, const struct span *span)
{
	const struct span *last = &line->spans[line->nspans - 1];

	while (span < last &&
	    (goes_on(line, span) ||
		(span[1].start == span->end && !span->url && !span[1].url &&
		    (span[1].style & span->style & SPAN_STRONG))))
		span++;
	return span->end;
}

const struct span *
runs_link(const struct line *line, uint32_t from)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		if ((line->spans[i].style & SPAN_LINK) &&
		    line->spans[i].start >= from)
			return &line->spans[i];
	}
	return NULL;
}

const struct span *
runs_link_over(const struct line *line, uint32_t at)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		if ((line->spans[i].style & SPAN_LINK) &&
		    line->spans[i].start <= at && line->spans[i].end > at)
			return &line->spans[i];
	}
	return NULL;
}

uint32_t
runs_open(const char *s, uint32_t at, uint32_t end)
{
	int depth = 0;

	for (uint32_t i = end; i-- > at;) {
		depth += (s[i] == ')' || s[i] == ']');
		depth -= (s[i] == '(' || s[i] == '[');
		if (depth == 0)
			return i;
	}
	return end;
}

uint32_t
runs_close(const struct line *line, uint32_t open)
{
	int depth = 0;

	for (uint32_t i = open; i < line->len; i++) {
		depth += strchr("([", line->text[i]) != NULL;
		depth -= strchr(")]", line->text[i]) != NULL;
		if (depth == 0)
			return i;
	}
	return line->len;
}

bool
runs_bold(const struct line *line, uint32_t from, uint32_t to)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if ((span->style & SPAN_STRONG) && span->start <= from &&
		    span->end >= to)
			return true;
	}
	return false;
}

void
runs_without_brackets(const char *s, uint32_t *from, uint32_t *to)
{
	const char *close;

	if (*to - *from <= 2 || s[*from] != '[')
		return;
	close = memchr(s + *from, ']', *to - *from);
	if (!close || memchr(s + *from + 1, '[', (size_t)(close - s) - *from) ||
	    (close + 1 != s + *to && close[1] != '('))
		return;
	++*from;
	*to = (uint32_t)(close - s);
}

uint32_t
runs_before_notes(const struct line *line, uint32_t from, uint32_t to)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (span->start == from && (span->style & SPAN_LINK) &&
		    to > (uint32_t)span->end + NOTES_LEAST &&
		    line->text[span->end] == ':' &&
		    memchr(line->text + from, ' ', span->end - from) &&
		    line->text[to - 1] == '.')
			return runs_end(line, span);
	}
	return to;
}
