#include "source/markdown/kindred.h"

#include <string.h>

#include "lectern/model/link.h"
#include "source/markdown/label.h"
#include "source/markdown/names.h"
#include "source/markdown/signs.h"

/* Whether all that is behind the last dash is a link to somebody's page. */
static bool
links_person(const struct anatomy *a)
{
	const struct line *line = a->line;
	struct cut cut;

	if (line->nspans == 0 || !place_find(a, PLACE_LAST_DASH, &cut))
		return false;
	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (span->url && span->start == cut.names)
			return span->end == cut.names_end &&
			    link_kind(span->url, "", 0) == LINK_PERSON;
	}
	return false;
}

/* The same sign, or word, elsewhere. */
static enum place
similar(const struct manner *manner, const struct anatomy *a)
{
	switch (manner->place) {
	case PLACE_LAST_DASH:
		return PLACE_LAST_BAR;
	case PLACE_AFTER_DASH:
		return a->leads ? PLACE_NONE : PLACE_LAST_DASH;
	case PLACE_AFTER_BY:
		return a->leads ? PLACE_NONE : PLACE_BY;
	case PLACE_FIRST_DASH:
		return PLACE_FIRST_COLON;
	default:
		return PLACE_NONE;
	}
}

/* Whether names stand in a place of a line. */
static bool
is_in(const struct anatomy *a, enum place place)
{
	struct cut cut;

	return place_find(a, place, &cut) && place_any(a->line, &place, 1);
}

enum place
kindred_place(const struct manner *manner, const struct anatomy *a)
{
	enum place place = similar(manner, a);

	if (place != PLACE_NONE && is_in(a, place))
		return place;
	if (manner->place == PLACE_FIRST_DASH && is_in(a, PLACE_FIRST_QUOTE))
		return PLACE_FIRST_QUOTE;
	if (manner->place != PLACE_NONE && is_in(a, PLACE_BY))
		return PLACE_BY;
	return links_person(a) && is_in(a, PLACE_LAST_DASH) ? PLACE_LAST_DASH
							    : PLACE_NONE;
}

/* The last word of a title, if others are before it; `end`: there is none. */
static uint32_t
last_word(const char *s, uint32_t from, uint32_t end)
{
	const char *blank = memrchr(s + from, ' ', end - from);

	return blank ? (uint32_t)(blank + 1 - s) : end;
}

uint32_t
kindred_title_end(const struct line *line, const struct cut *cut)
{
	const char *s = line->text;
	uint32_t end = cut->title_end, word = last_word(s, cut->title, end);
	enum label_kind kind;

	/* "presented", before "by Ann Lee" */
	if (word < end && cut->names > end + 1 &&
	    end + 1 + names_by(s + end + 1, cut->names - end - 1) ==
		cut->names &&
	    names_are_given(s + word, end - word))
		end = anatomy_trim(s, cut->title, word - 1);
	word = last_word(s, cut->title, end);
	if (word >= end || word < cut->title + 3 || s[word - 2] != ':' ||
	    !memchr(s + cut->title, ' ', word - 1 - cut->title))
		return end;
	kind = label_read(s + word, end - word);
	return kind == LABEL_SLIDES || kind == LABEL_VIDEO ? word - 2 : end;
}
