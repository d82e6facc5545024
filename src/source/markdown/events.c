#include <string.h>

#include "lectern/base/date.h"
#include "lectern/model/link.h"
#include "source/markdown/anatomy.h"
#include "source/markdown/below.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/names.h"
#include "source/markdown/place.h"
#include "source/markdown/runs.h"
#include "source/markdown/weigh.h"

/*
 * Events over talks
 * =================
 *
 * A list of events with the talks that were held there below each looks much
 * like a list of talks with their links below.  The first has titles below: a
 * link with a title for its text, or words before links that are called "video"
 * or "slides".  And its own lines name events: by a year, a place after a comma
 * or a whole site, not by a link to one page.  They may be topics, too, without
 * a link, where most titles below have somebody's name.
 */

/* What the items of a list and those below them say. */
struct sides {
	uint32_t items;
	uint32_t parents, eventful; /* items with a list below; naming events */
	uint32_t plain;             /* of these, without any link */
	uint32_t below, titled;     /* items there; with a title of their own */
	uint32_t named;             /* and somebody's name */
};

/* Whether words stand before the first link, and are no label. */
static bool
has_words_first(const struct line *line)
{
	const struct span *link = runs_link(line, 0);
	size_t skip;

	return link && link->start > 4 &&
	    memchr(line->text, ' ', link->start) &&
	    label_before(line->text, line->len, &skip) == LABEL_NONE;
}

/* Whether a line has somebody's name beside its title. */
static bool
names_somebody(const struct line *line)
{
	static const enum place places[] = {
	    PLACE_AFTER_BY, PLACE_AFTER_DASH, PLACE_AFTER_COLON};

	return weigh_names_somebody(line) ||
	    place_any(line, places, sizeof(places) / sizeof(*places));
}

/* Whether an item has a title, and a link where none is told of. */
static bool
is_titled(struct finder *f, uint32_t item, bool told)
{
	const struct line *line = weigh_item_line(f, item);
	const struct span *link = line_leading_link(line, 0);

	if (told && line->nspans == 0 && !date_has_year(line->text, line->len))
		return memchr(line->text, ' ', line->len) != NULL;
	if (weigh_item(f, item) != WEIGHS_MUCH || weigh_is_dated(line))
		return false;
	return link
	    ? memchr(line->text + link->start, ' ', link->end - link->start) &&
		!weigh_shows_file(line, link)
	    : has_words_first(line);
}

/* Whether a name stands between a title of some words and a day: "A - B - 2031". */
static bool
names_between(const struct line *line)
{
	static const enum place middle = PLACE_MIDDLE_DASH;
	const char *dash = memmem(line->text, line->len, " - ", 3);
	const char *blank = memchr(line->text, ' ', line->len);

	return dash && blank < dash &&
	    memchr(blank + 1, ' ', (size_t)(dash - blank) - 1) &&
	    place_any(line, &middle, 1);
}

/* Whether a line names an event. */
static bool
is_event(struct finder *f, const struct line *line)
{
	const struct span *link = line_leading_link(line, 0);

	if (finder_has_video(line) || names_between(line))
		return false;
	return date_has_year(line->text, line->len) || finder_is_day(f, line) ||
	    (link ? link_is_series(link->url)
		  : memchr(line->text, ',', line->len) != NULL);
}

/* The list below an item; 0: there is none. */
static uint32_t
list_below(const struct finder *f, uint32_t item)
{
	uint32_t list = item + 2;

	return finder_is(f, list, MD_LIST) && list < finder_node(f, item)->end
	    ? list
	    : 0;
}

/* Looks at the items of a list that have another one below. */
static void
look_at_parents(struct finder *f, uint32_t list, struct sides *sides)
{
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		const struct line *line = weigh_item_line(f, i);

		sides->items++;
		if (list_below(f, i) == 0)
			continue;
		sides->parents++;
		sides->plain += !richtext_has_link(line);
		sides->eventful += is_event(f, line);
	}
}

/* Looks at the items below one; at names only where they count. */
static void
look_below(
    struct finder *f, uint32_t item, bool told, bool names, struct sides *sides)
{
	uint32_t list = list_below(f, item);

	if (list == 0)
		return;
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		sides->below++;
		sides->titled += is_titled(f, i, told);
		sides->named += names && names_somebody(weigh_item_line(f, i));
	}
}

/* Whether an item names somebody beside a title, before a colon, too. */
static bool
is_named_title(struct finder *f, uint32_t item)
{
	static const enum place colon = PLACE_FIRST_COLON;
	const struct line *line = weigh_item_line(f, item);

	return weigh_item(f, item) != WEIGHS_LABEL &&
	    (place_any(line, &colon, 1) ||
		(!below_is_person(line) && names_somebody(line)));
}

/* Whether an item is a day, or begins with one, and no talk by its own line. */
static bool
is_meeting(struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);

	return (weigh_is_dated(line) || lead_date(line->text, line->len) > 0 ||
		   finder_is_day(f, line)) &&
	    !richtext_has_link(line) && !names_somebody(line);
}

/* Whether an item is somebody's name alone. */
static bool
is_who_speaks(struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);

	return names_read(line->text, line->len) == NAMES_SURE;
}

/* Whether an item has a title that leads to its recording. */
static bool
is_recorded(struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);

	return line_leading_link(line, 0) && finder_has_video(line) &&
	    weigh_item(f, item) == WEIGHS_MUCH;
}

/*
 * How many items are below those of a list, where all of these are `over`, and all
 * those `below`; 0: they are not, or none has several.
 */
static uint32_t
count_alike(struct finder *f, uint32_t list,
    bool (*over)(struct finder *f, uint32_t item),
    bool (*below)(struct finder *f, uint32_t item))
{
	uint32_t n = 0, most = 0;

	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		uint32_t inner = list_below(f, i), here = 0;

		if (inner == 0 || !over(f, i))
			return 0;
		for (uint32_t k = inner + 1; k < finder_node(f, inner)->end;
		     k = finder_node(f, k)->end) {
			if (weigh_item(f, k) == WEIGHS_LABEL)
				continue;
			if (!below(f, k))
				return 0;
			here++;
		}
		n += here;
		most = here > most ? here : most;
	}
	return most >= 2 ? n : 0;
}

uint32_t
events_over_talks(struct finder *f, uint32_t list, bool told)
{
	struct sides sides = {0};
	uint32_t alike;
	bool events;

	look_at_parents(f, list, &sides);
	if (sides.parents == 0)
		return 0;
	alike = count_alike(f, list, is_meeting, is_named_title);
	if (alike == 0)
		alike = count_alike(f, list, is_who_speaks, is_recorded);
	if (alike > 0)
		return alike;
	events = sides.eventful * 10 >= sides.parents * 7;
	if (sides.parents * 10 < sides.items * 6 ||
	    (!events && sides.plain < sides.parents))
		return 0;
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end)
		look_below(f, i, told, !events, &sides);
	if (sides.titled * 10 < sides.below * 7 ||
	    (!events && sides.named * 10 < sides.below * 7))
		return 0;
	return sides.titled;
}
