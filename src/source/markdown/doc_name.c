#include <string.h>

#include "source/markdown/finder.h"

/*
 * The heading that names the document
 * ===================================
 *
 * Where it is above all others it is known from the start: see heads_after_name().
 * Here it is found by what the headings turned out to be.
 */

/* Whether a node in [from, end) has a talk's role. */
static bool
has_talk(const struct finder *f, size_t from, size_t end)
{
	for (; from < end; from++) {
		if (f->role[from] == ROLE_TALK || f->role[from] == ROLE_GROUP)
			return true;
	}
	return false;
}

/* The next heading of the highest level from `from` on, or their number. */
static size_t
next_highest(const struct finder *f, size_t from)
{
	while (from < f->nheads && f->head[from].level != 1)
		from++;
	return from;
}

/* The node where heading `i` begins, or the document ends. */
static uint32_t
head_node(const struct finder *f, size_t i)
{
	return i < f->nheads ? f->head[i].node : (uint32_t)f->md->n;
}

/*
 * Whether the first heading is over nothing but another one, with talks below or
 * with text, as all of that level have; or over text, but the next is a day with
 * talks below.
 */
static bool
is_name_over_others(struct finder *f, size_t i, size_t next)
{
	size_t n = 0;

	if (i == 0 && f->head[0].node == 1 && f->head[next].day &&
	    f->role[f->head[next].node] == ROLE_TRACK && !heads_speaks(f, 0))
		return true;
	if (i > 0 || next != 1 || f->head[0].own)
		return false;
	if (f->role[f->head[1].node] == ROLE_TRACK)
		return true;
	for (; next < f->nheads; next = next_highest(f, next + 1)) {
		if (!f->head[next].own)
			return false;
		n++;
	}
	return n >= 2;
}

/*
 * Takes a heading of the highest level for the document's name although others
 * are as high, "# Talks that I saw", "# 2025", "# 2024", or stand before it: it
 * comes before all talks and has none itself, unlike the next.  One of many has
 * several words.
 */
static void
take_first_name(struct finder *f)
{
	size_t i = next_highest(f, 0), next = next_highest(f, i + 1);
	const struct head *head;
	uint32_t node, from;

	if (i + 1 >= f->nheads || memchr(f->role, ROLE_NAME, f->md->n))
		return;
	head = &f->head[i];
	if (head->day || head->part || head->aside || head->others)
		return;
	node = head->node;
	from = head_node(f, next < f->nheads ? next : i + 1);
	if ((next == f->nheads ||
		strchr(finder_node(f, node)->text.text, ' ')) &&
	    (f->role[node] != ROLE_TALK ||
		(next < f->nheads && is_name_over_others(f, i, next))) &&
	    f->role[node] != ROLE_SKIP && !has_talk(f, 1, node) &&
	    !has_talk(f, node + 1, from) &&
	    has_talk(f, from, head_node(f, next_highest(f, next + 1))))
		f->role[node] = ROLE_NAME;
}

/* The next node from `i` on that is a track or has a talk's role; or the end. */
static uint32_t
next_taken(const struct finder *f, uint32_t i)
{
	while (
	    i < f->md->n && f->role[i] != ROLE_TRACK && !has_talk(f, i, i + 1))
		i++;
	return i;
}

/* Whether an item that is a track has none beside it that is a talk. */
static bool
is_among_tracks(const struct finder *f, uint32_t item)
{
	uint32_t list = finder_node(f, item)->parent;

	if (!finder_is(f, item, MD_ITEM))
		return true;
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		if (has_talk(f, i, i + 1))
			return false;
	}
	return true;
}

/*
 * Takes the only heading of the highest level, on top of all, for the document's
 * name where it would be a track without talks: bold lines, items or rows below it
 * are the tracks.
 */
static void
take_only_name(struct finder *f)
{
	const struct head *head = f->head;
	uint32_t first;

	if (f->nheads == 0 || head->level > 1 || head->day || head->part ||
	    next_highest(f, 1) < f->nheads || next_taken(f, 1) != head->node)
		return;
	first = next_taken(f, head->node + 1);
	if (f->role[head->node] == ROLE_TRACK && first < f->md->n &&
	    f->role[first] == ROLE_TRACK && is_among_tracks(f, first))
		f->role[head->node] = ROLE_NAME;
}

void
doc_name_take(struct finder *f)
{
	take_first_name(f);
	take_only_name(f);
}
