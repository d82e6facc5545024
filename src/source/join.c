#include "source/join.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/model/link.h"
#include "source/body_data.h"
#include "source/join_match.h"
#include "source/join_tracks.h"
#include "source/when.h"

#define MANY 40 /* sources of which only programmes are joined with others */

/* The talks of a source, as they stand in built->talks. */
struct group {
	uint32_t source;
	uint32_t *index;
	const struct talk **talk;
	size_t n, cap;
	size_t times;             /* talks that tell when they begin */
	size_t named;             /* talks that tell who speaks */
	const char *first, *last; /* days, as "2026-05-01"; or NULL */
	bool programme;
	bool taken; /* it was joined into another */
};

struct joining {
	struct built *built;
	struct group *group;
	size_t ngroups;
	bool *gone;     /* by talk */
	uint32_t *base; /* by source: that it was joined with, or itself */
};

/* Widens the group's days to that of a talk, if it is a date. */
static void
take_day(struct group *group, const char *day)
{
	struct when when;

	if (!day || !when_read(day, &when))
		return;
	if (!group->first || strcmp(day, group->first) < 0)
		group->first = day;
	if (!group->last || strcmp(day, group->last) > 0)
		group->last = day;
}

/* Whether two sources are of other days, like the years of a conference. */
static bool
are_apart(const struct group *a, const struct group *b)
{
	return a->first && b->first &&
	    (strcmp(a->last, b->first) < 0 || strcmp(b->last, a->first) < 0);
}

static void
list_talks(struct joining *j)
{
	struct built *built = j->built;

	j->ngroups = built->nconferences;
	j->group = mem_alloc(j->ngroups + 1, sizeof(*j->group));
	for (uint32_t i = 0; i < j->ngroups; i++)
		j->group[i] = (struct group){
		    .source = i, .programme = built->conferences[i].programme};
	for (uint32_t i = 0; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];
		struct group *group = &j->group[talk->source];
		size_t cap = group->cap;

		group->index = mem_grow(
		    group->index, &cap, group->n + 1, sizeof(*group->index));
		group->talk = mem_grow(group->talk, &group->cap, group->n + 1,
		    sizeof(const struct talk *));
		group->index[group->n] = i;
		group->talk[group->n++] = talk;
		group->times += talk->start != NULL;
		take_day(group, talk->day);
		group->named += talk->nspeakers > 0;
	}
}

/* How much a source is a programme, by what its talks tell. */
static int
rank_of(const struct group *group)
{
	return group->times > 0            ? 3
	    : 2 * group->named <= group->n ? 0
	    : group->programme             ? 2
					   : 1;
}

/* Programmes come first, and of several that with most talks. */
static int
compare_groups(const void *a, const void *b)
{
	const struct group *x = a, *y = b;
	int rank = rank_of(y) - rank_of(x);

	if (rank != 0)
		return rank;
	if (x->times > 0 && x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return x->source < y->source ? -1 : 1;
}

/* Talks. */

/* Makes a body of the notes of both talks, to be read when asked for. */
static struct body *
join_bodies(struct arena *arena, const struct talk *a, const struct talk *b,
    const char *name)
{
	struct body *body = arena_alloc(arena, sizeof(*body));
	struct talk *parts = arena_alloc(arena, 2 * sizeof(*parts));

	parts[0] = *a;
	parts[1] = *b;
	body->waits = true;
	body->parts = parts;
	body->part_name = name;
	body->arena = arena;
	return body;
}

static const char *
better_url(const struct talk *a, const struct talk *b)
{
	bool video = a->url && link_is_video(a->url);

	return !a->url || (!video && b->url && link_is_video(b->url)) ? b->url
								      : a->url;
}

/* Gives talk `a`, of the programme, what `b` has. */
static void
join_talks(struct joining *j, uint32_t a, uint32_t b)
{
	struct talk *to = &j->built->talks[a];
	const struct talk *from = &j->built->talks[b];
	const struct talk old = *to;

	to->body = join_bodies(j->built->arena, &old, from,
	    j->built->conferences[from->source].source.name);
	to->url = better_url(&old, from);
	to->body->url = to->url;
	if (to->nspeakers == 0) {
		to->speakers = from->speakers;
		to->nspeakers = from->nspeakers;
	}
	if (to->minutes == 0)
		to->minutes = from->minutes;
	if (!to->language)
		to->language = from->language;
	if (!to->identity)
		to->identity = from->identity;
	j->gone[b] = true;
}

static void
note(struct joining *j, const struct group *of, uint32_t talk,
    const struct talk *other, enum join_why why)
{
	struct built *built = j->built;

	built->joined = mem_grow(built->joined, &built->joined_cap,
	    built->njoined + 1, sizeof(*built->joined));
	built->joined[built->njoined++] = (struct joined){
	    .source = of->source,
	    .title = built->talks[talk].title,
	    .other = other ? other->title : NULL,
	    .why = why == JOIN_LEFT ? NULL : join_match_why(why),
	};
}

/* Sources. */

static bool
same_acronym(
    const struct joining *j, const struct group *a, const struct group *b)
{
	const struct conference *all = j->built->conferences;
	const char *x = all[a->source].source.acronym;
	const char *y = all[b->source].source.acronym;

	return x && y && strcmp(x, y) == 0;
}

/* How many talks must surely be in both, for two sources to be one. */
static size_t
least_of(const struct group *a, const struct group *b)
{
	size_t n = a->n < b->n ? a->n : b->n;

	return n < 10 ? (n + 1) / 2 : n / 5;
}

/* What the part says of the whole conference is said of that. */
static void
join_texts(struct joining *j, uint32_t base, uint32_t part)
{
	struct source *to = &j->built->conferences[base].source;
	struct source *from = &j->built->conferences[part].source;
	struct block *blocks;

	if (from->nblocks == 0)
		return;
	blocks = arena_alloc(
	    j->built->arena, (to->nblocks + from->nblocks) * sizeof(*blocks));
	if (to->nblocks > 0)
		memcpy(blocks, to->blocks, to->nblocks * sizeof(*blocks));
	memcpy(blocks + to->nblocks, from->blocks,
	    from->nblocks * sizeof(*blocks));
	to->blocks = blocks;
	to->nblocks += from->nblocks;
	from->nblocks = 0;
}

/* Notes what became of the part's talks, and joins them. */
static void
take_pairs(struct joining *j, const struct group *base, struct group *part,
    const struct join_pair *pairs)
{
	uint32_t *mate = mem_alloc(part->n + 1, sizeof(*mate));
	size_t joined = 0;

	for (size_t i = 0; i < part->n; i++)
		mate[i] = JOIN_MATCH_NONE;
	for (uint32_t i = 0; i < base->n; i++) {
		bool is = pairs[i].other != JOIN_MATCH_NONE;
		uint32_t b = is ? pairs[i].other : pairs[i].guess;

		if (b != JOIN_MATCH_NONE)
			mate[b] = i;
	}
	for (size_t i = 0; i < part->n; i++) {
		uint32_t a = mate[i];
		enum join_why why = a == JOIN_MATCH_NONE
		    ? JOIN_LEFT
		    : (enum join_why)pairs[a].why;

		note(j, part, part->index[i],
		    a == JOIN_MATCH_NONE ? NULL : base->talk[a], why);
		if (why == JOIN_LEFT)
			continue;
		join_talks(j, base->index[a], part->index[i]);
		joined++;
	}
	j->built->conferences[part->source].source.joined = arena_printf(
	    j->built->arena, "%zu of %zu joined with %s", joined, part->n,
	    j->built->conferences[base->source].source.name);
	part->taken = true;
	j->base[part->source] = base->source;
	join_texts(j, base->source, part->source);
	free(mate);
}

/* Whether it was found that both tell of the same talks. */
static bool
join_groups(struct joining *j, const struct group *base, struct group *part)
{
	const struct talk *const *const talks[2] = {base->talk, part->talk};
	const size_t n[2] = {base->n, part->n};
	size_t least = least_of(base, part);
	struct join_pair *pairs = mem_alloc(base->n + 1, sizeof(*pairs));
	bool same = n[0] > 0 && n[1] > 0 &&
	    join_match(talks, n, same_acronym(j, base, part), least, pairs) >=
		least;

	if (same)
		take_pairs(j, base, part, pairs);
	free(pairs);
	return same;
}

static void
join_all(struct joining *j)
{
	for (size_t i = 1; i < j->ngroups; i++) {
		struct group *part = &j->group[i];

		for (size_t k = 0; k < i; k++) {
			const struct group *base = &j->group[k];

			if (base->taken || are_apart(base, part) ||
			    !(base->programme || part->programme) ||
			    (j->ngroups > MANY && base->times == 0))
				continue;
			if (join_groups(j, base, part))
				break;
		}
	}
}

/* Leaves out the talks that were joined into others. */
static void
drop_talks(struct joining *j)
{
	struct built *built = j->built;
	size_t n = 0;

	for (size_t i = 0; i < built->ntalks; i++) {
		if (!j->gone[i])
			built->talks[n++] = built->talks[i];
	}
	built->ntalks = n;
}

void
join_sources(struct built *built)
{
	struct joining j = {.built = built};
	bool any = false;

	for (size_t i = 0; i < built->nconferences; i++)
		any = any || built->conferences[i].programme;
	if (!any || built->nconferences < 2)
		return;
	j.base = mem_alloc(built->nconferences, sizeof(*j.base));
	for (uint32_t i = 0; i < built->nconferences; i++)
		j.base[i] = i;
	j.gone = mem_alloc(built->ntalks + 1, sizeof(*j.gone));
	list_talks(&j);
	qsort(j.group, j.ngroups, sizeof(*j.group), compare_groups);
	join_all(&j);
	if (built->njoined > 0) {
		drop_talks(&j);
		join_tracks(built, j.base);
	}
	for (size_t i = 0; i < j.ngroups; i++) {
		free(j.group[i].index);
		free(j.group[i].talk);
	}
	free(j.group);
	free(j.gone);
	free(j.base);
}
