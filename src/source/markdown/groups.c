#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "source/markdown/finder.h"
#include "source/markdown/kin.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/place.h"
#include "source/markdown/series.h"
#include "source/markdown/topic_items.h"
#include "source/markdown/under_names.h"
#include "source/markdown/weigh.h"

#define LONGEST_TOPIC 60 /* bytes of an item that is over talks */
#define LONGEST_DAY   80 /* bytes of a paragraph that names a group */

/*
 * Lists, tables and paragraphs
 * ============================
 *
 * A line speaks for being a talk's if it begins with a link (after a box, a
 * time, a date, a room, a word like "Talk:") that has a title for its text; if
 * a link to a video is on it or in the list below it; or if it begins with a
 * time or date.  It speaks a little for it if it names somebody in brackets or
 * after a dash.  It does not if all it says is a label ("Slides", "Date: ..."),
 * a file's name, an address, or what a heading of the document says, too.
 *
 * A list is a group of talks if a third of its lines speak for it, and not half
 * of them name conferences; else the lists below its items may be, and those
 * items are tracks.  In a group all lines are talks but labels.  Tables say by
 * their columns what they are.
 * Paragraphs are talks where sections have several that are mostly one link, or
 * begin with a time or a title in quotes; of quotations see quotes.c.  Bold lines right below headings are, where most of one level have
 * one that is longer and names nobody: these are events.
 */

/* Lists. */

/* The items of a list by what they weigh. */
struct tally {
	uint32_t much, filled;
	uint32_t little; /* perhaps: if they name somebody */
	uint32_t kin;    /* that say when, and who speaks */
	uint32_t series; /* that name a conference: see series.h */
};

/* Whether a list tells what is said when, from 0:00 on. */
static bool
is_timed_list(const struct finder *f, uint32_t list)
{
	const struct line *line = weigh_item_line(f, list + 1);
	size_t n = lead_time(line->text, line->len);

	return n > 0 && strspn(line->text, "0:") >= n;
}

static void
tally_list(struct finder *f, uint32_t list, bool wanted, struct tally *tally)
{
	if (is_timed_list(f, list))
		return;
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		enum weight weight = weigh_item(f, i);

		tally->filled += weight != WEIGHS_LABEL;
		tally->series += weight != WEIGHS_LABEL &&
		    series_is(weigh_item_line(f, i));
		tally->much += weight == WEIGHS_MUCH;
		tally->little += weight == WEIGHS_LITTLE;
		tally->kin += wanted && kin_is(weigh_item_line(f, i), weight);
	}
}

/* Whether a list names conferences, not talks. */
static bool
is_of_series(const struct tally *tally)
{
	return tally->series >= 2 && tally->series * 2 >= tally->filled;
}

static bool
is_group(const struct tally *tally)
{
	return tally->much > 0 && tally->much * 3 >= tally->filled &&
	    !is_of_series(tally);
}

/* The lists directly below an item. */
static void
tally_below(struct finder *f, uint32_t item, struct tally *tally)
{
	for (uint32_t i = item + 1; i < finder_node(f, item)->end;
	     i = finder_node(f, i)->end) {
		if (finder_is(f, i, MD_LIST))
			tally_list(f, i, true, tally);
	}
}

static bool
weighs_nothing(struct finder *f, uint32_t item)
{
	enum weight weight = weigh_item(f, item);
	const struct line *line = weigh_item_line(f, item);

	/* "Papers" may be what is talked about. */
	return weight == WEIGHS_NOTHING || kin_names_kind(line) ||
	    kin_is_topic(f, item) ||
	    (weight == WEIGHS_LABEL &&
		(label_read(line->text, line->len) == LABEL_OTHERS ||
		    topic_items_label(line))) ||
	    (weight == WEIGHS_LITTLE && !weigh_names_somebody(line));
}

/* Whether an item stands over talks as a day, a topic or a session does. */
static bool
heads_talks(struct finder *f, uint32_t item, struct tally *below)
{
	*below = (struct tally){0};
	if (!kin_may_be_below(f, item) || weigh_tells_places(f, item))
		return false;
	tally_below(f, item, below);
	if (kin_of_session(f, item))
		below->kin = below->much;
	if (below->kin < 2 && kin_of_event(f, item) > 0)
		below->kin = below->filled;
	if (below->kin >= 2 && below->kin * 2 >= below->filled)
		return true;
	return is_group(below) && below->much * 2 >= below->filled &&
	    weighs_nothing(f, item);
}

struct group *
groups_add(struct finder *f, uint32_t node, uint32_t units)
{
	f->group = mem_grow(
	    f->group, &f->groups_cap, f->ngroups + 1, sizeof(*f->group));
	f->group[f->ngroups] = (struct group){.node = node, .units = units};
	f->units += units;
	return &f->group[f->ngroups++];
}

void
groups_leave(
    const struct finder *f, const struct group *group, struct shape_left *left)
{
	if (left->n == 0)
		left->row = finder_node(f, group->node)->row;
	left->n += group->units;
}

void
groups_left(const struct finder *f, struct shape_left *left)
{
	for (size_t i = 0; i < f->ngroups; i++) {
		uint32_t node = f->group[i].node;

		if (!memchr(f->role + node, ROLE_TALK,
			finder_node(f, node)->end - node))
			groups_leave(f, &f->group[i], left);
	}
}

/* Whether a list is no more than who said what is quoted: "- Ann Lee". */
static bool
is_attribution(const struct finder *f, uint32_t list)
{
	const struct line *line = weigh_item_line(f, list + 1);

	return finder_is(f, finder_node(f, list)->parent, MD_QUOTE) &&
	    finder_node(f, list + 1)->end == finder_node(f, list)->end &&
	    people_first(line->text, line->len) == NAMES_SURE;
}

/* Whether no line of the list, nor of those below it, speaks for a talk. */
static bool
is_dull(const struct finder *f, uint32_t list)
{
	for (uint32_t i = list + 1; i < finder_node(f, list)->end; i++) {
		if (finder_is(f, i, MD_ITEM) &&
		    weigh_may_be_much(weigh_item_line(f, i)))
			return false;
	}
	return true;
}

void
groups_add_list(struct finder *f, uint32_t list, bool told)
{
	struct tally tally = {0};
	uint32_t units = 0;

	if (is_attribution(f, list) || spoken_lists_headed(f, list))
		return;
	told = told || plain_spoken(f, list);
	if (is_dull(f, list)) {
		units = plain_fields(f, list);
		if (units == 0 && topic_items_add(f, list, true))
			return;
		if (units > 0 || !told) {
			groups_add(f, list, units)->doubtful = units == 0;
			return;
		}
	}
	units = events_over_talks(f, list, told);
	if (units > 0) {
		groups_add(f, list, units)->events = true;
		return;
	}
	if (topic_items_add(f, list, false))
		return;
	tally_list(f, list, false, &tally);
	if (is_group(&tally) && !kin_of_topics(f, list)) {
		groups_add(f, list, tally.much);
		return;
	}
	if (is_of_series(&tally) ||
	    (tally.much > 0 && f->role[list] == ROLE_SKIP))
		return;
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		struct tally below;
		uint32_t further = kin_further_below(f, i);

		units += heads_talks(f, i, &below) && below.much > further
		    ? below.much
		    : further;
	}
	if (units >= 2)
		groups_add(f, list, units)->below = true;
	else if (topic_items_add(f, list, true))
		return;
	else if ((told && (units = plain_told(f, list)) > 0) ||
	    (units = alike_over_people(f, list)) > 0 ||
	    (units = under_names_all(f->md, list)) > 0)
		groups_add(f, list, units);
	else
		groups_add(f, list, 0)->doubtful = true;
}

/* Whether an item names somebody, or has a title's link, beside tracks. */
static bool
is_beside_tracks(struct finder *f, uint32_t item)
{
	static const enum place colon = PLACE_FIRST_COLON;
	const struct line *line = weigh_item_line(f, item);

	return weigh_item(f, item) != WEIGHS_LABEL &&
	    finder_node(f, item)->end == item + 2 &&
	    (weigh_names_somebody(line) || place_any(line, &colon, 1) ||
		kin_leads_to_title(line));
}

/* Whether half of the lines of a list name somebody. */
static bool
names_people(struct finder *f, uint32_t list)
{
	struct tally tally = {0};
	uint32_t named = 0;

	tally_list(f, list, false, &tally);
	if (tally.little < 2 || tally.little * 2 < tally.filled)
		return false;
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end)
		named += weigh_item(f, i) == WEIGHS_LITTLE &&
		    weigh_names_somebody(weigh_item_line(f, i));
	return named >= 2 && named * 2 >= tally.filled;
}

/* Whether most groups that stand below days, or all do, are talks for sure. */
static bool
are_alike(const struct finder *f, bool only)
{
	size_t sure = 0, all = 0;

	for (size_t i = 0; i < f->ngroups; i++) {
		if (!only && !alike_is_below_day(f, f->group[i].node))
			continue;
		all++;
		sure += !f->group[i].doubtful;
	}
	return f->nheads > 1 && sure * 2 > all;
}

/* Drops the groups that turn out to be none. */
static void
drop_doubtful(struct finder *f)
{
	size_t n = 0;
	struct alike form;
	bool alike, only;

	while (n < f->ngroups && !f->group[n].doubtful)
		n++;
	/* Most documents have none. */
	if (n == f->ngroups)
		return;
	only = passages_only_days(f);
	alike = are_alike(f, only);
	form = alike_find(f);
	for (size_t i = n; i < f->ngroups; i++) {
		if (!f->group[i].doubtful ||
		    (alike &&
			(only || alike_is_below_day(f, f->group[i].node))) ||
		    alike_is(f, f->group[i].node, &form) ||
		    names_people(f, f->group[i].node))
			f->group[n++] = f->group[i];
	}
	f->ngroups = n;
}

/* Roles. */

static void take_items(struct finder *f, uint32_t list);

/* Takes an item for a track, and the lists below it for its talks. */
static void
take_item(struct finder *f, uint32_t item)
{
	f->role[item] = ROLE_TRACK;
	for (uint32_t k = item + 1; k < finder_node(f, item)->end;
	     k = finder_node(f, k)->end) {
		if (finder_is(f, k, MD_LIST))
			take_items(f, k);
	}
}

/* Whether an item of a list of talks is over some: it is a day, topic or somebody. */
static bool
is_over_talks(struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);
	uint32_t above = finder_node(f, finder_node(f, item)->parent)->parent;
	bool kind = kin_names_kind(line);
	struct tally below;

	/* "Knots by Ann Lee: this talk has two parts" */
	if (line->len > 0 && !weigh_is_dated(line) &&
	    (line->len > LONGEST_TOPIC || line->text[line->len - 1] == '.'))
		return false;
	return ((kind || kin_seems_below(f, item)) &&
		   heads_talks(f, item, &below) && (kind || below.kin > 0)) ||
	    kin_further_below(f, item) > 0 ||
	    ((f->role[above] == ROLE_TRACK ||
		 names_read(line->text, line->len) == NAMES_SURE) &&
		kin_is_topic(f, item));
}

static void
take_items(struct finder *f, uint32_t list)
{
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		const struct line *line = weigh_item_line(f, i);

		if ((weigh_item(f, i) == WEIGHS_LABEL &&
			!kin_names_kind(line)) ||
		    finder_is_standing(f, line))
			continue;
		f->role[i] = ROLE_TALK;
		if (is_over_talks(f, i))
			take_item(f, i);
	}
}

static void
take_below(struct finder *f, uint32_t list, bool events)
{
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		struct tally below;

		if ((!events &&
			(heads_talks(f, i, &below) ||
			    kin_further_below(f, i) > 0)) ||
		    ((events || finder_is_day(f, weigh_item_line(f, i))) &&
			finder_is(f, i + 2, MD_LIST)))
			take_item(f, i);
		else if (is_beside_tracks(f, i))
			f->role[i] = ROLE_TALK;
	}
}

void
groups_take_one(
    struct finder *f, struct strmap *labels, const struct group *group)
{
	over_take_label(f, labels, group->node);
	if (group->halls)
		halls_take(f, group->node);
	else if (finder_is(f, group->node, MD_TABLE))
		tables_take(f, group);
	else if (finder_is(f, group->node, MD_PARAGRAPH) ||
	    finder_is(f, group->node, MD_QUOTE))
		f->role[group->node] = ROLE_TALK;
	else if (group->topics)
		topic_items_take(f, group);
	else if (group->below || group->events)
		take_below(f, group->node, group->events);
	else
		take_items(f, group->node);
}

/* A heading over text that has no talks. */
static void
take_aside(struct finder *f, uint32_t i)
{
	const struct line *line = &finder_node(f, i)->text;

	if (f->role[i] == ROLE_BODY &&
	    label_read(line->text, line->len) == LABEL_ASIDE)
		f->role[i] = ROLE_ASIDE;
}

/*
 * Whether a text that is no talk stands right below node `i`: it is neither the
 * group with number `k`, nor a heading, nor another break.
 */
static bool
has_notes(const struct finder *f, uint32_t i, size_t k)
{
	uint32_t next = finder_node(f, i)->end;

	return next < f->md->n &&
	    (k == f->ngroups || f->group[k].node != next) &&
	    !finder_is(f, next, MD_HEADING) && !passages_is_pause(f, next);
}

void
groups_take(struct finder *f, bool doubtful)
{
	struct strmap labels = {0};
	struct over over = {.heading = 0};
	uint32_t day = 0;
	bool passage = false; /* the talk before is a paragraph */
	size_t k = 0;

	if (!doubtful)
		drop_doubtful(f);
	over_count_labels(f, &labels);
	for (uint32_t i = 1; i < f->md->n; i++) {
		if (finder_is(f, i, MD_HEADING)) {
			over_note(f, &over, i);
			day = 0;
			passage = false;
			take_aside(f, i);
		}
		if (finder_is(f, i, MD_PARAGRAPH) &&
		    finder_node(f, i)->parent == 0 &&
		    finder_node(f, i)->text.len < LONGEST_DAY &&
		    (finder_is_day(f, &finder_node(f, i)->text) ||
			passages_tells_day(f, i)))
			day = i;
		if (passage && passages_is_pause(f, i))
			f->role[i] = has_notes(f, i, k) ? ROLE_TALK
							: ROLE_ASIDE;
		if (k == f->ngroups || f->group[k].node != i)
			continue;
		passage = finder_is(f, i, MD_PARAGRAPH);
		over_take(f, &over);
		if (day > 0)
			f->role[day] = ROLE_TRACK;
		groups_take_one(f, &labels, &f->group[k++]);
		/* No other one is in a list. */
		if (finder_is(f, i, MD_LIST))
			i = finder_node(f, i)->end - 1;
	}
	strmap_free(&labels);
	over_take_between(f);
}
