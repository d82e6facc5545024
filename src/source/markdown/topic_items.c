#include "source/markdown/topic_items.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/date.h"
#include "lectern/base/strmap.h"
#include "lectern/model/link.h"
#include "source/markdown/anatomy.h"
#include "source/markdown/below.h"
#include "source/markdown/kin.h"
#include "source/markdown/label.h"
#include "source/markdown/place.h"
#include "source/markdown/runs.h"
#include "source/markdown/weigh.h"

#define LONGEST_TOPIC 40 /* bytes */
#define WORDS_MOST    4  /* of a topic */
#define DEEPEST       3  /* lists, one below the other */
#define NAMED_LEAST   3  /* talks without links, below topics */
#define ASKED_MOST    64 /* lines that are asked whether they name somebody */

/*
 * Topics over titles
 * ==================
 *
 * "Databases" over "[Why B-trees won](video)" and "[Vacuum](video)" looks like a
 * talk over its recordings.  But a topic is short, leads nowhere and is over several
 * links as a rule; and these have titles, as a rule longer than the topic, of which
 * none is there twice: neither "Video" nor events, "PyCon 2031", where one
 * talk was given after another.  The list decides, so a topic may have one talk.
 * Titles without links are talks where nearly all name somebody in one place,
 * "Why B-trees won, Ann Lee", or have who speaks below.
 */

/* A part of a line. */
struct title {
	const char *s;
	size_t len;
};

/* The items of a list, and of those below. */
struct topics {
	struct finder *f;
	struct strmap texts;  /* of links */
	uint32_t items, over; /* items; those that are topics */
	uint32_t full;        /* topics over several titles */
	uint32_t below, titles, longer;
	bool twice; /* a text of a link is there again */
};

/* The list that is all an item has below its line; 0: there is none. */
static uint32_t
list_below(const struct finder *f, uint32_t item)
{
	uint32_t list = item + 2;

	return finder_is(f, list, MD_LIST) &&
		finder_node(f, list)->parent == item &&
		finder_node(f, list)->end == finder_node(f, item)->end
	    ? list
	    : 0;
}

/* Whether a line leads to no talk of its own. */
static bool
leads_nowhere(const struct line *line)
{
	return !line_leading_link(line, 0) && !weigh_has_recording(line);
}

bool
topic_items_label(const struct line *line)
{
	size_t skip;

	return label_read(line->text, line->len) == LABEL_BREAK ||
	    (label_before(line->text, line->len, &skip) == LABEL_FACT &&
		skip < line->len);
}

/* Whether a line may be a topic's. */
static bool
may_be_topic(const struct line *line)
{
	uint32_t blanks = 0;

	if (line->len == 0 || line->len > LONGEST_TOPIC ||
	    line->first < line->len || !leads_nowhere(line))
		return false;
	for (uint32_t i = 0; i < line->len; i++)
		blanks += line->text[i] == ' ';
	return blanks < WORDS_MOST &&
	    (label_read(line->text, line->len) == LABEL_NONE ||
		topic_items_label(line) || kin_names_kind(line)) &&
	    !weigh_names_somebody(line);
}

/* Where the first link of a line begins. */
static uint32_t
first_link(const struct line *line)
{
	const struct span *link = runs_link(line, 0);

	return link ? link->start : line->len;
}

/*
 * The title of an item that is a link to a video, or before one that says so:
 * "Why B-trees won - [video](link)"; empty: it has none.
 */
static struct title
title_of(const struct line *line)
{
	unsigned kinds;
	uint32_t at = weigh_title_start(line, &kinds), end;
	const struct span *link = line_leading_link(line, at);
	struct title title = {.s = line->text + at};
	size_t skip;

	if (link && link_is_video(link->url) && !weigh_shows_file(line, link)) {
		title.s = line->text + link->start;
		title.len = link->end - link->start;
	} else if (!link && weigh_has_recording(line)) {
		end = anatomy_trim(line->text, at, first_link(line));
		title.len = memchr(title.s, ' ', end - at) ? end - at : 0;
	}
	if (title.len > 0 &&
	    (label_before(title.s, title.len, &skip) != LABEL_NONE ||
		label_read(title.s, title.len) != LABEL_NONE ||
		date_has_year(title.s, title.len)))
		title.len = 0;
	return title;
}

static bool
has_title(const struct finder *f, uint32_t item)
{
	return title_of(weigh_item_line(f, item)).len > 0;
}

/* Counts the items of a list, below an item with `over` bytes. */
static void
count_titles(struct topics *topics, uint32_t list, uint32_t over)
{
	const struct finder *f = topics->f;
	uint32_t before = topics->titles;

	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		struct title title = title_of(weigh_item_line(f, i));

		topics->below++;
		if (title.len == 0)
			continue;
		topics->titles++;
		topics->longer += title.len > over;
		topics->twice = topics->twice ||
		    ++*strmap_put(&topics->texts,
			arena_dup(f->arena, title.s, title.len), 0) > 1;
	}
	topics->full += topics->titles - before >= 2;
}

/* Counts the items of a list, and what is below those that are topics. */
static void
count(struct topics *topics, uint32_t list, int depth)
{
	const struct finder *f = topics->f;

	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		const struct line *line = weigh_item_line(f, i);
		uint32_t below = list_below(f, i), inner;

		topics->items++;
		if (below == 0 || !may_be_topic(line))
			continue;
		inner = list_below(f, below + 1);
		if (depth > 1 && inner > 0 &&
		    may_be_topic(weigh_item_line(f, below + 1)) &&
		    has_title(f, inner + 1)) {
			topics->items--;
			count(topics, below, depth - 1);
			continue;
		}
		topics->over++;
		count_titles(topics, below, line->len);
	}
}

/* Whether so many items are topics, and what is below them titles. */
static bool
are_topics(const struct topics *topics)
{
	return topics->over >= 2 && topics->over * 3 >= topics->items * 2 &&
	    topics->full * 2 >= topics->over && !topics->twice &&
	    topics->titles * 10 >= topics->below * 7 &&
	    topics->longer * 2 >= topics->titles;
}

/* Whether those of all lists are, where each has only one topic. */
static bool
are_alone(struct finder *f)
{
	struct topics topics = {.f = f};

	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		if (finder_is(f, i, MD_LIST))
			count(&topics, i, DEEPEST);
	}
	strmap_free(&topics.texts);
	return are_topics(&topics);
}

static uint32_t
find_titled(struct finder *f, uint32_t list)
{
	struct topics topics = {.f = f};
	bool alone;

	count(&topics, list, DEEPEST);
	strmap_free(&topics.texts);
	if (are_topics(&topics))
		return topics.titles;
	alone = topics.over == 1 && topics.items == 1 && topics.titles > 1;
	if (alone && f->alone == 0)
		f->alone = are_alone(f) ? 1 : -1;
	return alone && f->alone > 0 ? topics.titles : 0;
}

/* Names. */

/* Where those below topics may name somebody; or it is told below their line. */
static const enum place places[] = {PLACE_BY, PLACE_AFTER_BY, PLACE_BRACKETS,
    PLACE_LAST_DASH, PLACE_AFTER_DASH, PLACE_AFTER_COMMA, PLACE_FIRST_DASH,
    PLACE_FIRST_COLON, PLACE_LAST_BAR};

#define NPLACES (sizeof(places) / sizeof(*places))

/* Items below topics, and how many have a name in which place. */
struct named {
	uint32_t items, over; /* of the list itself; those that are topics */
	uint32_t below, told;
	bool deep; /* there are topics of topics */
	uint32_t at[NPLACES];
};

/* Whether below a title stands who speaks. */
static bool
is_over_person(const struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item), *first;
	uint32_t list = list_below(f, item);

	if (below_speaker(line) != NAMES_NOT)
		return true;
	if (list == 0 || below_is_person(line))
		return false;
	first = weigh_item_line(f, list + 1);
	return weigh_says_speaker(first) ||
	    (below_is_person(first) && !place_any(first, places, NPLACES));
}

/* Looks where the items of a list name somebody. */
static void
look_for_names(struct finder *f, uint32_t list, struct named *named)
{
	for (uint32_t i = list + 1;
	     i < finder_node(f, list)->end && named->below < ASKED_MOST;
	     i = finder_node(f, i)->end) {
		const struct line *line = weigh_item_line(f, i);
		struct anatomy anatomy;

		if (weigh_item(f, i) == WEIGHS_LABEL)
			continue;
		named->below++;
		named->told += is_over_person(f, i);
		anatomy_read(&anatomy, line, false, "");
		for (size_t k = 0; k < NPLACES; k++)
			named->at[k] += place_sure(&anatomy, places[k]);
	}
}

/* Whether an item names somebody, or what is below it does. */
static bool
tells_speaker(const struct finder *f, uint32_t item)
{
	return place_any(weigh_item_line(f, item), places, NPLACES) ||
	    is_over_person(f, item);
}

/* The list below a topic, if its first item is one, too, over a talk; else 0. */
static uint32_t
list_of_topics(const struct finder *f, uint32_t list)
{
	uint32_t item = list + 1, below = list_below(f, item);

	return below > 0 && may_be_topic(weigh_item_line(f, item)) &&
		!is_over_person(f, item) && tells_speaker(f, below + 1)
	    ? list
	    : 0;
}

/* Looks at the items of a list, and at what is below those that are topics. */
static void
look(struct finder *f, uint32_t list, struct named *named, bool outer)
{
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		uint32_t below = list_below(f, i);

		named->items++;
		if (below == 0 || named->below == ASKED_MOST ||
		    !may_be_topic(weigh_item_line(f, i)) || tells_speaker(f, i))
			continue;
		named->over++;
		if (outer && list_of_topics(f, below) > 0) {
			named->deep = true;
			look(f, below, named, false);
		} else {
			look_for_names(f, below, named);
		}
	}
}

/* How many name somebody where most do, if nearly all do there; else 0. */
static uint32_t
count_named(const struct named *named)
{
	uint32_t most = named->told;

	for (size_t k = 0; k < NPLACES; k++)
		most = named->at[k] > most ? named->at[k] : most;
	return named->over * 3 >= named->items * 2 &&
		most * 10 >= named->below * 7
	    ? most
	    : 0;
}

/* Whether all lists have enough of them, where each has few. */
static bool
are_named(struct finder *f)
{
	struct named named = {0};

	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		if (finder_is(f, i, MD_LIST))
			look(f, i, &named, true);
	}
	return count_named(&named) >= NAMED_LEAST;
}

/* Whether enough items of a list are over another one for topics. */
static bool
is_over_lists(const struct finder *f, uint32_t list)
{
	uint32_t items = 0, over = 0;

	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		items++;
		over += list_below(f, i) > 0;
	}
	return over * 3 >= items * 2;
}

static uint32_t
find_named(struct finder *f, uint32_t list, bool *deep)
{
	struct named named = {0};
	uint32_t n;

	if (!is_over_lists(f, list))
		return 0;
	look(f, list, &named, true);
	*deep = named.deep;
	n = count_named(&named);
	/* What somebody else found is in the notes of a talk. */
	if (n > 0 && single_seems(f))
		return 0;
	if (n == 0 || n >= NAMED_LEAST)
		return n;
	if (f->few == 0)
		f->few = are_named(f) ? 1 : -1;
	return f->few > 0 ? n : 0;
}

bool
topic_items_add(struct finder *f, uint32_t list, bool named)
{
	bool deep = true;
	uint32_t n = named ? find_named(f, list, &deep) : find_titled(f, list);
	struct group *group;

	if (n == 0)
		return false;
	group = groups_add(f, list, n);
	group->topics = named ? 1 + deep : DEEPEST;
	group->named = named;
	return true;
}

/* Roles. */

/* Whether a list has a talk, or below one of its items. */
static bool
leads_to_talk(const struct finder *f, uint32_t list, int depth, bool named)
{
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		if (has_title(f, i) || (named && tells_speaker(f, i)) ||
		    (depth > 1 && finder_is(f, i + 2, MD_LIST) &&
			finder_node(f, i + 2)->parent == i &&
			leads_to_talk(f, i + 2, depth - 1, named)))
			return true;
	}
	return false;
}

/* Whether an item is a topic where most of its list are. */
static bool
is_topic(const struct finder *f, uint32_t item, int depth, bool named)
{
	uint32_t list = item + 2;

	return finder_is(f, list, MD_LIST) &&
	    finder_node(f, list)->parent == item &&
	    leads_nowhere(weigh_item_line(f, item)) &&
	    !(named && tells_speaker(f, item)) &&
	    leads_to_talk(f, list, depth, named);
}

/* Whether an item among topics, or below one, is a talk. */
static bool
is_talk(struct finder *f, uint32_t item, bool below)
{
	const struct line *line = weigh_item_line(f, item);
	enum weight weight = weigh_item(f, item);

	return below ? weight != WEIGHS_LABEL && !finder_is_standing(f, line)
		     : weight == WEIGHS_MUCH ||
		(weight == WEIGHS_LITTLE && weigh_names_somebody(line));
}

static void
take(struct finder *f, uint32_t list, int depth, bool below, bool named)
{
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		if (depth > 0 && is_topic(f, i, depth, named)) {
			f->role[i] = ROLE_TRACK;
			take(f, i + 2, depth - 1, true, named);
		} else if (is_talk(f, i, below)) {
			f->role[i] = ROLE_TALK;
		}
	}
}

void
topic_items_take(struct finder *f, const struct group *group)
{
	take(f, group->node, group->topics, false, group->named);
}
