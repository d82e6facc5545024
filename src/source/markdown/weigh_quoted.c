#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/date.h"
#include "source/markdown/anatomy.h"
#include "source/markdown/names.h"
#include "source/markdown/place.h"
#include "source/markdown/quoted.h"
#include "source/markdown/weigh.h"

#define LONGEST_QUOTE \
	4 /* bytes of a sign with a blank that opens a quotation */

/* Whether an item exists whose line is quoted, or begins with the same words. */
static bool
is_of_kind(const struct finder *f, uint32_t item, uint32_t i, uint32_t kind)
{
	const struct line *line = weigh_item_line(f, item), *other;

	if (i == 0 || !finder_is(f, i, MD_ITEM) ||
	    finder_node(f, i)->parent != finder_node(f, item)->parent)
		return false;
	other = weigh_item_line(f, i);
	return quoted_end(other->text, 0, other->len) > 0 ||
	    (other->len > kind && memcmp(other->text, line->text, kind) == 0);
}

/*
 * Where a quotation begins that what kind it is of stands in front of, as in the
 * item before or after it; the end of the line: nowhere.
 */
static uint32_t
kind_end(const struct finder *f, uint32_t item, const struct line *line)
{
	uint32_t at = quoted_behind(line->text, 0, line->len);

	return at < line->len &&
		(is_of_kind(f, item, weigh_item_before(f, item), at) ||
		    is_of_kind(f, item, finder_node(f, item)->end, at))
	    ? at
	    : line->len;
}

/* Whether somebody's name stands before a quotation that a link fills. */
static bool
is_named_link(const struct line *line)
{
	static const enum place colon = PLACE_FIRST_COLON;
	uint32_t at = line->nspans > 0 ? line->spans[0].start : 0, open = at;

	while (open > 0 && open + LONGEST_QUOTE > at &&
	    quoted_end(line->text, open, line->len) == open)
		open--;
	return open > 0 && line->spans[0].url &&
	    quoted_end(line->text, open, line->len) > line->spans[0].end &&
	    place_any(line, &colon, 1);
}

/* Whether a name with a word of respect is all behind a quotation but links. */
static bool
is_polite(const struct line *line, uint32_t at)
{
	uint32_t end = line->len;

	for (uint32_t i = 0; i < line->nspans; i++) {
		if (line->spans[i].url && line->spans[i].start >= at &&
		    line->spans[i].start < end)
			end = line->spans[i].start;
	}
	while (end > at && strchr(" [(", line->text[end - 1]))
		end--;
	while (at < end && line->text[at] == ' ')
		at++;
	return names_end_polite(line->text + at, end - at);
}

bool
weigh_quotes_title(const struct finder *f, uint32_t item, uint32_t at)
{
	const struct line *line = weigh_item_line(f, item);
	uint32_t end = quoted_end(line->text, at, line->len);
	struct anatomy anatomy;

	if (end == at && memchr(line->text + at, '"', line->len - at)) {
		anatomy_read(&anatomy, line, false, "");
		end = quoted_end(line->text, anatomy.at, line->len);
		at = anatomy.at;
	}
	if (end == at) {
		at = kind_end(f, item, line);
		end = quoted_end(line->text, at, line->len);
	}
	if (end == at)
		return is_named_link(line);
	return is_polite(line, end) ||
	    (line->nspans > 0 && line->spans[line->nspans - 1].url &&
		line->spans[line->nspans - 1].start >= end) ||
	    date_has_year(line->text + end, line->len - end) ||
	    (end + 1 >= line->len && finder_is(f, item + 2, MD_LIST) &&
		item + 2 < finder_node(f, item)->end);
}
