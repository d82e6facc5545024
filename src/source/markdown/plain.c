#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/fields.h"
#include "source/markdown/finder.h"
#include "source/markdown/place.h"
#include "source/markdown/to_come.h"
#include "source/markdown/weigh.h"

#define TITLE_LONGEST 60 /* bytes of one that stands alone */
#define FEW_OF        3  /* of so many talks one may name nobody */
#define SPOKEN_LEAST  4  /* talks of a list that names everybody */
#define LINES_MOST    64 /* of a list, whose fields are looked at */

/*
 * Lists without links
 * ===================
 *
 * Plain words are talks where the fields of all lines are those of talks (see
 * fields.h), and where the heading above, or the document's name, says that
 * talks follow, or a line above that they follow, "So far we had:", and nearly all
 * name somebody.  They are, too, if nothing else is, and all of them name somebody.
 */

/* Whether the lines of a list may have fields. */
static bool
may_have_fields(const struct finder *f, uint32_t list)
{
	uint32_t n = 0;

	for (uint32_t i = list + 1;
	     n < FIELDS_LEAST && i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end)
		n += fields_may_be(weigh_item_line(f, i));
	return n == FIELDS_LEAST;
}

uint32_t
plain_fields(struct finder *f, uint32_t list)
{
	struct anatomy lines[LINES_MOST];
	uint32_t n = 0, items = 0;

	if (f->nheads > FIELDS_HEADS || !may_have_fields(f, list))
		return 0;
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		if (weigh_item(f, i) == WEIGHS_LABEL)
			continue;
		items++;
		if (n < LINES_MOST)
			anatomy_read(
			    &lines[n++], weigh_item_line(f, i), false, "");
	}
	return fields_are_talks(lines, n) ? items : 0;
}

uint32_t
plain_told(struct finder *f, uint32_t list)
{
	uint32_t items = 0;

	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end)
		items += weigh_item(f, i) != WEIGHS_LABEL &&
		    weigh_item_line(f, i)->len > 0;
	return items;
}

bool
plain_spoken(struct finder *f, uint32_t list)
{
	static const enum place places[] = {PLACE_LAST_DASH, PLACE_BY};
	const struct line *over = &finder_node(f, list - 1)->text;
	uint32_t items = 0, named = 0;
	size_t head;

	if (!finder_is(f, list - 1, MD_PARAGRAPH) || over->len == 0 ||
	    over->text[over->len - 1] != ':' || lists_beside_works(over))
		return false;
	head = heads_from(f, list);
	if (head > 0 &&
	    lists_beside_works(&finder_node(f, f->head[head - 1].node)->text))
		return false;
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		items++;
		named += weigh_item(f, i) >= WEIGHS_LITTLE &&
		    place_any(weigh_item_line(f, i), places,
			sizeof(places) / sizeof(*places));
	}
	return named >= SPOKEN_LEAST && named * 10 >= items * 9;
}

/* Whether a line without a title is a talk beside such: a video alone. */
static bool
is_bare_video(struct finder *f, uint32_t item)
{
	const struct line *line;

	if (!finder_is_video(f, item + 1))
		return false;
	line = &finder_node(f, item + 1)->text;
	return line->first == line->len;
}

/* Whether one bar parts a line; several make a table of other things, too. */
static bool
has_one_bar(const struct line *line)
{
	const char *bar = memchr(line->text, '|', line->len);

	return bar &&
	    !memchr(bar + 1, '|', line->len - (size_t)(bar + 1 - line->text));
}

/*
 * Whether a line names somebody, be it behind a link and "by", before a colon, behind
 * a comma, or beside a bar.
 */
static bool
names_anywhere(const struct line *line)
{
	static const enum place places[] = {PLACE_AFTER_BY, PLACE_FIRST_COLON,
	    PLACE_AFTER_COMMA, PLACE_LAST_BAR, PLACE_FIRST_BAR};
	size_t n = has_one_bar(line) ? 5 : 3;

	return weigh_names_somebody(line) || place_any(line, places, n);
}

/* The same, where a name may lead to somebody's site: "Title by [Ann Lee](...)". */
static bool
names_linked(const struct line *line)
{
	struct line plain = *line;

	plain.nspans = 0;
	return names_anywhere(line) ||
	    (line->nspans > 0 && !line_leading_link(line, 0) &&
		names_anywhere(&plain));
}

/* Whether a line names what is below it: "Programme:", a day, bold words. */
static bool
is_over_lines(struct finder *f, const struct line *line)
{
	return line->len > 0 &&
	    (line->text[line->len - 1] == ':' || finder_is_bold(line) ||
		finder_is_day(f, line));
}

/* Whether node `i` is a list, or such a line over one. */
static bool
is_over_list(struct finder *f, uint32_t i)
{
	const struct md_node *node = finder_node(f, i);

	if (finder_is(f, i, MD_PARAGRAPH) && is_over_lines(f, &node->text))
		i = node->end;
	return finder_is(f, i, MD_LIST);
}

/* Whether such a line, or a heading, is right above each list. */
static bool
are_below_lines(struct finder *f)
{
	uint32_t before = 0;

	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		if (finder_is(f, i, MD_LIST) && before > 0 &&
		    !finder_is(f, before, MD_HEADING) &&
		    !(finder_is(f, before, MD_PARAGRAPH) &&
			is_over_lines(f, &finder_node(f, before)->text)))
			return false;
		before = i;
	}
	return true;
}

/* Whether every heading but the name is over a list, or a higher one. */
static bool
are_over_lists(struct finder *f, size_t name)
{
	if (f->nheads == 1 && f->head[0].level == 1 && are_below_lines(f))
		return true;
	for (size_t i = name; i < f->nheads; i++) {
		const struct head *head = &f->head[i];

		if (!is_over_list(f, head->node + 1) &&
		    !sparse_heads_to_come(f, head) &&
		    (head->own || i + 1 == f->nheads ||
			head[1].level <= head->level))
			return false;
	}
	return true;
}

/* Whether an item may be a title alone: a short line that is no sentence. */
static bool
may_be_title(struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);

	return weigh_item(f, item) != WEIGHS_LABEL && line->len > 0 &&
	    line->len < TITLE_LONGEST &&
	    finder_node(f, item)->end == item + 2 &&
	    text_ascii_letter(*line->text) &&
	    text_ascii_lower(*line->text) != *line->text &&
	    !strchr(".:;,", line->text[line->len - 1]);
}

/* Whether a line is somebody's name alone: what the talk is, is to come. */
static bool
is_somebody(const struct line *line)
{
	return names_read(line->text, line->len) == NAMES_SURE;
}

/* What the items of lists are. */
struct named {
	uint32_t named, videos, people;
	uint32_t others; /* titles, perhaps */
	bool odd;        /* something else is there */
};

static void
count_named(struct finder *f, uint32_t item, struct named *n)
{
	const struct line *line = weigh_item_line(f, item);

	if (is_bare_video(f, item))
		n->videos++;
	else if (names_linked(line) && weigh_item(f, item) != WEIGHS_LABEL)
		n->named++;
	else if (is_somebody(line))
		n->people++;
	else if (may_be_title(f, item))
		n->others++;
	else if (!passages_is_break(line) && !to_come_begins(line, 0))
		n->odd = true;
}

/* Counts the items of a group, or those below its days. */
static void
count_items(struct finder *f, struct group *group, struct named *n)
{
	uint32_t list = group->node;

	for (uint32_t k = list + 1; k < finder_node(f, list)->end && !n->odd;
	     k = finder_node(f, k)->end) {
		uint32_t below = k + 2;

		if (!finder_is(f, below, MD_LIST) ||
		    finder_node(f, below)->end != finder_node(f, k)->end ||
		    !finder_is_day(f, weigh_item_line(f, k))) {
			count_named(f, k, n);
			continue;
		}
		group->below = true;
		for (uint32_t i = below + 1; i < finder_node(f, below)->end;
		     i = finder_node(f, i)->end)
			count_named(f, i, n);
	}
}

bool
groups_take_named(struct finder *f, size_t name)
{
	struct named n = {0};

	if (!are_over_lists(f, name))
		return false;
	for (size_t i = 0; i < f->ngroups; i++) {
		if (!finder_is(f, f->group[i].node, MD_LIST))
			return false;
		count_items(f, &f->group[i], &n);
	}
	/* "Closing", beside talks that have speakers. */
	if (n.odd || n.others > FINDER_OTHERS || n.others * FEW_OF > n.named ||
	    n.people * 2 > n.named)
		return false;
	/* One video below each heading is the heading's. */
	if (n.named + n.videos < 2 || (n.named == 0 && n.videos <= f->ngroups))
		return false;
	groups_take(f, true);
	return true;
}
