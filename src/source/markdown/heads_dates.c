#include "source/markdown/finder.h"

#define LEAST 4 /* talks with other titles over one with a day, at least */

/*
 * Talks that have a day for a title
 * =================================
 *
 * Among headings that are talks, a track "The state of boats" may have some that
 * say no more than when they were: "June 2034".  They are talks where each has a
 * video or a link of its own, and no other headings stand in that track.
 */

/* Whether a heading is a day over a link, and nothing stands below it. */
static bool
may_be_talk(const struct finder *f, size_t i, int level)
{
	const struct head *head = &f->head[i];

	return head->date && head->day && head->level == level &&
	    (head->video || head->link) && !head->items && !head->table &&
	    (i + 1 == f->nheads || head[1].level <= level);
}

/* One past the headings from `i` on, right below a track, that may be talks. */
static size_t
dates_end(const struct finder *f, size_t i, int level)
{
	size_t k = i;

	if (i == 0 || f->head[i - 1].level >= level || f->head[i - 1].day)
		return i;
	while (k < f->nheads && may_be_talk(f, k, level))
		k++;
	return k == f->nheads || f->head[k].level < level ? k : i;
}

void
heads_dates_take(struct finder *f, size_t from, int level)
{
	size_t dates = 0, others = 0;

	for (size_t i = from; i < f->nheads; i++) {
		if (f->head[i].level != level)
			continue;
		dates += f->head[i].day;
		others += !f->head[i].day && f->head[i].own;
	}
	if (dates == 0 || others / LEAST < dates)
		return;
	for (size_t i = from; i < f->nheads; i++) {
		for (size_t end = dates_end(f, i, level); i < end; i++)
			f->head[i].day = false;
	}
}
