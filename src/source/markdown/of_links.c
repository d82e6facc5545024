#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anatomy.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/weigh.h"

#define VIDEOS_LEAST 2
#define FILES_LEAST  3

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

bool
of_links_videos(const struct finder *f)
{
	size_t videos = 0;

	for (size_t i = 0; i < f->ngroups; i++) {
		uint32_t node = f->group[i].node;
		uint32_t end = finder_node(f, node)->end;

		for (uint32_t k = node + 1; k < end; k++)
			videos += finder_has_video(&finder_node(f, k)->text);
	}
	return videos >= VIDEOS_LEAST;
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
