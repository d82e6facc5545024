#include <string.h>

#include "lectern/model/link.h"
#include "source/markdown/anatomy.h"
#include "source/markdown/finder.h"
#include "source/markdown/runs.h"
#include "source/markdown/weigh.h"

/*
 * Topics over few titles
 * ======================
 *
 * "### Ropes" over "1. [Ropes in the Rain: What Keepers Know](ropes.md)": where
 * topics have a talk or two each, there are as many headings as talks, or more, as
 * some headings are over these.  The lists are the talks where all other headings
 * have nothing but items that are links with several words, as a rule more than
 * the heading has.  What leads to a video may say what kind of link it is in
 * so many words, and does not count.
 */

/* What the headings over lists say. */
struct topics {
	size_t lists, longer;
};

/* The bytes of a link to a page that is all of an item; 0: it is none. */
static uint32_t
link_length(struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);
	const struct span *link = line_leading_link(line, 0);

	return link && finder_node(f, item)->end == item + 2 &&
		runs_end(line, link) == line->len &&
		memchr(line->text, ' ', line->len) &&
		!link_is_video(link->url) && weigh_item(f, item) == WEIGHS_MUCH
	    ? line->len
	    : 0;
}

/* Counts what is below heading `i`; false: it is no list of such items alone. */
static bool
count_list(struct finder *f, size_t i, struct topics *topics)
{
	uint32_t head = f->head[i].node, list = head + 1;
	uint32_t end = i + 1 < f->nheads ? f->head[i + 1].node
					 : (uint32_t)f->md->n;
	bool longer = true;

	if (!finder_is(f, list, MD_LIST) || finder_node(f, list)->end != end)
		return false;
	for (uint32_t item = list + 1; item < end;
	     item = finder_node(f, item)->end) {
		uint32_t len = link_length(f, item);

		if (len == 0)
			return false;
		longer = longer && len > finder_node(f, head)->text.len;
	}
	topics->lists++;
	topics->longer += longer;
	return true;
}

bool
topics_outweigh(struct finder *f, size_t name)
{
	struct topics topics = {0};

	for (size_t i = name; i < f->nheads; i++) {
		const struct head *head = &f->head[i];

		if (head->own && !head->aside &&
		    (head->video || head->part || !count_list(f, i, &topics)))
			return false;
	}
	return topics.lists >= 2 && topics.longer * 10 >= topics.lists * 8;
}
