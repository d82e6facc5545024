#include <string.h>

#include "source/markdown/below.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/weigh.h"

#define LEAST         2   /* titles over such lists */
#define LONGEST_TITLE 120 /* bytes */
#define TITLE_LEAST   8   /* bytes behind a date */

/*
 * Titles over lists that say who speaks
 * =====================================
 *
 * "**Kelp at night**" over "- Speaker: Ann Lee": the paragraph is the talk's title.
 * So it is where most bold paragraphs stand over such a list; and headings are
 * tracks then, or tell of something else, if none of them names somebody but by
 * what is in these lists.  Behind a date, "**3 May 2031**: Kelp", all items may be
 * no more than names, with firms and slides behind them.
 */

/* Whether an item is a name, with nothing but brackets behind it. */
static bool
is_person(const struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);

	return finder_node(f, item)->end == item + 2 &&
	    (below_is_bracketed(line) ||
		people_first(line->text, line->len) == NAMES_SURE);
}

/* Whether a date and a title stand over a list of people. */
static bool
is_dated_over_people(
    const struct finder *f, const struct line *line, uint32_t list)
{
	unsigned kinds;
	uint32_t at = weigh_title_start(line, &kinds);

	/* "2031-05-03 № 5" is a day alone. */
	if (!(kinds & LEAD_DATE) || at + TITLE_LEAST > line->len ||
	    !memchr(line->text + at, ' ', line->len - at))
		return false;
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		if (!is_person(f, i))
			return false;
	}
	return true;
}

bool
spoken_lists_over(const struct finder *f, uint32_t i)
{
	const struct line *line = &finder_node(f, i)->text, *item;
	uint32_t list = finder_node(f, i)->end;
	size_t skip;

	if (line->len == 0 || line->len > LONGEST_TITLE ||
	    line->first != line->len || line->text[line->len - 1] == ':' ||
	    !finder_is(f, list, MD_LIST) || weigh_is_label(line))
		return false;
	item = weigh_item_line(f, list + 1);
	return (label_before(item->text, item->len, &skip) == LABEL_SPEAKER &&
		   skip < item->len) ||
	    is_dated_over_people(f, line, list);
}

bool
spoken_lists_headed(const struct finder *f, uint32_t list)
{
	return finder_is(f, list - 1, MD_HEADING) &&
	    is_dated_over_people(f, &finder_node(f, list - 1)->text, list);
}

bool
spoken_lists_seem(const struct finder *f)
{
	size_t bold = 0, spoken = 0;

	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		bool over;

		if (!finder_is(f, i, MD_PARAGRAPH))
			continue;
		over = spoken_lists_over(f, i);
		spoken += over;
		bold += over || finder_is_bold(&finder_node(f, i)->text);
	}
	return spoken >= LEAST && spoken * 10 >= bold * 7;
}

bool
spoken_lists_outweigh(struct finder *f, size_t name)
{
	size_t spoken = 0, k = 0;

	for (size_t i = 0; i < f->ngroups; i++)
		spoken += f->group[i].spoken;
	if (spoken < LEAST)
		return false;
	for (size_t i = name; i < f->nheads; i++) {
		uint32_t end = i + 1 < f->nheads ? f->head[i + 1].node
						 : (uint32_t)f->md->n;
		bool over = false;

		for (; k < f->ngroups && f->group[k].node < end; k++)
			over = over || f->group[k].spoken;
		if (!over && heads_speaks(f, i))
			return false;
	}
	return true;
}

void
spoken_lists_drop(struct finder *f)
{
	size_t n = 0;

	for (size_t i = 0; i < f->ngroups; i++) {
		const struct group *group = &f->group[i];

		if (finder_is(f, group->node, MD_LIST) &&
		    finder_is(f, group->node - 1, MD_PARAGRAPH) &&
		    spoken_lists_over(f, group->node - 1))
			f->units -= group->units;
		else
			f->group[n++] = *group;
	}
	f->ngroups = n;
}
