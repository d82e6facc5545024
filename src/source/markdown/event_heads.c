#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "source/markdown/event_words.h"
#include "source/markdown/finder.h"
#include "source/markdown/styled.h"
#include "source/markdown/weigh.h"

#define LEAST_EVENTS  3     /* of a document that lists talks below them */
#define FEW_TALKS     3     /* at an event, on average */
#define CASELESS      0x590 /* scripts from here on have no small letters */
#define LONGEST_TITLE 160   /* bytes */

/*
 * Headings of events
 * ==================
 *
 * "## May 5th, Quay Days" over "- Kelp at night": who tells where they spoke may
 * have the event and its date for a heading, and below it the few titles of what
 * they gave there.  Notes below a talk look alike; so it is asked of documents
 * alone that say that talks follow, nearly all headings have to be over such a
 * list and nothing else, most have to be dated, and the lines to be titles, as a
 * rule no shorter than what the heading calls the event.
 *
 * Where the document's name says it, "- **Kelp at night** *at Quay Days*" is a
 * talk below any heading.
 *
 * Headings may be meetings, "### Meetup #12 - 5 May 2031", and all lists for sure
 * be right below such, most lines of which name somebody.  Then other headings are
 * those of a README, however many there are, and meetings that have one talk
 * alone are as these.
 */

/* What the headings and the items below them say. */
struct events {
	size_t heads, over, dated;
	size_t items, titles, longer;
};

/* Whether all below heading `i` is a list. */
static bool
is_over_list(const struct finder *f, size_t i)
{
	uint32_t list = f->head[i].node + 1;

	return finder_is(f, list, MD_LIST) &&
	    (finder_node(f, list)->end == f->md->n ||
		finder_is(f, finder_node(f, list)->end, MD_HEADING));
}

static bool
is_dated(const struct line *line)
{
	return date_has_year(line->text, line->len) ||
	    (strpbrk(line->text, "0123456789") &&
		styled_begins_with_day(line->text, line->len));
}

/* Whether a line may be a title: no sentence, nor a place with its year. */
static bool
is_title(struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);
	uint32_t code;

	if (line->len == 0 || line->len > LONGEST_TITLE ||
	    strchr(".:;,", line->text[line->len - 1]) ||
	    weigh_item(f, item) == WEIGHS_LABEL ||
	    date_has_year(line->text, line->len))
		return false;
	text_decode(line->text, line->len, &code);
	return code >= CASELESS || !text_is_letter(code) || text_is_upper(code);
}

/* The bytes of a heading but its digits. */
static size_t
event_length(const struct line *line)
{
	size_t len = 0;

	for (size_t i = 0; i < line->len; i++)
		len += !text_ascii_digit(line->text[i]);
	return len;
}

static void
look_at_list(struct finder *f, size_t i, struct events *events)
{
	uint32_t list = f->head[i].node + 1;
	const struct line *event = &finder_node(f, f->head[i].node)->text;

	for (uint32_t k = list + 1; k < finder_node(f, list)->end;
	     k = finder_node(f, k)->end) {
		events->items++;
		events->titles += is_title(f, k);
		events->longer += weigh_item_line(f, k)->len >=
		    event_length(event);
	}
}

/* Whether headings are events over talks. */
static bool
are_events(struct finder *f)
{
	struct events e = {0};

	for (size_t i = heads_after_name(f); i < f->nheads; i++) {
		const struct head *head = &f->head[i];

		if (head->day || head->aside)
			continue;
		e.heads++;
		if (!is_over_list(f, i))
			continue;
		e.over++;
		e.dated += is_dated(&finder_node(f, head->node)->text);
		look_at_list(f, i, &e);
	}
	return e.over >= LEAST_EVENTS && e.over * 10 >= e.heads * 8 &&
	    e.dated * 10 >= e.over * 7 && e.items <= e.over * FEW_TALKS &&
	    e.titles * 10 >= e.items * 9 && e.longer * 10 >= e.items * 6;
}

/* Gives a list that was in doubt as many talks as it has titles. */
static void
add_titles(struct finder *f, struct group *group)
{
	group->doubtful = false;
	group->units = plain_told(f, group->node);
	f->units += group->units;
}

/* Whether all items of a list are bold titles with slanted words behind. */
static bool
is_of_styled(struct finder *f, uint32_t list)
{
	uint32_t n = 0;

	if (!finder_is(f, list, MD_LIST))
		return false;
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		if (weigh_item(f, i) == WEIGHS_LABEL)
			continue;
		if (styled_title(weigh_item_line(f, i), 0) == 0)
			return false;
		n++;
	}
	return n > 0;
}

/* Takes such lists, where the document's name says that talks follow. */
static void
find_styled(struct finder *f)
{
	if (!f->called && (heads_after_name(f) == 0 || !f->head[0].talks))
		return;
	for (size_t i = 0; i < f->ngroups; i++) {
		struct group *group = &f->group[i];

		if (group->doubtful && !group->others &&
		    is_of_styled(f, group->node))
			add_titles(f, group);
	}
}

/* What lists below meetings say. */
struct meetings {
	int level;           /* of their headings */
	size_t lists;        /* that are talks for sure */
	size_t items, named; /* of these, and those that name somebody */
};

/* The heading right above a list, perhaps with a line between; NULL: there is none. */
static const struct head *
head_right_above(const struct finder *f, uint32_t list)
{
	size_t i = heads_from(f, list);
	uint32_t next = i > 0 ? f->head[i - 1].node + 1 : list;

	if (finder_is(f, next, MD_PARAGRAPH))
		next = finder_node(f, next)->end;
	return next == list && i > 0 && finder_is(f, list, MD_LIST)
	    ? &f->head[i - 1]
	    : NULL;
}

/* Whether a heading is a meeting: words and when it is, or its number. */
static bool
is_meeting(const struct finder *f, const struct head *head)
{
	const struct line *line = &finder_node(f, head->node)->text;

	return !head->aside && !head->others && !head->day &&
	    (is_dated(line) || event_words_numbered(line->text, line->len) > 0);
}

/* Counts the talks of a list, and those that name somebody. */
static void
count_named(struct finder *f, uint32_t list, size_t *items, size_t *named)
{
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		if (weigh_item(f, i) == WEIGHS_LABEL)
			continue;
		++*items;
		*named += weigh_names_somebody(weigh_item_line(f, i));
	}
}

/* Whether all lists that are talks for sure are below meetings. */
static bool
are_meetings(struct finder *f, struct meetings *m)
{
	for (size_t i = 0; i < f->ngroups; i++) {
		const struct group *group = &f->group[i];
		const struct head *head;

		if (group->doubtful)
			continue;
		head = head_right_above(f, group->node);
		if (!head || !is_meeting(f, head) || group->below ||
		    (m->level > 0 && m->level != head->level))
			return false;
		m->level = head->level;
		m->lists++;
		count_named(f, group->node, &m->items, &m->named);
	}
	return m->lists >= 2 && m->named * 10 >= m->items * 7;
}

/* Whether a heading that is no meeting has talks of its own. */
static bool
has_other_talks(struct finder *f, int level)
{
	for (size_t i = heads_after_name(f); i < f->nheads; i++) {
		const struct head *head = &f->head[i];

		if (!head->aside &&
		    !(head->level == level && is_meeting(f, head)) &&
		    heads_speaks(f, i))
			return true;
	}
	return false;
}

/* Looks for meetings, and takes those that have one talk, too. */
static void
find_meetings(struct finder *f)
{
	struct meetings m = {0};

	if (!are_meetings(f, &m) || has_other_talks(f, m.level))
		return;
	f->meetings = true;
	for (size_t i = 0; i < f->ngroups; i++) {
		struct group *group = &f->group[i];
		const struct head *head;
		size_t items = 0, named = 0;

		if (!group->doubtful)
			continue;
		head = head_right_above(f, group->node);
		if (!head || head->level != m.level || !is_meeting(f, head))
			continue;
		count_named(f, group->node, &items, &named);
		if (named * 2 < items || named == 0)
			continue;
		group->doubtful = false;
		group->units = (uint32_t)named;
		f->units += group->units;
	}
}

void
event_heads_find(struct finder *f)
{
	size_t head = 0;

	if (f->ngroups == 0)
		return;
	find_meetings(f);
	if (!f->told)
		return;
	find_styled(f);
	if (!are_events(f))
		return;
	for (size_t i = 0; i < f->ngroups; i++) {
		struct group *group = &f->group[i];

		while (head + 1 < f->nheads &&
		    f->head[head + 1].node < group->node)
			head++;
		if (group->doubtful && f->head[head].node + 1 == group->node &&
		    !f->head[head].aside)
			add_titles(f, group);
	}
}
