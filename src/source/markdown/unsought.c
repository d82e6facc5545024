#include "source/markdown/unsought.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/corrections.h"
#include "source/day_heading.h"
#include "source/markdown/columns.h"
#include "source/markdown/talks.h"
#include "source/sought.h"

/*
 * All that is searched of a talk is its track's name and the text of its nodes:
 * a talk of whose nodes none has a term of some group is not found, unless its
 * track has one.  What is told of a track is told with its first talk, so that
 * one stays; and so do talks that may share their id with one that stays.
 */

#define LEAST_TALKS 4096 /* that are worth a thread */

/* A talk, from its node to that behind it. */
struct seen {
	uint32_t node, end;
	bool stays;
	bool alone; /* no talk that stays may have its id */
};

struct sifter {
	const struct markdown *md;
	const struct shape *shape;
	struct arena *arena;  /* for text in passing */
	struct sought sought; /* groups that no track has in its name */
	struct seen *seen;
	size_t nseen, cap;
	struct strmap keys; /* of links of talks that stay */
};

static const struct md_node *
node_at(const struct sifter *s, uint32_t i)
{
	return &s->md->node[i];
}

/* The text of a node, folded unless it is ASCII. */
static const char *
folded(const struct sifter *s, uint32_t node, size_t *len)
{
	const struct line *line = &node_at(s, node)->text;

	*len = line->len;
	return *len == 0 || text_is_ascii(line->text, *len)
	    ? line->text
	    : text_fold(s->arena, line->text, *len, len);
}

static bool
stands_in(struct sifter *s, const struct sought_group *group, uint32_t node)
{
	size_t len;
	const char *text = folded(s, node, &len);

	return len > 0 && sought_stands(group, text, len);
}

/* Leaves out the groups that a track has in its name. */
static void
drop_named(struct sifter *s, uint32_t track)
{
	size_t n = 0;

	for (size_t i = 0; i < s->sought.ngroups; i++) {
		if (!stands_in(s, &s->sought.group[i], track))
			s->sought.group[n++] = s->sought.group[i];
	}
	s->sought.ngroups = n;
}

/* Whether no cell beside the titles tells of the rows below, too. */
static bool
is_certain_table(const struct sifter *s, uint32_t table)
{
	const struct columns columns = columns_find(s->md, table);

	for (size_t i = 0; i < COLUMNS_MOST; i++) {
		if (columns.fact[i] != FACT_NONE)
			return false;
	}
	return columns.track == COLUMN_NONE;
}

/*
 * Whether talks are items and rows, and all tracks are headings; leaves out the
 * groups that these name.  False, too, where no group is left.
 */
static bool
is_certain(struct sifter *s)
{
	uint32_t table = 0;

	for (uint32_t i = 1; i < s->md->n; i++) {
		const struct md_node *node = node_at(s, i);

		switch (s->shape->role[i]) {
		case ROLE_GROUP:
		case ROLE_HALLS:
			return false;
		case ROLE_TRACK:
			if (node->kind != MD_HEADING)
				return false;
			drop_named(s, i);
			break;
		case ROLE_TALK:
			if (node->kind == MD_ITEM)
				break;
			if (node->kind != MD_ROW)
				return false;
			if (node->parent == table)
				break;
			table = node->parent;
			if (!is_certain_table(s, table))
				return false;
			break;
		default:
			break;
		}
	}
	return s->sought.ngroups > 0;
}

/* Whether a talk is text and lists alone: what else it has is put together. */
static bool
is_simple(const struct sifter *s, uint32_t talk, uint32_t end)
{
	const bool row = node_at(s, talk)->kind == MD_ROW;

	for (uint32_t i = talk + 1; i < end; i++) {
		const struct md_node *node = node_at(s, i);

		if (s->shape->role[i] != ROLE_BODY ||
		    (node->kind != MD_PARAGRAPH && node->kind != MD_LIST &&
			node->kind != MD_ITEM &&
			!(node->kind == MD_CELL && row)))
			return false;
	}
	return true;
}

/* Whether a row's title may tell a day: it is that of the rows below, too. */
static bool
may_tell_day(const struct sifter *s, uint32_t row)
{
	const uint32_t table = node_at(s, row)->parent;
	uint32_t cell;
	const char *text;
	size_t len;

	if (node_at(s, row)->kind != MD_ROW)
		return false;
	cell = columns_cell(s->md, row, columns_find(s->md, table).title);
	if (cell == 0)
		return true;
	text = folded(s, cell, &len);
	return day_heading_within(text, len);
}

/* Whether a text is a part of the document, in which it stays. */
static bool
is_own(const struct markdown *md, const struct line *line)
{
	return md->own &&
	    (uintptr_t)line->text - (uintptr_t)md->own < md->own_len;
}

/*
 * Cuts out of the document what has all texts of a talk that stay in it, with
 * what stands between; its length is 0 where there are none, or not all of it is
 * ASCII.
 */
static const char *
stretch(const struct sifter *s, uint32_t talk, uint32_t end, size_t *len)
{
	const char *first = NULL, *last = NULL;

	*len = 0;
	for (uint32_t i = talk; i < end; i++) {
		const struct line *line = &node_at(s, i)->text;

		if (line->len == 0 || !is_own(s->md, line))
			continue;
		if (!first || line->text < first)
			first = line->text;
		if (!last || line->text + line->len > last)
			last = line->text + line->len;
	}
	if (first && text_is_ascii(first, (size_t)(last - first)))
		*len = (size_t)(last - first);
	return first;
}

/* Whether one of the groups stands in none of the talk's nodes. */
static bool
lacks_group(struct sifter *s, uint32_t talk, uint32_t end)
{
	size_t len;
	const char *text = stretch(s, talk, end, &len);

	for (size_t k = 0; k < s->sought.ngroups; k++) {
		const struct sought_group *group = &s->sought.group[k];
		/* What stands between may have it alone: then one more stays. */
		bool stands = len > 0 && sought_stands(group, text, len);

		for (uint32_t i = talk; !stands && i < end; i++) {
			if (len == 0 || !is_own(s->md, &node_at(s, i)->text))
				stands = stands_in(s, group, i);
		}
		if (!stands)
			return true;
	}
	return false;
}

/* Finds all talks, and which of them stay for where they stand. */
static void
find_talks(struct sifter *s)
{
	bool tracked = false, first = true; /* of its track */

	for (uint32_t i = 1; i < s->md->n; i++) {
		if (s->shape->role[i] == ROLE_TRACK)
			tracked = first = true;
		if (s->shape->role[i] != ROLE_TALK)
			continue;
		s->seen = mem_grow(
		    s->seen, &s->cap, s->nseen + 1, sizeof(*s->seen));
		s->seen[s->nseen++] = (struct seen){
		    .node = i,
		    .end = talks_end(s->md, s->shape, i),
		    .stays = !tracked || first,
		};
		first = false;
	}
	/* Of tracks without talks is told with the last one. */
	if (s->nseen > 0)
		s->seen[s->nseen - 1].stays = true;
}

/* Whether a talk has links, all of which may be opened: else its title is its key. */
static bool
has_keys(const struct sifter *s, uint32_t talk, uint32_t end)
{
	bool any = false;

	for (uint32_t i = talk; i < end; i++) {
		const struct line *line = &node_at(s, i)->text;

		for (uint32_t k = 0; k < line->nspans; k++) {
			if (!line->spans[k].url)
				continue;
			if (!link_is_openable(line->spans[k].url))
				return false;
			any = true;
		}
	}
	return any;
}

/* Keeps the keys of a talk's links, or tells whether one is known already. */
static bool
knows_key(struct sifter *s, uint32_t talk, uint32_t end, bool keep)
{
	for (uint32_t i = talk; i < end; i++) {
		const struct line *line = &node_at(s, i)->text;

		for (uint32_t k = 0; k < line->nspans; k++) {
			const char *url = line->spans[k].url, *key;

			if (!url || !link_is_openable(url))
				continue;
			key = link_key(s->arena, url);
			if (keep)
				strmap_put(&s->keys, key, 0);
			else if (strmap_get(&s->keys, key))
				return true;
		}
	}
	return false;
}

/* Decides whether a talk stays for what it has. */
static void
judge(struct sifter *s, struct seen *seen)
{
	seen->stays = seen->stays || !is_simple(s, seen->node, seen->end) ||
	    !lacks_group(s, seen->node, seen->end) ||
	    may_tell_day(s, seen->node);
}

/* Decides whether a talk may be told apart from all that stay. */
static void
compare(struct sifter *s, struct seen *seen)
{
	seen->alone = !seen->stays && has_keys(s, seen->node, seen->end) &&
	    !knows_key(s, seen->node, seen->end, false);
}

/* Talks that one thread looks at, with an arena of its own. */
struct share {
	struct sifter sifter;
	void (*look)(struct sifter *s, struct seen *seen);
	size_t from, to;
};

static void
look_at_share(void *argument)
{
	struct share *share = argument;
	struct sifter *s = &share->sifter;

	s->arena = arena_new();
	for (size_t i = share->from; i < share->to; i++)
		share->look(s, &s->seen[i]);
	arena_free(s->arena);
}

/* Looks at all talks, on several processors. */
static void
look_at_all(
    const struct sifter *s, void (*look)(struct sifter *s, struct seen *seen))
{
	size_t n = parallel_parts(s->nseen, LEAST_TALKS);
	struct share share[PARALLEL_MOST];
	void *work[PARALLEL_MOST];

	for (size_t i = 0; i < n; i++) {
		share[i] = (struct share){
		    *s, look, s->nseen * i / n, s->nseen * (i + 1) / n};
		work[i] = &share[i];
	}
	parallel_run(look_at_share, work, n);
}

/* Marks the talks that do not stay. */
static bool
mark(struct sifter *s, uint8_t *role)
{
	bool any = false;

	look_at_all(s, judge);
	for (size_t i = 0; i < s->nseen; i++) {
		if (s->seen[i].stays)
			knows_key(s, s->seen[i].node, s->seen[i].end, true);
	}
	look_at_all(s, compare);
	for (size_t i = 0; i < s->nseen; i++) {
		if (s->seen[i].alone)
			role[s->seen[i].node] = ROLE_UNSOUGHT;
		any = any || s->seen[i].alone;
	}
	return any;
}

void
unsought_mark(const struct markdown *md, struct shape *shape,
    const struct manner *manner, const struct query *query)
{
	struct sifter s = {.md = md, .shape = shape};

	if (!query || shape->kind != SHAPE_LIST || manner->tracked ||
	    manner->link != CORRECTIONS_ANY)
		return;
	s.arena = arena_new();
	sought_take(&s.sought, query, false);
	if (is_certain(&s)) {
		find_talks(&s);
		shape->unsought = mark(&s, shape->role);
	}
	free(s.seen);
	strmap_free(&s.keys);
	sought_free(&s.sought);
	arena_free(s.arena);
}
