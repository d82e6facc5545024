#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anatomy.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/place.h"
#include "source/markdown/weigh.h"

#define VIDEOS_LEAST 2
#define FILES_LEAST  3
#define NAMED_LEAST  3 /* items, with a title and who speaks */

/*
 * Lists below "Links" or "Resources" belong to the notes of a talk, or are about
 * the talks of a document.  They have its talks where nothing else may have them.
 */

bool
of_links_seems(const struct finder *f)
{
	if (f->nheads == 0 || f->head[0].node != 1 || f->said ||
	    (f->titled && !f->called))
		return false;
	for (size_t i = 0; i < f->ngroups; i++) {
		if (!f->group[i].others)
			return false;
	}
	for (size_t i = 0; i < f->nheads; i++) {
		const struct head *head = &f->head[i];
		const struct line *line = &finder_node(f, head->node)->text;

		if (head->label != LABEL_LINK && head->label != LABEL_VIDEO &&
		    !head->aside && !head->others && !head->day &&
		    !label_names_talks(line->text, line->len))
			return false;
	}
	return true;
}

/* Whether an item is a title that is a link, beside who speaks. */
static bool
is_named(const struct finder *f, uint32_t item)
{
	static const enum place places[] = {PLACE_AFTER_BY, PLACE_LAST_DASH,
	    PLACE_MIDDLE_DASH, PLACE_AFTER_DASH, PLACE_BRACKETS,
	    PLACE_FIRST_DASH, PLACE_FIRST_COLON};
	const struct line *line = weigh_item_line(f, item);

	return line->nspans > 0 &&
	    place_any(line, places, sizeof(places) / sizeof(*places));
}

/* Counts the videos and named titles of a list; whether most items are these. */
static bool
count_talks(
    const struct finder *f, uint32_t list, size_t *videos, size_t *named)
{
	size_t items = 0, here = 0;
	uint32_t end = finder_node(f, list)->end;

	for (uint32_t k = list + 1; k < end; k++)
		*videos += finder_has_video(&finder_node(f, k)->text);
	for (uint32_t i = list + 1; i < end && finder_is(f, list, MD_LIST);
	     i = finder_node(f, i)->end) {
		items++;
		here += is_named(f, i);
	}
	*named += here;
	return here > 0 && here * 3 >= items * 2;
}

/* Whether a heading names books or such: their authors are named, too. */
static bool
has_others(const struct finder *f)
{
	for (size_t i = 0; i < f->nheads; i++) {
		if (f->head[i].others)
			return true;
	}
	return false;
}

bool
of_links_talks(const struct finder *f)
{
	size_t videos = 0, named = 0;
	bool all = true;

	for (size_t i = 0; i < f->ngroups; i++)
		all = count_talks(f, f->group[i].node, &videos, &named) && all;
	return videos >= VIDEOS_LEAST ||
	    (all && named >= NAMED_LEAST && !has_others(f));
}

/* Whether a document has contents, and nothing else that speaks for talks. */
static bool
is_of_contents(struct finder *f)
{
	bool contents = false;

	if (f->ngroups > 0 || f->said)
		return false;
	for (size_t i = 0; i < f->nheads && !contents; i++)
		contents = f->head[i].label == LABEL_CONTENTS;
	for (size_t i = 0; i < f->nheads && contents; i++)
		contents = f->head[i].label == LABEL_CONTENTS ||
		    !heads_speaks(f, i);
	return contents;
}

/* Whether all items of a list lead to files beside the document, by their titles. */
static bool
leads_to_files(const struct finder *f, uint32_t list)
{
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		const struct line *line = weigh_item_line(f, i);
		const struct span *link = line_leading_link(line, 0);

		if (!link || strchr(link->url, ':') || link->url[0] == '#' ||
		    !memchr(line->text, ' ', line->len))
			return false;
	}
	return true;
}

void
of_links_contents(struct finder *f, void (*find)(struct finder *f, bool all))
{
	bool good = is_of_contents(f);

	if (!good)
		return;
	find(f, true);
	for (size_t i = 0; good && i < f->ngroups; i++) {
		const struct group *group = &f->group[i];

		good = finder_is(f, group->node, MD_LIST) &&
		    group->units >= FILES_LEAST &&
		    leads_to_files(f, group->node);
	}
	if (!good)
		find(f, false);
}

/*
 * Whether most rows of a table lead to places in the document, which has so many
 * headings, and as many as these rows.
 */
static bool
is_contents_table(struct finder *f, uint32_t table, uint32_t heads)
{
	uint32_t rows = 0, leading = 0;

	for (uint32_t row = table + 1; row < finder_node(f, table)->end;
	     row = finder_node(f, row)->end) {
		rows++;
		for (uint32_t i = row + 1; i < finder_node(f, row)->end; i++) {
			if (!finder_leads_inside(&finder_node(f, i)->text))
				continue;
			leading++;
			break;
		}
	}
	return leading >= 2 && leading * 2 >= rows && heads >= leading;
}

void
of_links_skip(struct finder *f)
{
	uint32_t heads = 0;

	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end)
		heads += finder_is(f, i, MD_HEADING);
	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		if (finder_is(f, i, MD_TABLE) && is_contents_table(f, i, heads))
			f->role[i] = ROLE_ASIDE;

		bool all = finder_is(f, i, MD_LIST), any = false;

		for (uint32_t k = i + 1; all && k < finder_node(f, i)->end;
		     k++) {
			if (!finder_is(f, k, MD_PARAGRAPH))
				continue;
			any = true;
			all = finder_repeats_heading(
			    f, &finder_node(f, k)->text);
		}
		if (all && any)
			f->role[i] = ROLE_SKIP;
	}
}
