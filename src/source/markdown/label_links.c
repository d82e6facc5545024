#include "source/markdown/label_links.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/label.h"
#include "source/markdown/people.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"
#include "source/markdown/word_list.h"

#define LONGEST 24 /* bytes of a label */

/* Where a link ends that begins at `at` and only says "Video" or "Slides"; 0. */
static uint32_t
link_end(const struct line *line, uint32_t at)
{
	const char *s = line->text + at;
	const struct span *link = runs_link(line, at);
	uint32_t len;

	if (!link || link->start != at)
		return 0;
	len = link->end - at;
	return len < LONGEST && label_may_end(s, len) &&
		(label_read(s, len) == LABEL_VIDEO ||
		    label_read(s, len) == LABEL_SLIDES)
	    ? at + len
	    : 0;
}

/* Whether a link says what it leads to, not what the talk is called. */
static bool
is_label(const struct line *line, const struct span *span)
{
	const char *s = line->text + span->start;
	size_t len = span->end - span->start;
	enum label_kind kind;

	if (!(span->style & SPAN_LINK) || len >= LONGEST ||
	    !label_may_end(s, len))
		return false;
	kind = label_read(s, len);
	return kind == LABEL_VIDEO || kind == LABEL_SLIDES ||
	    kind == LABEL_LINK;
}

/* Returns `to` without what parts a label from the title. */
static uint32_t
trim(const char *s, uint32_t from, uint32_t to)
{
	size_t n = 1;

	while (to > from && n > 0) {
		n = strchr(" ([,;:-|/", s[to - 1])
		    ? 1
		    : sign_last(s + from, to - from);
		to -= (uint32_t)n;
	}
	return to;
}

uint32_t
label_links_cut(const struct line *line, uint32_t from, uint32_t to)
{
	const char *s = line->text;

	for (uint32_t i = 0; i < line->nspans; i++) {
		uint32_t end = line->spans[i].start;

		if (end <= from || end >= to ||
		    !is_label(line, &line->spans[i]))
			continue;
		end = trim(s, from, end);
		/* "The [video] of it", but "Nets - [video]" */
		return memchr(s + from, ' ', end - from) ||
			end + 1 < line->spans[i].start
		    ? end
		    : to;
	}
	return to;
}

uint32_t
label_links_skip(const struct line *line, uint32_t at)
{
	const char *s = line->text;
	uint32_t to = at;

	for (uint32_t end; (end = link_end(line, to)) > 0;) {
		to = end;
		while (to < line->len && strchr(" -*~|:", s[to]))
			to++;
	}
	return to > at && to < line->len &&
		(text_word_byte(s[to]) || s[to] == '"') &&
		names_by(s + to, line->len - to) == 0 &&
		people_first(s + to, line->len - to) != NAMES_SURE
	    ? to
	    : at;
}

uint32_t
label_links_past(const struct line *line, uint32_t at)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];
		uint32_t from = at;

		if (span->start < at)
			continue;
		while (from < span->start && strchr(" ,/|", line->text[from]))
			from++;
		if (from < span->start || !is_label(line, span))
			break;
		at = span->end;
	}
	return at;
}

bool
label_links_none(const char *s, size_t len)
{
	static const char *const none[] = {"geen", "ingen", "kein", "keine",
	    "no", "ohne", "sans", "sem", "senza", "sin", "without"};
	static const struct word_list list = WORD_LIST(none);
	const char *blank = memchr(s, ' ', len);
	size_t n = blank ? (size_t)(blank - s) : 0;
	enum label_kind kind;

	if (n == 0 || !word_list_has(&list, s, n))
		return false;
	kind = label_read(blank + 1, len - n - 1);
	return kind == LABEL_VIDEO || kind == LABEL_SLIDES;
}
