#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/model/link.h"
#include "source/markdown/finder.h"
#include "source/markdown/kin.h"
#include "source/markdown/lead.h"
#include "source/markdown/place.h"
#include "source/markdown/weigh.h"

#define SOME       6  /* items of a list that are asked whether nearly all do */
#define ASKED_MOST 16 /* items of a list that are asked what they tell */
#define NODES_MOST 512 /* nodes of a group that are looked at for sites */
#define SENTENCE   20  /* bytes, at least */
#define LEAST      3   /* talks that tell who speaks or have a recording, */
#define BARE_LEAST 2   /* and items of a list that is none of theirs */

/*
 * Lists unlike others
 * ===================
 *
 * Where nearly all talks of a document name who speaks, have a recording or say
 * when, a list of which no line does has none: users, pages, what is wished for.
 * Below a day, or with links to a site where others have theirs, it is like them,
 * unless most lines are sentences: rules, though below "How talks are given".
 */

/* Whether the line of an item tells what those of talks do. */
static bool
tells(const struct line *line)
{
	static const enum place places[] = {PLACE_AFTER_BY, PLACE_AFTER_COMMA,
	    PLACE_AFTER_COLON, PLACE_LAST_BAR, PLACE_FIRST_COLON,
	    PLACE_FIRST_COMMA, PLACE_AFTER_STYLE, PLACE_IN_STYLE, PLACE_HANDLE,
	    PLACE_CITED, PLACE_WITH, PLACE_AFTER_QUOTE};

	return weigh_has_recording(line) || weigh_is_dated(line) ||
	    weigh_names_somebody(line) ||
	    place_any(line, places, sizeof(places) / sizeof(*places));
}

/* Whether a line is as those of talks are: slides, or a time before all else. */
static bool
is_as_talks(const struct line *line)
{
	unsigned kinds;

	if (tells(line))
		return true;
	for (uint32_t i = 0; i < line->nspans; i++) {
		if (line->spans[i].url &&
		    link_kind(line->spans[i].url, "", 0) == LINK_SLIDES)
			return true;
	}
	lead_length(line->text, line->len, &kinds);
	return kinds & LEAD_TIME;
}

/* Whether the talks of a group are in lists below its items. */
static bool
is_deep(const struct group *group)
{
	return group->below || group->events || group->topics > 0;
}

/* The next item, or the first; 0: there is none. */
static uint32_t
next_item(const struct finder *f, const struct group *group, uint32_t i)
{
	i = i == 0           ? group->node + 1
	    : is_deep(group) ? i + 1
			     : finder_node(f, i)->end;
	while (
	    i < finder_node(f, group->node)->end && !finder_is(f, i, MD_ITEM))
		i++;
	return i < finder_node(f, group->node)->end ? i : 0;
}

/* The site, as bytes of its address, that a line leads to first; NULL: to none. */
static const char *
site_of(struct finder *f, const struct line *line)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		const char *url = line->spans[i].url;
		const char *at = url ? strstr(url, "://") : NULL;

		if (at)
			return arena_dup(
			    f->arena, at + 3, strcspn(at + 3, "/"));
	}
	return NULL;
}

/* Notes the sites that lines of a group lead to, of its first nodes. */
static void
add_sites(struct finder *f, const struct group *group, struct strmap *sites)
{
	uint32_t end = finder_node(f, group->node)->end;

	for (uint32_t i = group->node, n = 0; i < end && n < NODES_MOST;
	     i++, n++) {
		const char *site = site_of(f, &finder_node(f, i)->text);

		if (site)
			strmap_put(sites, site, 0);
	}
}

/* Whether an item is a sentence without a link, as rules are. */
static bool
is_sentence(const struct finder *f, uint32_t item)
{
	const struct line *line = weigh_item_line(f, item);

	return line->len >= SENTENCE && line->text[line->len - 1] == '.' &&
	    !richtext_has_link(line);
}

/* Whether most items of a list are. */
static bool
is_of_sentences(const struct finder *f, const struct group *group)
{
	uint32_t items = 0, sentences = 0;

	for (uint32_t i = group->node + 1; i < finder_node(f, group->node)->end;
	     i = finder_node(f, i)->end) {
		items++;
		sentences += is_sentence(f, i);
	}
	return sentences * 3 >= items * 2;
}

/* Whether no line of a list tells that, of so many that are asked. */
static bool
is_bare(struct finder *f, const struct group *group, size_t most)
{
	size_t n = 0;

	for (uint32_t i = next_item(f, group, 0); i > 0 && n < most;
	     i = next_item(f, group, i), n++) {
		if (is_as_talks(weigh_item_line(f, i)) ||
		    (!is_deep(group) && finder_node(f, i)->end > i + 2 &&
			!is_sentence(f, i)))
			return false;
	}
	return n >= BARE_LEAST && (most < ASKED_MOST || n < most);
}

/* Whether the heading over a list says what kind of talks it has: "Keynotes". */
static bool
is_below_kind(const struct finder *f, uint32_t list)
{
	size_t i = heads_from(f, list);

	return i > 0 &&
	    kin_names_kind(&finder_node(f, f->head[i - 1].node)->text);
}

/* What a list is: perhaps unlike those of talks, and of rules. */
struct kind {
	bool bare, rules;
};

/* Whether a list may have no talks though others do; of many the first lines tell. */
static bool
may_be_bare(struct finder *f, const struct group *group, bool rules)
{
	return finder_is(f, group->node, MD_LIST) && !group->doubtful &&
	    (rules ||
		(!group->told && !is_below_kind(f, group->node) &&
		    !alike_is_below_day(f, group->node))) &&
	    is_bare(f, group, BARE_LEAST);
}

/* The talks that tell that, and the others, and sites that they lead to. */
struct talks {
	size_t telling, others;
	struct strmap sites;
};

static void
add_talks(struct finder *f, const struct group *group, struct talks *talks)
{
	size_t n = 0, tell = 0;
	bool telling;

	add_sites(f, group, &talks->sites);
	if (talks->telling >= LEAST && talks->telling * 2 >= f->units)
		return;
	for (uint32_t i = finder_is(f, group->node, MD_LIST)
		 ? next_item(f, group, 0)
		 : 0;
	     i > 0 && n < SOME; i = next_item(f, group, i)) {
		n++;
		tell += tells(weigh_item_line(f, i));
	}
	telling = finder_is(f, group->node, MD_TABLE)
	    ? group->columns.speakers != COLUMN_NONE
	    : n > 0 && tell * 10 >= n * 8;
	if (n < group->units)
		n = group->units;
	talks->telling += telling ? n : 0;
	talks->others += telling ? 0 : n;
}

/* Whether a list leads to sites of talks. */
static bool
is_of_sites(struct finder *f, const struct group *group, struct strmap *sites)
{
	for (uint32_t i = next_item(f, group, 0); i > 0;
	     i = next_item(f, group, i)) {
		const char *site = site_of(f, weigh_item_line(f, i));

		if (site && strmap_get(sites, site))
			return true;
	}
	return false;
}

/* Drops a list; the heading over it is no talk's, either. */
static void
drop(struct finder *f, const struct group *group)
{
	size_t i = heads_from(f, group->node);

	f->units -= group->units;
	groups_leave(f, group, &f->links);
	if (i > 0)
		f->head[i - 1].others = true;
}

void
unlike_drop(struct finder *f)
{
	struct talks talks = {0};
	size_t bare = 0;
	struct kind *is = arena_alloc(f->arena, (f->ngroups + 1) * sizeof(*is));

	for (size_t i = 0; i < f->ngroups; i++) {
		is[i].rules = finder_is(f, f->group[i].node, MD_LIST) &&
		    is_of_sentences(f, &f->group[i]);
		is[i].bare = may_be_bare(f, &f->group[i], is[i].rules);
		bare += is[i].bare && !is[i].rules ? f->group[i].units : 0;
	}
	/* Few talks leave no room for many others, but rules may be longer. */
	if (bare * 2 > f->units)
		return;
	bare = 0;
	for (size_t i = 0; i < f->ngroups; i++) {
		is[i].bare = is[i].bare && is_bare(f, &f->group[i], ASKED_MOST);
		bare += is[i].bare ? f->group[i].units : 0;
	}
	for (size_t i = 0; bare > 0 && i < f->ngroups; i++) {
		if (!is[i].bare && !f->group[i].doubtful)
			add_talks(f, &f->group[i], &talks);
	}
	if (bare > 0 && talks.telling >= LEAST &&
	    talks.telling >= talks.others) {
		size_t n = 0;

		for (size_t i = 0; i < f->ngroups; i++) {
			if (is[i].bare &&
			    (is[i].rules ||
				!is_of_sites(f, &f->group[i], &talks.sites)))
				drop(f, &f->group[i]);
			else
				f->group[n++] = f->group[i];
		}
		f->ngroups = n;
	}
	strmap_free(&talks.sites);
}
