#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "lectern/model/link.h"
#include "source/markdown/anatomy.h"
#include "source/markdown/below.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/place.h"
#include "source/markdown/to_come.h"
#include "source/markdown/weigh.h"

#define LEAST         2  /* sections with talks */
#define LONGEST_TOPIC 40 /* bytes of their headings */
#define SHORT         40 /* bytes of a line that says that talks are to come */

/*
 * Sections with few talks
 * =======================
 *
 * "## Databases" over one talk or two, "## Compilers" over "To do": there are as
 * many headings as talks, or more.  Yet the lists have the talks where sections
 * have nothing else, or a line of prose and no list.  Their items have titles of
 * their own, each once, as a rule longer than the short heading; and a section
 * has several, or most name somebody.
 */

/* What stands below headings. */
struct sections {
	struct finder *f;
	struct strmap texts; /* of links */
	uint32_t lists, prose;
	uint32_t full;       /* lists of several titles */
	uint32_t items, fit; /* items; those with a title or a name */
	uint32_t titles, named, longer;
	bool twice; /* a text of a link is there again */
};

/*
 * The link of several words, to a video or, with `named`, beside a name, that an
 * item begins with, or NULL.
 */
static const struct span *
title_link(const struct line *line, bool named)
{
	unsigned kinds;
	const struct span *link = line_leading_link(
	    line, weigh_title_start(line, &kinds));
	const char *s;
	size_t len;

	if (!link || *link->url == '#' || weigh_shows_file(line, link))
		return NULL;
	s = line->text + link->start;
	len = link->end - link->start;
	return label_read(s, len) == LABEL_NONE &&
		(named || link_is_video(link->url) || memchr(s, ' ', len))
	    ? link
	    : NULL;
}

static void
count_item(struct sections *n, const struct line *line, uint32_t over)
{
	static const enum place places[] = {
	    PLACE_AFTER_BY, PLACE_AFTER_DASH, PLACE_AFTER_COMMA};
	bool named = weigh_names_somebody(line) ||
	    place_any(line, places, sizeof(places) / sizeof(*places));
	const struct span *link = title_link(line, named);
	uint32_t len;

	n->items++;
	n->fit += link || named;
	n->named += named;
	if (!link)
		return;
	len = link->end - link->start;
	n->titles++;
	n->longer += len > over;
	n->twice = n->twice ||
	    ++*strmap_put(&n->texts,
		arena_dup(n->f->arena, line->text + link->start, len), 0) > 1;
}

/* Whether a heading may be a topic's. */
static bool
may_be_topic(const struct line *line)
{
	return line->len <= LONGEST_TOPIC && !richtext_has_link(line) &&
	    !weigh_names_somebody(line) && !below_is_person(line);
}

/* Counts the list that is all that stands below heading `i`; false: it is not. */
static bool
count_list(struct sections *n, uint32_t head, uint32_t end)
{
	struct finder *f = n->f;
	const struct line *over = &finder_node(f, head)->text;
	uint32_t list = head + 1, before = n->titles;

	if (finder_node(f, list)->end != end || !may_be_topic(over))
		return false;
	for (uint32_t i = list + 1; i < end; i = finder_node(f, i)->end)
		count_item(n, weigh_item_line(f, i), over->len);
	n->lists++;
	n->full += n->titles >= before + 2;
	return true;
}

/* Counts the prose below a heading; false: it may be that of a talk. */
static bool
count_prose(struct sections *n, uint32_t head, uint32_t end)
{
	const struct finder *f = n->f;

	for (uint32_t i = head + 1; i < end; i = finder_node(f, i)->end) {
		const struct line *line = &finder_node(f, i)->text;

		if (!finder_is(f, i, MD_PARAGRAPH) || finder_has_video(line) ||
		    below_is_person(line))
			return false;
		n->prose += i == head + 1 &&
		    (line->len > SHORT || finder_node(f, i)->end < end);
	}
	return true;
}

bool
sparse_heads_outweigh(struct finder *f, size_t name)
{
	struct sections n = {.f = f};
	bool all = f->units > 0;

	for (size_t i = name; all && i < f->nheads; i++) {
		const struct head *head = &f->head[i];
		uint32_t end = i + 1 < f->nheads ? head[1].node
						 : (uint32_t)f->md->n;

		if (head->part || head->pause)
			all = false;
		else if (head->own && !head->aside && !head->others)
			all = finder_is(f, head->node + 1, MD_LIST)
			    ? count_list(&n, head->node, end)
			    : count_prose(&n, head->node, end);
	}
	strmap_free(&n.texts);
	return all && n.lists >= LEAST && n.prose * 2 <= n.lists && !n.twice &&
	    n.fit * 10 >= n.items * 8 && n.titles >= n.lists &&
	    n.longer * 2 >= n.titles && (n.full > 0 || n.named * 2 >= n.titles);
}

bool
sparse_heads_to_come(const struct finder *f, const struct head *head)
{
	return finder_is(f, head->node + 1, MD_PARAGRAPH) &&
	    to_come_is(&finder_node(f, head->node + 1)->text);
}
