#include "source/markdown/label.h"
#include "source/markdown/names.h"
#include "source/markdown/richtext.h"
#include "source/markdown/weigh.h"

#define AROUND 4 /* items before one, and behind it, that are looked at */
#define LEAST  3 /* of them are other links */

/*
 * Sites in lists of links
 * =======================
 *
 * "GitHub" says what kind of link it is where it stands with "Slides" and "Video".
 * In a list of other links it is one of these.
 */

/* Whether a line is a link and no more. */
static bool
is_link(const struct line *line)
{
	return line->nspans == 1 && (line->spans->style & SPAN_LINK) &&
	    line->spans->start == 0 && line->spans->end == line->len;
}

static bool
is_other(const struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);

	return is_link(line) && !weigh_is_label(line);
}

bool
weigh_is_site(const struct finder *f, uint32_t item)
{
	static const char *const sites[] = {"github", "twitter", NULL};
	const struct line *line = weigh_item_line(f, item);
	uint32_t end = finder_node(f, finder_node(f, item)->parent)->end;
	uint32_t at = item;
	unsigned others = 0;

	if (!finder_is(f, item, MD_ITEM) || !is_link(line) ||
	    !names_one_of(line->text, line->len, sites))
		return false;
	for (int k = 0; k < AROUND && (at = weigh_item_before(f, at)); k++)
		others += is_other(f, at);
	at = finder_node(f, item)->end;
	for (int k = 0; k < AROUND && at < end; k++) {
		others += is_other(f, at);
		at = finder_node(f, at)->end;
	}
	return others >= LEAST;
}
