#include "source/markdown/finder.h"
#include "source/markdown/label.h"

#define LEAST 2 /* headings that are over a day each */

/*
 * What headings tell of those beside them
 * =======================================
 */

static bool
names_life(const struct finder *f, size_t i)
{
	const struct line *line = &finder_node(f, f->head[i].node)->text;

	return label_names_life(line->text, line->len);
}

/*
 * Whether the first heading, which would name the document, is "Talks", over some,
 * and others beside it name what else somebody does.
 */
static bool
begins_with_talks(const struct finder *f)
{
	const struct line *line;
	size_t life = 0, beside = 0;

	if (f->nheads < 3 || f->head[1].level <= f->head[0].level)
		return false;
	line = &finder_node(f, f->head[0].node)->text;
	if (!label_names_talks(line->text, line->len))
		return false;
	for (size_t i = 1; i < f->nheads; i++) {
		if (f->head[i].level > f->head[0].level)
			continue;
		beside++;
		life += names_life(f, i);
	}
	return beside > 0 && life == beside;
}

/* Marks headings that stand beside "Talks" and name what else somebody does. */
static void
mark_life(struct finder *f)
{
	size_t talks = 0;

	if (begins_with_talks(f))
		f->head[0].talks = f->head[0].day = true;
	while (talks < f->nheads && !f->head[talks].talks)
		talks++;
	for (size_t i = 0; talks < f->nheads && i < f->nheads; i++) {
		struct head *head = &f->head[i];

		head->life = head->level == f->head[talks].level &&
		    names_life(f, i);
		head->others = head->others || head->life;
	}
}

/* Whether a heading is over nothing but one that tells when: "## Title", "### 1 May". */
static bool
is_over_day(const struct finder *f, size_t i)
{
	const struct head *head = &f->head[i];

	return i + 1 < f->nheads && !head->own && !head->day && head[1].date &&
	    head[1].own && head[1].level > head->level &&
	    (i + 2 == f->nheads || head[2].level <= head->level);
}

/* Joins such headings, where nearly all of a level are so. */
static void
join_days(struct finder *f)
{
	size_t joined = 0, beside = 0, n = 0;
	int level = 0;

	for (size_t i = 0; i < f->nheads; i++) {
		if (!is_over_day(f, i))
			continue;
		if (level == 0)
			level = f->head[i].level;
		joined += f->head[i].level == level;
	}
	for (size_t i = 0; level > 0 && i < f->nheads; i++)
		beside += f->head[i].level == level && !is_over_day(f, i);
	if (joined < LEAST || joined < 4 * beside)
		return;
	for (size_t i = 0; i < f->nheads; i++) {
		struct head head = f->head[i];

		if (head.level == level && is_over_day(f, i)) {
			const struct head *day = &f->head[++i];

			head.own = day->own;
			head.items = day->items;
			head.link = day->link;
			head.video = day->video;
			head.table = day->table;
		}
		f->head[n++] = head;
	}
	f->nheads = n;
}

void
heads_mark(struct finder *f)
{
	mark_life(f);
	heads_mark_channels(f);
	join_days(f);
}
