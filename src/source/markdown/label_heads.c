#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/people.h"
#include "source/markdown/weigh.h"

#define LEAST_TALKS 2
#define FIRST_ONES  64 /* headings that are looked at first */

/*
 * Headings over labels
 * ====================
 *
 * "## Meeting 12" over "Speaker: Ann Lee" and "Title: Kelp at night": the heading
 * is the talk, and not the line with its title, to which what stands before it
 * would not belong.  So it is where nearly all headings of a level have one such
 * title each, and most of them a speaker.  "## Topic: Kelp at night" is one if
 * nearly all of its level say so, there are not more talks in lists than these, and
 * all headings below recur or are labels.
 */

/* What stands between a heading and the next one. */
struct labels {
	size_t titles, speakers;
};

static void
count_label(struct labels *labels, const struct line *line)
{
	size_t skip;
	enum label_kind kind = label_before(line->text, line->len, &skip);

	labels->titles += kind == LABEL_TITLE && skip < line->len;
	labels->speakers += kind == LABEL_SPEAKER && skip < line->len &&
	    people_first(line->text + skip, line->len - skip) >= NAMES_GUESS;
}

/* Counts those of paragraphs, and of items of lists that are in no item. */
static struct labels
count_labels(const struct finder *f, const struct head *head)
{
	struct labels labels = {0};
	uint32_t i = head->node + 1;

	while (i < f->md->n && !finder_is(f, i, MD_HEADING)) {
		if (finder_is(f, i, MD_LIST)) {
			i++;
			continue;
		}
		if (finder_is(f, i, MD_PARAGRAPH))
			count_label(&labels, &finder_node(f, i)->text);
		else if (finder_is(f, i, MD_ITEM))
			count_label(&labels, weigh_item_line(f, i));
		i = finder_node(f, i)->end;
	}
	return labels;
}

/* Whether a heading has a label for its title: "Topic: Kelp at night". */
static bool
says_title(const struct finder *f, const struct head *head)
{
	const struct line *line = &finder_node(f, head->node)->text;

	return label_title(line->text, line->len) > 0;
}

/* Whether all headings below `level` recur or are labels. */
static bool
are_parts_below(struct finder *f, size_t from, int level)
{
	for (size_t i = from; i < f->nheads; i++) {
		const struct head *head = &f->head[i];

		if (head->level > level && head->label == LABEL_NONE &&
		    finder_heading_times(f, &finder_node(f, head->node)->text) <
			LEAST_TALKS)
			return false;
	}
	return true;
}

/* The level of headings that have their titles behind a label; 0: there is none. */
static int
said_level(struct finder *f, size_t from)
{
	size_t heads[7] = {0}, said[7] = {0}, all = 0;

	for (size_t i = from; i < f->nheads; i++) {
		const struct head *head = &f->head[i];
		bool says = says_title(f, head);

		/* Of most documents the first ones tell. */
		if (i - from == FIRST_ONES && all * 8 < FIRST_ONES)
			return 0;
		all += says;
		heads[head->level] += !head->aside;
		said[head->level] += says;
	}
	for (int level = 1; level <= 6; level++) {
		if (said[level] >= LEAST_TALKS && f->units <= said[level] &&
		    said[level] * 10 >= heads[level] * 8)
			return are_parts_below(f, from, level) ? level : 0;
	}
	return 0;
}

int
label_heads_level(struct finder *f, size_t name)
{
	size_t heads[7] = {0}, titled[7] = {0}, named[7] = {0};

	for (size_t i = name; i < f->nheads; i++) {
		const struct head *head = &f->head[i];
		struct labels labels;

		if (head->aside)
			continue;
		labels = count_labels(f, head);
		heads[head->level]++;
		titled[head->level] += labels.titles == 1;
		named[head->level] += labels.titles == 1 && labels.speakers > 0;
	}
	for (int level = 1; level <= 6; level++) {
		if (named[level] >= LEAST_TALKS &&
		    titled[level] * 10 >= heads[level] * 8 &&
		    named[level] * 10 >= titled[level] * 6)
			return level;
	}
	return said_level(f, name);
}
